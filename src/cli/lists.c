/* lists.c - word lists from files. */
#define _DEFAULT_SOURCE
#include "lists.h"

#include "input.h"
#include "message.h"
#include "run.h"

#include <stdint.h>
#include <unistd.h>

enum {
    REMEMBERED_WORDS = 32768 /* 2 MB */
};

/* The bytes of a file and a NUL; a `path` of NULL gives no bytes. False after a message. */
static bool read_list(const char *path, bytes *out) {
    input in;
    *out = (bytes){0};
    if (path == NULL)
        return true;
    const char *reason = input_open(&in, path);
    if (reason == NULL)
        reason = input_all(&in);
    if (reason == NULL && bytes_add(&in.held, "", 1)) {
        *out = in.held;
        in.held = (bytes){0};
    } else {
        complain(MESSAGE_NAME ": %s", path, reason != NULL ? reason : summ_status_message(SUMM_ERR_MEMORY));
    }
    input_close(&in);
    return out->data != NULL;
}

/* Most of what the machine has: beyond that, a system may promise memory that is not there, and end whoever uses it. */
static size_t memory_ceiling(void) {
    size_t ceiling = SUMM_NO_LIMIT;
#ifdef _SC_PHYS_PAGES
    long n_pages = sysconf(_SC_PHYS_PAGES), n_bytes = sysconf(_SC_PAGESIZE);
    if (n_pages > 0 && n_bytes > 0 && (size_t)n_pages <= SIZE_MAX / (size_t)n_bytes)
        ceiling = (size_t)n_pages * (size_t)n_bytes / 4 * 3;
#endif
    return ceiling;
}

static summ_engine *make(const settings *asked, const bytes *abbreviations, const bytes *stopwords) {
    summ_engine *engine;
    summ_engine_options options;
    summ_engine_options_init(&options, sizeof options);
    options.abbreviations = abbreviations->data;
    options.stopwords = stopwords->data;
    options.more_stopwords = asked->more_stopwords;
    options.max_memory = memory_ceiling();
    options.remembered_words = run_has_one_text(asked) ? 0 : REMEMBERED_WORDS;
    summ_status status = summ_engine_new(&options, &engine);
    if (status == SUMM_OK)
        return engine;
    complain("%s", summ_status_message(status));
    return NULL;
}

summ_engine *lists_engine(const settings *asked) {
    bytes abbreviations = {0}, stopwords = {0};
    bool good = read_list(asked->abbreviations, &abbreviations) && read_list(asked->stopwords, &stopwords);
    summ_engine *engine = good ? make(asked, &abbreviations, &stopwords) : NULL;
    bytes_free(&abbreviations);
    bytes_free(&stopwords);
    return engine;
}
