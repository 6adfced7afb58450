/* Texts that arrive in pieces. */
#include "api/handles.h"

#include <string.h>

struct summ_feed {
    sm_memory memory;
    const summ_engine *engine;
    SM_VEC(char) text;
};

summ_status summ_feed_new(const summ_engine *engine, summ_feed **feed) {
    if (engine == NULL || feed == NULL)
        return SUMM_ERR_ARGUMENT;
    summ_feed *f = sm_handle_new(engine, sizeof *f);
    if (f == NULL)
        return SUMM_ERR_MEMORY;
    f->engine = engine;
    *feed = f;
    return SUMM_OK;
}

summ_status summ_feed_add(summ_feed *feed, const char *bytes, size_t n_bytes) {
    if (feed == NULL || (bytes == NULL && n_bytes > 0))
        return SUMM_ERR_ARGUMENT;
    if (feed->text.n > feed->engine->max_bytes || n_bytes > feed->engine->max_bytes - feed->text.n)
        return SUMM_ERR_TOO_LARGE;
    if (!sm_vec_reserve(&feed->text, n_bytes, &feed->memory.arena))
        return SUMM_ERR_MEMORY;
    if (n_bytes > 0)
        memcpy(feed->text.at + feed->text.n, bytes, n_bytes);
    feed->text.n += n_bytes;
    return SUMM_OK;
}

summ_status summ_feed_doc(const summ_feed *feed, const summ_doc_options *options, summ_doc **doc) {
    summ_doc_options own;
    summ_doc_options_init(&own, sizeof own);
    if (feed == NULL || !sm_options_read(&own, sizeof own, options))
        return SUMM_ERR_ARGUMENT;
    own.borrow = 0; /* more may follow */
    return summ_doc_new(feed->engine, feed->text.at, feed->text.n, &own, doc);
}

void summ_feed_free(summ_feed *feed) {
    sm_handle_free(feed, sizeof *feed);
}
