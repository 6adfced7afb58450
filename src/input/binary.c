#include "input/binary.h"

#include "base/bytes.h"
#include "base/utf8.h"
#include "input/wide.h"

#include <string.h>

enum {
    SAMPLE = 65536,
    NUL_WITHIN = 512
};

/* Bytes of a format at a fixed place. */
typedef struct signature {
    const char *bytes;
    size_t n, at;
    bool nul; /* they might begin a text; but a text has no NUL near its beginning */
    const char *kind;
} signature;

#define SIGNATURE(bytes, at, nul, kind)                                                                                \
    { bytes, sizeof(bytes) - 1, at, nul, kind }
static const signature SIGNATURES[] = {
    SIGNATURE("%PDF-1.", 0, false, "PDF document"),
    SIGNATURE("%PDF-2.", 0, false, "PDF document"),
    SIGNATURE("{\\rtf1", 0, false, "RTF document"),
    SIGNATURE("%!PS-Adobe-", 0, false, "PostScript document"),
    SIGNATURE("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, false, "old Microsoft Office document"),
    SIGNATURE("\x1F\x8B", 0, false, "gzip data"),
    SIGNATURE("\x28\xB5\x2F\xFD", 0, false, "zstd data"),
    SIGNATURE("\xFD"
              "7zXZ\0",
              0, false, "xz data"),
    SIGNATURE("1AY&SY", 4, false, "bzip2 data"),
    SIGNATURE("7z\xBC\xAF\x27\x1C", 0, false, "7-Zip archive"),
    SIGNATURE("Rar!\x1A\x07", 0, false, "RAR archive"),
    SIGNATURE("ustar", 257, true, "tar archive"),
    SIGNATURE("\x89PNG\r\n\x1A\n", 0, false, "PNG image"),
    SIGNATURE("\xFF\xD8\xFF", 0, false, "JPEG image"),
    SIGNATURE("GIF87a", 0, true, "GIF image"),
    SIGNATURE("GIF89a", 0, true, "GIF image"),
    SIGNATURE("II*\0", 0, false, "TIFF image"),
    SIGNATURE("MM\0*", 0, false, "TIFF image"),
    SIGNATURE("WEBP", 8, true, "WebP image"),
    SIGNATURE("AT&TFORM", 0, true, "DjVu document"),
    SIGNATURE("BOOKMOBI", 60, true, "MOBI book"),
    SIGNATURE("ID3", 0, true, "MP3 audio"),
    SIGNATURE("\xFF\xFB", 0, true, "MP3 audio"),
    SIGNATURE("\xFF\xF3", 0, true, "MP3 audio"),
    SIGNATURE("fLaC", 0, true, "FLAC audio"),
    SIGNATURE("OggS", 0, true, "Ogg audio or video"),
    SIGNATURE("WAVE", 8, true, "WAV audio"),
    SIGNATURE("AVI ", 8, true, "AVI video"),
    SIGNATURE("ftyp", 4, true, "MP4 video"),
    SIGNATURE("\x1A\x45\xDF\xA3", 0, false, "Matroska video"),
    SIGNATURE("\x7F"
              "ELF",
              0, false, "ELF program"),
    SIGNATURE("MZ", 0, true, "Windows program"),
    SIGNATURE("\xCF\xFA\xED\xFE", 0, false, "Mach-O program"),
    SIGNATURE("\xCA\xFE\xBA\xBE", 0, false, "Java class file"),
    SIGNATURE("\0asm", 0, false, "WebAssembly program"),
    SIGNATURE("!<arch>\n", 0, false, "ar archive"),
    SIGNATURE("SQLite format 3\0", 0, false, "SQLite database"),
    SIGNATURE("wOF2", 0, true, "font"),
    SIGNATURE("OTTO\0", 0, false, "font"),
};

static bool has(const char *bytes, size_t n, size_t at, const char *wanted, size_t n_wanted) {
    return n >= at + n_wanted && memcmp(bytes + at, wanted, n_wanted) == 0;
}

static const char *by_signature(const char *bytes, size_t n) {
    bool nul = memchr(bytes, 0, n < NUL_WITHIN ? n : NUL_WITHIN) != NULL;
    for (size_t i = 0; i < sizeof SIGNATURES / sizeof *SIGNATURES; i++) {
        const signature *s = &SIGNATURES[i];
        if ((nul || !s->nul) && has(bytes, n, s->at, s->bytes, s->n))
            return s->kind;
    }
    return NULL;
}

/* ---- What a ZIP archive holds ---- */

enum {
    NAME_LENGTH = 26, /* in the header of an entry */
    EXTRA_LENGTH = 28,
    NAME = 30
};

/* Entries by the beginnings of their names; for "mimetype", which is stored first and as it is, by its content. */
static const struct {
    const char *name, *content, *kind;
} ENTRIES[] = {
    {"word/", NULL, "Word document (DOCX)"},
    {"xl/", NULL, "Excel workbook (XLSX)"},
    {"ppt/", NULL, "PowerPoint presentation (PPTX)"},
    {"mimetype", "application/epub+zip", "EPUB book"},
    {"mimetype", "application/vnd.oasis.opendocument.text", "OpenDocument text (ODT)"},
    {"mimetype", "application/vnd.oasis.opendocument.spreadsheet", "OpenDocument spreadsheet (ODS)"},
    {"mimetype", "application/vnd.oasis.opendocument.presentation", "OpenDocument presentation (ODP)"},
    {"META-INF/MANIFEST.MF", NULL, "Java archive"},
};

static size_t read_16(const char *p) {
    return (size_t)(unsigned char)p[0] | (size_t)(unsigned char)p[1] << 8;
}

static const char *by_entry(const char *entry, size_t n) {
    size_t n_name = read_16(entry + NAME_LENGTH), content = NAME + n_name + read_16(entry + EXTRA_LENGTH);
    for (size_t i = 0; i < sizeof ENTRIES / sizeof *ENTRIES; i++) {
        size_t n_wanted = strlen(ENTRIES[i].name);
        if (n_name < n_wanted || !has(entry, n, NAME, ENTRIES[i].name, n_wanted))
            continue;
        if (ENTRIES[i].content == NULL || has(entry, n, content, ENTRIES[i].content, strlen(ENTRIES[i].content)))
            return ENTRIES[i].kind;
    }
    return NULL;
}

/* The entries that begin in the sample: their lengths may be unknown to their headers, so these are searched for. */
static const char *by_entries(const char *bytes, size_t n) {
    static const char HEADER[] = "PK\x03\x04";
    if (!has(bytes, n, 0, HEADER, 4))
        return has(bytes, n, 0, "PK\x05\x06", 4) ? "ZIP archive" : NULL;
    const char *end = bytes + n, *at = bytes, *kind = NULL;
    while (kind == NULL && at != NULL && end - at >= NAME) {
        if (memcmp(at, HEADER, 4) == 0)
            kind = by_entry(at, (size_t)(end - at));
        at = memchr(at + 1, 'P', (size_t)(end - at - 1));
    }
    return kind != NULL ? kind : "ZIP archive";
}

/* ---- Bytes that no text has ---- */

static bool is_control(unsigned char c) {
    return (c < ' ' && !(c >= '\b' && c <= '\r') && c != 0x1B) || c == 0x7F;
}

/* Whether there is none below a space, and no 0x7F, among eight bytes; may miss that. */
static bool are_plain(uint64_t eight) {
    bool below = ((eight - ' ' * SM_BYTES_ONES) & ~eight & SM_BYTES_HIGHS) != 0;
    return !below && !sm_bytes_have(eight & ~SM_BYTES_HIGHS, 0x7F);
}

static size_t count_controls(const char *bytes, size_t n) {
    size_t controls = 0;
    for (size_t i = 0, m; i < n; i += m) {
        m = n - i < 8 ? n - i : 8;
        if (m == 8 && are_plain(sm_bytes_8(bytes + i)))
            continue;
        for (size_t k = 0; k < m; k++)
            controls += is_control((unsigned char)bytes[i + k]);
    }
    return controls;
}

/* But for a character that the end of the sample cuts off. */
static bool is_utf8(const char *bytes, size_t n) {
    uint32_t code;
    for (size_t at = sm_utf8_ascii(bytes, n); at < n; at += sm_utf8_ascii(bytes + at, n - at)) {
        size_t length = sm_utf8_decode(bytes + at, n - at, &code);
        if (length == 1)
            return n - at < 4;
        at += length;
    }
    return true;
}

static bool is_wide(const char *bytes, size_t n) {
    bool marked =
        has(bytes, n, 0, "\xFF\xFE", 2) || has(bytes, n, 0, "\xFE\xFF", 2) || has(bytes, n, 0, "\0\0\xFE\xFF", 4);
    return marked || sm_wide_guess(bytes, n) != SM_WIDE_NONE;
}

static bool is_data(const char *bytes, size_t n) {
    size_t controls = count_controls(bytes, n);
    if (controls < 4 || 32 * controls < n || is_wide(bytes, n))
        return false;
    return 4 * controls >= n || !is_utf8(bytes, n);
}

const char *sm_binary_kind(const char *bytes, size_t n) {
    if (n == 0)
        return NULL;
    n = n < SAMPLE ? n : SAMPLE;
    const char *kind = by_signature(bytes, n);
    if (kind == NULL)
        kind = by_entries(bytes, n);
    return kind == NULL && is_data(bytes, n) ? "binary data" : kind;
}
