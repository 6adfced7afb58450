/* Tables whose rows become objects, with all columns or those that are asked for. */
#define _XOPEN_SOURCE 700
#include "cli/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const jsonl_fields FIELDS = {.text = "text", .title = "name"};

static void open_bytes(input *in, const bytes *from) {
    char path[] = "/tmp/summ-table-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, from->data, from->n), from->n);
    close(fd);
    assert_null(input_open(in, path));
    assert_null(input_all(in));
    unlink(path);
}

/* Adds all rows and flaws to `out`, each on a line. Returns how many rows there are. */
static size_t read_table(const bytes *from, bool whole, bytes *out) {
    table_reader reader;
    record_line line;
    bytes made = {0};
    input in;
    size_t n = 0;
    open_bytes(&in, from);
    table_begin(&reader, ',', &FIELDS, whole);
    for (; table_next(&reader, &in, &made, &line); n += !line.is_flaw)
        assert_true(bytes_add(out, line.text, line.n_text) && bytes_add(out, "\n", 1));
    table_free(&reader);
    bytes_free(&made);
    input_close(&in);
    return n;
}

static void expect(const char *table, bool whole, const char *rows) {
    bytes from = {0}, out = {0};
    assert_true(bytes_add(&from, table, strlen(table)));
    read_table(&from, whole, &out);
    assert_true(bytes_add(&out, "", 1));
    assert_string_equal(out.data, rows);
    bytes_free(&from);
    bytes_free(&out);
}

static void test_columns(void **state) {
    (void)state;
    expect("", true, "");
    expect("", false, "");
    expect("text\n", false, "");
    expect("id,text,name\n1,a,b\n", true, "{\"id\":\"1\",\"text\":\"a\",\"name\":\"b\"}\n");
    expect("id,text,name\n1,a,b\n", false, "{\"text\":\"a\",\"name\":\"b\"}\n");
    expect("id,name,other,\"text\"\n1,\xFF,2,\xC3\n", false, "{\"name\":\"\xEF\xBF\xBD\",\"text\":\"\xEF\xBF\xBD\"}\n");
    expect("text,id,text\na,1,b\n", false, "{\"text\":\"a\",\"text\":\"b\"}\n");
}

/* Also in columns that nobody asks for. */
static void test_flaws(void **state) {
    (void)state;
    static const char TABLE[] = "id,text,other\n1,a\n\"1\"x,a,2\n1,a,2,3\n1,a,\"2\n";
    static const char FLAWS[] = "2 columns, not 3\ntext behind a closing quotation mark\n4 columns, not 3\n"
                                "a quotation mark that is not closed\n";
    expect(TABLE, true, FLAWS);
    expect(TABLE, false, FLAWS);
    expect("id,name\n1,a\n", false, "no column 'text'\n");
}

/* A name of so many letters in half of the bytes, and rows of four bytes in the others. */
static void fill(bytes *table, size_t n_name, size_t n_rows) {
    for (size_t i = 0; i < n_name; i++)
        assert_true(bytes_add(table, "a", 1));
    assert_true(bytes_add(table, ",text\n", 6));
    for (size_t i = 0; i < n_rows; i++)
        assert_true(bytes_add(table, "x,y\n", 4));
}

static size_t count_written(size_t n_name, size_t n_rows, bool whole, size_t n_expected) {
    bytes table = {0}, out = {0};
    fill(&table, n_name, n_rows);
    assert_int_equal(read_table(&table, whole, &out), n_expected);
    size_t n = out.n;
    bytes_free(&table);
    bytes_free(&out);
    return n;
}

/* Work, by what is written: twice the bytes are at most 2.2 times as much. */
static void test_growth(void **state) {
    (void)state;
    for (size_t n = 1000; n <= 64000; n *= 2) {
        size_t once = count_written(n / 2, n / 8, false, n / 8), twice = count_written(n, n / 4, false, n / 4);
        assert_true(10 * twice <= 22 * once);
    }
}

/* With its quotation marks 4096 bytes. */
static void test_long_names(void **state) {
    (void)state;
    count_written(4094, 10, true, 10);
    count_written(4095, 10, true, 0);
    count_written(4095, 10, false, 10);
    bytes table = {0}, out = {0};
    fill(&table, 50000, 5);
    assert_int_equal(read_table(&table, true, &out), 0);
    assert_true(bytes_add(&out, "", 1));
    assert_string_equal(out.data, "column 1 has a name of over 4096 bytes, which each line of jsonl would repeat\n");
    bytes_free(&table);
    bytes_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_flaws),
        cmocka_unit_test(test_growth),
        cmocka_unit_test(test_long_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
