/* scenario.c - texts, records and documents for the scenarios. */
#define _XOPEN_SOURCE 700
#include "scenario.h"

#include <dirent.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

const scenario scenarios[] = {
    {"a file", "-n 2 mill.txt", .input = NULL},
    {"standard input", "-n 2", .input = "mill.txt"},
    {"several files", "-n 1 mill.txt tide.txt peak.txt", .is_partial = true},
    {"-m", "-m -n 9 -b mill.txt tide.txt", .is_partial = true},
    {"json lines", "-F jsonl -n 1", .input = "two.jsonl", .is_partial = true},
    {"json lines to text", "-n 1 -t text two.jsonl", .is_partial = true},
    {"csv", "-n 1 two.csv", .is_partial = true},
    {"json", "-n 1 two.json", .is_partial = true},
    {"merged records", "-m -n 9 -t text two.jsonl two.csv", .is_partial = true},
    {"a new file", "-n 2 -o new.txt mill.txt", .output = "new.txt"},
    {"a file that is there", "-n 2 -o out.txt mill.txt", .output = "out.txt"},
    {"-o by a link", "-n 2 -o link.txt mill.txt", .output = "out.txt"},
    {"-o of several files", "-n 2 -o out.txt mill.txt tide.txt", .output = "out.txt", .is_partial = true},
    {"-o of records", "-n 1 -o out.txt two.jsonl", .output = "out.txt", .is_partial = true},
    {"-r", "-n 1 -r box", .is_partial = true, .is_found = true},
    {"gzip", "-n 2 mill.txt.gz", .lacks = "zlib"},
    {"zstd", "-n 2 mill.txt.zst", .lacks = "zstd"},
    {"xz", "-n 2 mill.txt.xz", .lacks = "liblzma"},
    {"a converter", "-n 2 mill.pdf", .input = NULL},
    {"converters beside one another", "-n 1 -j 2 mill.pdf tide.pdf", .is_partial = true},
    {"the file of options", "mill.txt", .set = "SUMM_CONFIG_PATH=config"},
    {"word lists", "-n 2 --stopwords=words --abbreviations=words mill.txt", .input = NULL},
    {"--known", "-n 2 --known=tide.txt mill.txt", .input = NULL},
    {"--against", "-k 3 --against=tide.txt mill.txt", .input = NULL},
    {"-j 2", "-n 1 -j 2 mill.txt tide.txt peak.txt", .is_partial = true},
    {"--split", "--split mill.txt", .input = NULL},
    {"--extract", "--extract page.html", .lacks = "gumbo"},
    {"-t html -o", "-t html -o out.txt mill.txt", .output = "out.txt"},
    {"-t json", "-n 2 -t json mill.txt", .is_partial = true},
    {"a character set that is given", "-n 2 --encoding=KOI8-R koi.txt", .input = NULL},
    {"a character set that is guessed", "-n 2 koi.txt", .lacks = "uchardet"},
    {"--help", "--help", .input = NULL},
    {NULL, NULL, .input = NULL},
};

#define MILL                                                                                                           \
    "The mill on the river ground corn for three villages. In the dry summer its wheel stood still. The miller sold "  \
    "the stones, and the villages built a mill with sails on the hill.\n"

/* A mill again, in Russian and KOI8-R. */
#define RUSSIAN                                                                                                        \
    "\xED\xC5\xCC\xD8\xCE\xC9\xC3\xC1 \xD5 \xD2\xC5\xCB\xC9 \xCD\xCF\xCC\xCF\xCC\xC1 \xDA\xC5\xD2\xCE\xCF "            \
    "\xC4\xCC\xD1 \xD4\xD2\xA3\xC8 \xC4\xC5\xD2\xC5\xD7\xC5\xCE\xD8. \xF3\xD5\xC8\xC9\xCD \xCC\xC5\xD4\xCF"            \
    "\xCD \xC5\xA3 \xCB\xCF\xCC\xC5\xD3\xCF \xD3\xD4\xCF\xD1\xCC\xCF. \xED\xC5\xCC\xD8\xCE\xC9\xCB \xD0\xD2"           \
    "\xCF\xC4\xC1\xCC \xD6\xC5\xD2\xCE\xCF\xD7\xC1, \xC9 \xC4\xC5\xD2\xC5\xD7\xCE\xC9 \xD0\xCF\xD3\xD4\xD2"            \
    "\xCF\xC9\xCC\xC9 \xCE\xCF\xD7\xD5\xC0 \xCD\xC5\xCC\xD8\xCE\xC9\xC3\xD5 \xCE\xC1 \xC8\xCF\xCC\xCD\xC5.\n"

/* Compressed are the first two sentences, as they are too short to compress. */
#define PACKED "The owl sleeps by day.\nBy night the owl hunts mice.\n"

#define FILE_OF(name, data)                                                                                            \
    { name, data, sizeof(data) - 1 }
static const struct {
    const char *name, *data;
    size_t n;
} files[] = {
    FILE_OF("mill.txt", MILL),
    FILE_OF("tide.txt", "The tide came in over the flats at dawn. At noon the boats lay dry again.\n"),
    FILE_OF("peak.txt", "Nobody had climbed the peak in winter. Two sisters did it in March.\n"),
    FILE_OF("two.jsonl",
            "{\"text\":\"The owl sleeps by day. By night the owl hunts mice.\"}\n{\"text\":\"Bees dance.\"}\n"),
    FILE_OF("two.json",
            "[{\"text\":\"The owl sleeps by day. By night the owl hunts mice.\"},{\"text\":\"Bees dance.\"}]\n"),
    FILE_OF("two.csv", "text,id\nThe owl sleeps by day. By night the owl hunts mice.,7\nBees dance.,8\n"),
    FILE_OF("mill.txt.gz",
            "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\x0B\xC9\x48\x55\xC8\x2F\xCF\x51\x28\xCE\x49\x4D\x2D\x28\x56\x48"
            "\xAA\x54\x48\x49\xAC\xD4\xE3\x72\xAA\x54\xC8\xCB\x4C\xCF\x28\x51\x28\x81\xCA\x67\x94\xE6\x95\x14\x2B\xE4"
            "\x66\x26\xA7\xEA\x71\x01\x00\xBA\xD4\x8F\x93\x34\x00\x00\x00"),
    FILE_OF("mill.txt.zst", "\x28\xB5\x2F\xFD\x24\x34\xA1\x01\x00" PACKED "\xC6\x7C\xB8\x38"),
    FILE_OF("mill.txt.xz",
            "\xFD\x37\x7A\x58\x5A\x00\x00\x01\x69\x22\xDE\x36\x02\x00\x21\x01\x1C\x00\x00\x00\x10\xCF\x58\xCC\x01\x00"
            "\x33" PACKED "\x00\xBA\xD4\x8F\x93\x00\x01\x48\x34\x93\x84\x92"
            "\x39\x90\x42\x99\x0D\x01\x00\x00\x00\x00\x01\x59\x5A"),
    FILE_OF("mill.pdf", "%PDF-1.4\n" MILL),
    FILE_OF("tide.pdf", "%PDF-1.4\nThe tide came in over the flats at dawn. At noon the boats lay dry again.\n"),
    FILE_OF("page.html", "<!DOCTYPE html><title>Mill</title><body><p>" MILL "<p>" MILL),
    FILE_OF("koi.txt", RUSSIAN),
    FILE_OF("config", "sentences = 2\n"),
    FILE_OF("words", "corn\nmill\n"),
    FILE_OF("out.txt", "old\n"),
    FILE_OF("box/mill.txt", MILL),
    FILE_OF("box/deep/tide.txt", "The tide came in over the flats at dawn. At noon the boats lay dry again.\n"),
    FILE_OF("bin/pdftotext", "#!/bin/sh\nexec tail -n +2\n"),
};

enum {
    N_FILES = sizeof files / sizeof files[0]
};

static char top[] = "/tmp/summ-io-XXXXXX";

static void write_file(const char *name, const char *data, size_t n) {
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
}

void scenario_begin(void) {
    static char path[8192];
    assert_non_null(mkdtemp(top));
    assert_int_equal(chdir(top), 0);
    assert_int_equal(mkdir("box", 0777) | mkdir("box/deep", 0777) | mkdir("bin", 0777), 0);
    for (size_t i = 0; i < N_FILES; i++)
        write_file(files[i].name, files[i].data, files[i].n);
    assert_int_equal(chmod("bin/pdftotext", 0777), 0);
    assert_int_equal(symlink("out.txt", "link.txt") | symlink("../mill.txt", "box/peak.txt"), 0);
    snprintf(path, sizeof path, "%s/bin:%s", top, getenv("PATH"));
    assert_int_equal(setenv("PATH", path, 1), 0);
}

static int remove_one(const char *path, const struct stat *there, int type, struct FTW *place) {
    (void)there, (void)type, (void)place;
    return remove(path);
}

void scenario_end(void) {
    nftw(top, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static bool is_ours(const char *name) {
    for (size_t i = 0; i < N_FILES; i++)
        if (strcmp(name, files[i].name) == 0)
            return true;
    return name[0] == '.' ? name[1] == '\0' || strcmp(name, "..") == 0
                          : strcmp(name, "box") == 0 || strcmp(name, "bin") == 0 || strcmp(name, "link.txt") == 0;
}

const char *scenario_litter(void) {
    static char found[256];
    DIR *directory = opendir(".");
    const struct dirent *entry;
    assert_non_null(directory);
    found[0] = '\0';
    while ((entry = readdir(directory)) != NULL)
        if (!is_ours(entry->d_name))
            snprintf(found, sizeof found, "%s", entry->d_name);
    closedir(directory);
    return found[0] != '\0' ? found : NULL;
}
