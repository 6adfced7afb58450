/* Input that is read whole, by lines and in pieces, plain and compressed. */
#define _XOPEN_SOURCE 700
#include "cli/input.h"

#include "support/memory.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
#define BYTES(literal)  literal, sizeof(literal) - 1

static const char TEXT[] = "The owl sleeps by day.\nBy night the owl hunts mice.\n";
static const size_t N_TEXT = sizeof TEXT - 1;

/* The text, compressed. */
static const struct packed {
    const char *bytes;
    size_t n;
    const char *too_short, *corrupt;
} PACKED[] = {
    {BYTES("\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\x0B\xC9\x48\x55\xC8\x2F\xCF\x51\x28\xCE\x49\x4D\x2D\x28\x56\x48"
           "\xAA\x54\x48\x49\xAC\xD4\xE3\x72\xAA\x54\xC8\xCB\x4C\xCF\x28\x51\x28\x81\xCA\x67\x94\xE6\x95\x14\x2B\xE4"
           "\x66\x26\xA7\xEA\x71\x01\x00\xBA\xD4\x8F\x93\x34\x00\x00\x00"),
     "gzip data ends too early", "gzip data is corrupt"},
    {BYTES(
         "\x28\xB5\x2F\xFD\x24\x34\xA1\x01\x00The owl sleeps by day.\nBy night the owl hunts mice.\n\xC6\x7C\xB8\x38"),
     "zstd data ends too early", "zstd data is corrupt"},
    {BYTES("\xFD\x37\x7A\x58\x5A\x00\x00\x01\x69\x22\xDE\x36\x02\x00\x21\x01\x1C\x00\x00\x00\x10\xCF\x58\xCC\x01\x00"
           "\x33The owl sleeps by day.\nBy night the owl hunts mice.\n\x00\xBA\xD4\x8F\x93\x00\x01\x48\x34\x93\x84\x92"
           "\x39\x90\x42\x99\x0D\x01\x00\x00\x00\x00\x01\x59\x5A"),
     "xz data ends too early", "xz data is corrupt"},
};

/* An input of these bytes, in a file that is gone when it is closed. */
static void open_bytes(input *in, const char *data, size_t n) {
    char path[] = "/tmp/summ-input-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, data, n), n);
    close(fd);
    assert_null(input_open(in, path));
    unlink(path);
}

static bool is_built_in(const struct packed *one) {
    bool may_be;
    return unpack_find(one->bytes, one->n, &may_be)->open != NULL;
}

static void expect_all(const char *data, size_t n, const char *text, size_t n_text) {
    input in;
    open_bytes(&in, data, n);
    assert_null(input_all(&in));
    assert_int_equal(in.held.n, n_text);
    if (n_text > 0)
        assert_memory_equal(in.held.data, text, n_text);
    input_close(&in);
}

static void expect_failure(const char *data, size_t n, const char *reason) {
    input in;
    open_bytes(&in, data, n);
    const char *got = input_all(&in);
    assert_non_null(got);
    assert_string_equal(got, reason);
    input_close(&in);
}

static void test_plain(void **state) {
    (void)state;
    expect_all(TEXT, N_TEXT, TEXT, N_TEXT);
    expect_all("", 0, "", 0);
    expect_all("\x1F", 1, "\x1F", 1);
    expect_all("\x1F\x8Bowl", 5, "\x1F\x8Bowl", 5);
    expect_all("(\xB5/", 3, "(\xB5/", 3);
    expect_all("\0\n\0", 3, "\0\n\0", 3);
}

static void test_no_file(void **state) {
    (void)state;
    input in;
    assert_string_equal(input_open(&in, "/there/is/no/such/file"), strerror(ENOENT));
    input_close(&in);
}

static void test_packed(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(PACKED); i++) {
        if (is_built_in(&PACKED[i]))
            expect_all(PACKED[i].bytes, PACKED[i].n, TEXT, N_TEXT);
        else
            expect_failure(PACKED[i].bytes, PACKED[i].n, unpack_at(i)->missing);
    }
}

/* Two of a kind one behind the other are one text. */
static void test_members(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(PACKED); i++) {
        char twice[512], text[256];
        if (!is_built_in(&PACKED[i]))
            continue;
        memcpy(twice, PACKED[i].bytes, PACKED[i].n);
        memcpy(twice + PACKED[i].n, PACKED[i].bytes, PACKED[i].n);
        memcpy(text, TEXT, N_TEXT);
        memcpy(text + N_TEXT, TEXT, N_TEXT);
        expect_all(twice, 2 * PACKED[i].n, text, 2 * N_TEXT);
        expect_failure(twice, 2 * PACKED[i].n - 5, PACKED[i].too_short);
    }
}

/* Every prefix that is long enough to be told from a text. */
static void test_truncated(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(PACKED); i++)
        for (size_t n = unpack_at(i)->n_magic; n < PACKED[i].n && is_built_in(&PACKED[i]); n++)
            expect_failure(PACKED[i].bytes, n, PACKED[i].too_short);
}

static void test_garbage_behind(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(PACKED); i++) {
        char longer[512];
        if (!is_built_in(&PACKED[i]))
            continue;
        memcpy(longer, PACKED[i].bytes, PACKED[i].n);
        memcpy(longer + PACKED[i].n, "what stands here is no data", 24);
        expect_failure(longer, PACKED[i].n + 24, PACKED[i].corrupt);
    }
    static const char padded[512];
    char data[1024];
    memcpy(data, PACKED[0].bytes, PACKED[0].n);
    memcpy(data + PACKED[0].n, padded, sizeof padded);
    if (is_built_in(&PACKED[0]))
        expect_all(data, PACKED[0].n + sizeof padded, TEXT, N_TEXT);
}

/* A bit that is turned is found, but where it stands for nothing, as in the time of a gzip member. */
static void test_turned_bits(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(PACKED); i++) {
        for (size_t bit = 0; bit < 8 * PACKED[i].n && is_built_in(&PACKED[i]); bit++) {
            char data[256];
            input in;
            memcpy(data, PACKED[i].bytes, PACKED[i].n);
            data[bit / 8] = (char)(data[bit / 8] ^ (1 << bit % 8));
            if (bit / 8 < unpack_at(i)->n_magic)
                continue;
            open_bytes(&in, data, PACKED[i].n);
            const char *reason = input_all(&in);
            if (reason == NULL) {
                assert_int_equal(in.held.n, N_TEXT);
                assert_memory_equal(in.held.data, TEXT, N_TEXT);
            }
            input_close(&in);
        }
    }
}

/* Windows of 1 GiB. */
static void test_windows(void **state) {
    (void)state;
    if (is_built_in(&PACKED[1]))
        expect_failure(BYTES("\x28\xB5\x2F\xFD\x00\xA0\x01\x00\x00"),
                       "zstd data needs more than 128 MiB to be unpacked");
    if (is_built_in(&PACKED[2]))
        expect_failure(
            BYTES("\xFD\x37\x7A\x58\x5A\x00\x00\x01\x69\x22\xDE\x36\x02\x00\x21\x01\x24\x00\x00\x00\x5E\x1F\xC7\xF9"),
            "xz data needs more than 128 MiB to be unpacked");
}

/* Byte by byte through a pipe: what may still be a beginning is waited for, and no line comes too early. */
static void test_pieces(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(PACKED); i++) {
        int ends[2];
        if (!is_built_in(&PACKED[i]))
            continue;
        assert_int_equal(pipe(ends), 0);
        input in = {.fd = ends[0]};
        for (size_t at = 0; at < PACKED[i].n; at++) {
            bool has_line = in.held.n > 0 && memchr(in.held.data, '\n', in.held.n) != NULL;
            assert_false(has_line && at < unpack_at(i)->n_magic);
            while (input_is_ready(&in) && !in.ended)
                assert_null(input_fill(&in));
            assert_int_equal(write(ends[1], PACKED[i].bytes + at, 1), 1);
        }
        close(ends[1]);
        assert_null(input_all(&in));
        assert_int_equal(in.held.n, N_TEXT);
        assert_memory_equal(in.held.data, TEXT, N_TEXT);
        input_close(&in);
    }
}

/* The next line, NULL at the end. */
static const char *next_line(input *in, const char **line, size_t *n) {
    const char *reason = NULL;
    *line = NULL;
    while (reason == NULL && !input_take_line(in, line, n) && !in->ended)
        reason = input_fill(in);
    return reason;
}

static void test_lines(void **state) {
    (void)state;
    for (size_t i = 0; i <= COUNT_OF(PACKED); i++) {
        const char *line;
        size_t n;
        input in;
        if (i < COUNT_OF(PACKED) && !is_built_in(&PACKED[i]))
            continue;
        open_bytes(&in, i < COUNT_OF(PACKED) ? PACKED[i].bytes : TEXT, i < COUNT_OF(PACKED) ? PACKED[i].n : N_TEXT);
        assert_null(next_line(&in, &line, &n));
        assert_int_equal(n, 22);
        assert_null(next_line(&in, &line, &n));
        assert_int_equal(n, 28);
        assert_null(next_line(&in, &line, &n));
        assert_null(line);
        input_close(&in);
    }
}

/* 64 MiB of lines from 64 KiB of data take no more memory than a few lines do. */
static void test_much_from_little(void **state) {
    (void)state;
    char path[] = "/tmp/summ-input-XXXXXX", command[256];
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    snprintf(command, sizeof command, "yes 'The owl sleeps.' 2>/dev/null | head -c 67108864 | gzip -c >%s", path);
    if (!is_built_in(&PACKED[0]) || system(command) != 0) {
        unlink(path);
        skip();
    }
    input in;
    const char *line;
    size_t n, n_lines = 0;
    assert_null(input_open(&in, path));
    unlink(path);
    while (next_line(&in, &line, &n) == NULL && line != NULL) {
        assert_int_equal(n, 15);
        n_lines++;
    }
    assert_int_equal(n_lines, 67108864 / 16);
    assert_true(in.held.room + in.packed.room <= 512 * 1024);
    input_close(&in);
}

/* A file that is opened and read in part; what follows then is done to it. */
static int open_changing(input *in, char path[]) {
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, TEXT, N_TEXT), N_TEXT);
    assert_null(input_open(in, path));
    assert_null(input_fill(in));
    assert_false(in->ended);
    return fd;
}

static void close_changing(input *in, int fd, const char *path, const char *reason) {
    const char *got = input_all(in);
    assert_true((got == NULL) == (reason == NULL));
    if (reason != NULL)
        assert_string_equal(got, reason);
    input_close(in);
    close(fd);
    unlink(path);
}

static void test_changed(void **state) {
    (void)state;
    static const char changed[] = "changed while it was read";
    const struct timespec long_ago[] = {{1000, 0}, {1000, 1}};
    char path[4][32] = {"/tmp/summ-input-XXXXXX", "/tmp/summ-input-XXXXXX", "/tmp/summ-input-XXXXXX",
                        "/tmp/summ-input-XXXXXX"};
    input in;
    int fd = open_changing(&in, path[0]);
    assert_int_equal(ftruncate(fd, 3), 0);
    close_changing(&in, fd, path[0], changed);

    fd = open_changing(&in, path[1]);
    assert_int_equal(futimens(fd, long_ago), 0);
    close_changing(&in, fd, path[1], changed);

    fd = open_changing(&in, path[2]);
    assert_int_equal(write(fd, TEXT, N_TEXT), N_TEXT);
    close_changing(&in, fd, path[2], NULL);

    fd = open_changing(&in, path[3]);
    assert_int_equal(unlink(path[3]), 0);
    close_changing(&in, fd, path[3], NULL);
}

/* Holes, which take no room on a disk, and of which nothing is read but the beginning. */
static void test_too_large(void **state) {
    (void)state;
    static const struct { off_t n, from; } sizes[] = {{4294967295, 0}, {5368709120, 0}, {4294967305, 10}};
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        char path[] = "/tmp/summ-input-XXXXXX";
        input in;
        int fd = mkstemp(path);
        assert_int_equal(ftruncate(fd, sizes[i].n), 0);
        assert_null(input_open(&in, path));
        unlink(path);
        close(fd);
        assert_int_equal(lseek(in.fd, sizes[i].from, SEEK_SET), sizes[i].from);
        assert_string_equal(input_all(&in), "text too large");
        assert_true(in.n_read <= 1024 * 1024);
        input_close(&in);
    }
}

static void test_some(void **state) {
    (void)state;
    input in;
    open_bytes(&in, TEXT, N_TEXT);
    assert_null(input_some(&in, 5));
    assert_true(in.held.n >= 5);
    assert_null(input_some(&in, 1000));
    assert_true(in.ended);
    assert_null(input_all(&in));
    assert_int_equal(in.held.n, N_TEXT);
    input_close(&in);
}

static void *write_slowly(void *context) {
    int fd = *(int *)context;
    for (size_t i = 0; i < N_TEXT; i++)
        assert_int_equal(write(fd, TEXT + i, 1), 1);
    close(fd);
    return NULL;
}

/* What does not block is waited for. */
static void test_not_blocking(void **state) {
    (void)state;
    int ends[2];
    pthread_t writer;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
    input in = {.fd = ends[0]};
    assert_int_equal(pthread_create(&writer, NULL, write_slowly, &ends[1]), 0);
    assert_null(input_all(&in));
    assert_int_equal(pthread_join(writer, NULL), 0);
    assert_int_equal(in.held.n, N_TEXT);
    assert_memory_equal(in.held.data, TEXT, N_TEXT);
    input_close(&in);
}

static void test_names(void **state) {
    (void)state;
    assert_int_equal(unpack_name("a.txt.gz"), 5);
    assert_int_equal(unpack_name("a.txt.zst"), 5);
    assert_int_equal(unpack_name("a.txt.xz"), 5);
    assert_int_equal(unpack_name("a.txt"), 5);
    assert_int_equal(unpack_name(".gz"), 3);
    assert_int_equal(unpack_name(""), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),
        cmocka_unit_test(test_no_file),
        cmocka_unit_test(test_packed),
        cmocka_unit_test(test_members),
        cmocka_unit_test(test_truncated),
        cmocka_unit_test(test_garbage_behind),
        cmocka_unit_test(test_turned_bits),
        cmocka_unit_test(test_windows),
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_much_from_little),
        cmocka_unit_test(test_changed),
        cmocka_unit_test(test_too_large),
        cmocka_unit_test(test_some),
        cmocka_unit_test(test_not_blocking),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
