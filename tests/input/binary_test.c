/* What is text and what is not. */
#include "input/binary.h"

#include "support/memory.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
#define BYTES(literal)  literal, sizeof(literal) - 1

/* The header of an entry of a ZIP archive, as far as it matters: lengths of the name and of what follows it. */
#define ENTRY(n_name, n_extra) "PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" n_name "\0" n_extra "\0"
#define TYPES                                                                                                          \
    ENTRY("\x13", "\0")                                                                                                \
    "[Content_Types].xml"                                                                                              \
    "deflated"

static const struct {
    const char *bytes;
    size_t n;
    const char *kind;
} CASES[] = {
    {BYTES("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n1 0 obj"), "PDF document"},
    {BYTES("%PDF-2.0\n"), "PDF document"},
    {BYTES("%PDF- is how such files begin."), NULL},
    {BYTES("{\\rtf1\\ansi Owls.}"), "RTF document"},
    {BYTES("%!PS-Adobe-3.0\n"), "PostScript document"},
    {BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"), "old Microsoft Office document"},
    {BYTES("\x1F\x8B\x08\0"), "gzip data"},
    {BYTES("\x28\xB5\x2F\xFD\x04"), "zstd data"},
    {BYTES("\xFD\x37zXZ\0\0"), "xz data"},
    {BYTES("BZh91AY&SY\x01"), "bzip2 data"},
    {BYTES("BZh is how such files begin."), NULL},
    {BYTES("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), "PNG image"},
    {BYTES("\xFF\xD8\xFF\xE0\0\x10JFIF"), "JPEG image"},
    {BYTES("GIF89a\x01\0\x01\0"), "GIF image"},
    {BYTES("GIF89a is a format of images."), NULL},
    {BYTES("RIFF\x10\0\0\0WAVEfmt "), "WAV audio"},
    {BYTES("ID3\x04\0\0\0\0"), "MP3 audio"},
    {BYTES("\0\0\0\x18\x66typmp42"), "MP4 video"},
    {BYTES("\x7F\x45LF\x02\x01\x01\0"), "ELF program"},
    {BYTES("MZ\x90\0\x03\0\0\0"), "Windows program"},
    {BYTES("MZ is how they begin."), NULL},
    {BYTES("\xCA\xFE\xBA\xBE\0\0\0\x34"), "Java class file"},
    {BYTES("SQLite format 3\0\x10\0"), "SQLite database"},
    {BYTES("SQLite format 3 is old."), NULL},
    {BYTES("PK\x05\x06\0\0\0\0"), "ZIP archive"},
    {BYTES(ENTRY("\x05", "\0") "a.txt"), "ZIP archive"},
    {BYTES(ENTRY("\x05", "\0")), "ZIP archive"},
    {BYTES("PK\x03\x04"), "ZIP archive"},
    {BYTES("PK is a monogram."), NULL},
    {BYTES(TYPES ENTRY("\x11", "\0") "word/document.xml"), "Word document (DOCX)"},
    {BYTES(TYPES "PK PK\x03" ENTRY("\x0F", "\0") "xl/workbook.xml"), "Excel workbook (XLSX)"},
    {BYTES(TYPES ENTRY("\x14", "\0") "ppt/presentation.xml"), "PowerPoint presentation (PPTX)"},
    {BYTES(ENTRY("\x08", "\0") "mimetypeapplication/epub+zip"), "EPUB book"},
    {BYTES(ENTRY("\x08", "\x04") "mimetype....application/epub+zip"), "EPUB book"},
    {BYTES(ENTRY("\x08", "\0") "mimetypeapplication/vnd.oasis.opendocument.text"), "OpenDocument text (ODT)"},
    {BYTES(ENTRY("\x08", "\0") "mimetypeapplication/x-unheard-of"), "ZIP archive"},
    {BYTES(ENTRY("\x08", "\0") "mimetype"), "ZIP archive"},
    {BYTES(ENTRY("\x14", "\0") "META-INF/MANIFEST.MF"), "Java archive"},
    {BYTES("\0\0\0\0\0\0\0\0"), "binary data"},
    {BYTES("\x01\x02\x03\x04 owl"), "binary data"},
    {BYTES("\x01\x02\x03\x04 owls sleep by day and hunt by night."), NULL}, /* fewer than one in four, and UTF-8 */
    {BYTES("\x01\x02\x03\x04 \xFFwls sleep by day and hunt by night."), "binary data"},
    {BYTES("\x01\x02\x03 \xFFwls sleep"), NULL},
    {BYTES(""), NULL},
    {BYTES("\0"), NULL},
    {BYTES("P"), NULL},
    {BYTES("One boat\0left. Two\0boats stayed."), NULL},
    {BYTES("\x1B[1mbold\x1B[0m \f\b\t\v\r\n"), NULL},
    {BYTES("\xFF\xFEO\0w\0l\0s\0"), NULL},
    {BYTES("\xFE\xFF\0O\0w\0l\0s"), NULL},
    {BYTES("O\0w\0l\0s\0 \0h\0u\0n\0t\0"), NULL},
    {BYTES("\0\0\xFE\xFF\0\0\0O"), NULL},
    {BYTES("\0\0\0O\0\0\0w\0\0\0l\0\0\0s"), NULL},
    {BYTES("Gr\xFC\xDF\x65 aus K\xF6ln"), NULL},
};

static void test_kinds(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        const char *kind = sm_binary_kind(CASES[i].bytes, CASES[i].n);
        const char *expected = CASES[i].kind;
        if (expected == NULL ? kind != NULL : kind == NULL || strcmp(kind, expected) != 0)
            fail_msg("case %zu is %s, expected %s", i, kind != NULL ? kind : "text",
                     expected != NULL ? expected : "text");
    }
    assert_null(sm_binary_kind(NULL, 0));
}

/* No beginning of any of them is read beyond its end. */
static void test_every_length(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(CASES); i++)
        for (size_t n = 0; n <= CASES[i].n; n++) {
            char *copy = malloc(n + 1);
            assert_non_null(copy);
            memcpy(copy + 1, CASES[i].bytes, n);
            const char *kind = sm_binary_kind(copy + 1, n);
            assert_true(kind == NULL || strlen(kind) > 3);
            free(copy);
        }
}

/* The sample may end within a character. */
static void test_sample_ends(void **state) {
    (void)state;
    enum {
        N = 70000
    };
    char *text = malloc(N);
    assert_non_null(text);
    for (size_t shift = 0; shift < 3; shift++) {
        memset(text, '\x01', N);
        for (size_t i = shift; i + 24 < N; i += 24)
            memcpy(text + i, "\xE6\xA9\x8B\xE6\xA9\x8B\xE6\xA9\x8B\xE6\xA9\x8B\xE6\xA9\x8B\xE6\xA9\x8B\xE6\xA9\x8B",
                   21);
        assert_null(sm_binary_kind(text, N));
        text[100 + shift] = '\xFF';
        text[101 + shift] = '\xFF';
        assert_string_equal(sm_binary_kind(text, N), "binary data");
    }
    free(text);
}

/* Four bytes that no text has make data of 128 bytes that are not UTF-8, wherever they stand. */
static void test_controls(void **state) {
    (void)state;
    for (unsigned c = 1; c < 256; c++) {
        bool is_control = (c < ' ' && (c < '\b' || c > '\r') && c != 0x1B) || c == 0x7F;
        for (size_t at = 0; at < 24; at++) {
            char text[128];
            memset(text, 'a', sizeof text);
            text[100] = '\xFF';
            for (size_t k = 0; k < 4; k++)
                text[at + 25 * k] = (char)c;
            const char *kind = sm_binary_kind(text, sizeof text);
            assert_int_equal(kind != NULL, is_control);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_every_length),
        cmocka_unit_test(test_sample_ends),
        cmocka_unit_test(test_controls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
