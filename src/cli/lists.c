/* lists.c - word lists from files. */
#include "lists.h"

#include "input.h"
#include "message.h"

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

static summ_engine *make(const settings *asked, const bytes *abbreviations, const bytes *stopwords) {
    summ_engine *engine;
    summ_engine_options options;
    summ_engine_options_init(&options, sizeof options);
    options.abbreviations = abbreviations->data;
    options.stopwords = stopwords->data;
    options.more_stopwords = asked->more_stopwords;
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
