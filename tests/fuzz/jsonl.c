/* Records: JSON Lines, JSON, and tables, perhaps compressed, read at once and in pieces, and what a record becomes with
 * its result. */
#include "fuzz.h"
#include "streams.h"

#include "cli/feed.h"
#include "cli/jsonl.h"
#include "cli/task.h"

#include <jansson.h>

static const kind_records KINDS[] = {RECORDS_JSONL, RECORDS_JSON, RECORDS_CSV, RECORDS_TSV};
static const char *const FIELDS[] = {"text", "a.b", "a"};

enum {
    DECODE = JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, /* as the command reads records */
    PIECES = 9
};

/* ---- Reading ---- */

static void keep(const record_line *line, task *to) {
    task_line one = {line->n_text, line->number, line->is_flaw};
    FUZZ_CHECK(bytes_add(&to->text, line->text, line->n_text));
    FUZZ_CHECK(bytes_add(&to->lines, (const char *)&one, sizeof one));
    FUZZ_CHECK(line->number > 0 && (line->n_text == 0 || memchr(line->text, '\n', line->n_text) == NULL));
}

/* All records become the text and the lines of a task. Returns whether the input could be read to its end. */
static bool read_records(kind_records kind, const jsonl_fields *fields, fuzz_input from, size_t piece, task *to) {
    input in;
    feed records;
    const char *reason = NULL;
    fuzz_stream_begin(from.text, from.n, piece);
    FUZZ_CHECK(input_open(&in, FUZZ_FILE) == NULL);
    feed_begin(&records, &in, kind, fields, true);
    while (reason == NULL && (feed_is_ready(&records) || !feed_has_ended(&records))) {
        if (!feed_is_ready(&records)) {
            reason = input_fill(&in);
            continue;
        }
        record_line line = feed_take(&records);
        keep(&line, to);
    }
    FUZZ_CHECK(!in.ended || input_position(&in) == from.n || records.table.is_useless);
    FUZZ_CHECK(reason == NULL || in.format != NULL);
    feed_free(&records);
    input_close(&in);
    return reason == NULL;
}

static void check_same(const task *a, const task *b) {
    FUZZ_CHECK(a->text.n == b->text.n && a->lines.n == b->lines.n);
    FUZZ_CHECK(a->text.n == 0 || memcmp(a->text.data, b->text.data, a->text.n) == 0);
    for (size_t i = 0; i < a->lines.n; i += sizeof(task_line)) {
        task_line x, y;
        memcpy(&x, a->lines.data + i, sizeof x);
        memcpy(&y, b->lines.data + i, sizeof y);
        FUZZ_CHECK(x.n_text == y.n_text && x.number == y.number && x.is_flaw == y.is_flaw);
    }
}

/* ---- One record ---- */

static const char ADDED[] = "{\"summary\":[\"\\u00e9 \\\\ x\"],\"language\":\"en\"}\n";

/* The record with the members of the other object, and with nothing else changed. */
static void check_merged(const char *line, size_t n_line) {
    tape out = {0};
    tape_piece piece;
    size_t at = 0;
    json_t *record = json_loadb(line, n_line, DECODE, NULL), *added = json_loads(ADDED, DECODE, NULL);
    jsonl_merge(&out, line, n_line, ADDED, sizeof ADDED - 1);
    FUZZ_CHECK(!out.broken && tape_next(&out, &at, &piece) && piece.n_data > 0 && piece.data[piece.n_data - 1] == '\n');
    FUZZ_CHECK(memchr(piece.data, '\n', piece.n_data) == piece.data + piece.n_data - 1);
    json_t *merged = json_loadb(piece.data, piece.n_data, DECODE, NULL);
    FUZZ_CHECK(merged != NULL && json_object_update(record, added) == 0 && json_equal(merged, record));
    json_decref(merged);
    json_decref(added);
    json_decref(record);
    tape_free(&out);
}

static void check_record(const char *line, size_t n_line, const jsonl_fields *fields) {
    jsonl_record record;
    if (jsonl_open(&record, line, n_line, fields))
        check_merged(line, n_line);
    else
        FUZZ_CHECK(record.reason[0] != '\0' && memchr(record.reason, '\0', sizeof record.reason) != NULL);
    jsonl_close(&record);
}

static size_t check_records(const task *one, const jsonl_fields *fields) {
    size_t n = 0, at = 0;
    for (size_t i = 0; i < one->lines.n; i += sizeof(task_line)) {
        task_line line;
        memcpy(&line, one->lines.data + i, sizeof line);
        if (!line.is_flaw)
            check_record(one->text.data + at, line.n_text, fields);
        n += !line.is_flaw;
        at += line.n_text;
    }
    return n;
}

/* ---- Their results ---- */

/* Each record has one line of output, also if it is broken. */
static void check_performed(task *one, const jsonl_fields *fields, size_t n_records) {
    settings asked;
    summ_engine *engine;
    tape_piece piece;
    size_t n_lines = 0, at = 0;
    settings_init(&asked);
    asked.fields = *fields;
    asked.fields.title = "title";
    asked.fields.language = "lang";
    FUZZ_CHECK(summ_engine_new(NULL, &engine) == SUMM_OK);
    one->asked = &asked;
    one->engine = engine;
    one->path = one->title = "records";
    one->is_records = true;
    task_perform(one);
    FUZZ_CHECK(!one->made.broken);
    while (tape_next(&one->made, &at, &piece))
        for (size_t i = 0; piece.kind == TAPE_OUTPUT && i < piece.n_data; i++)
            n_lines += piece.data[i] == '\n';
    FUZZ_CHECK(n_lines == n_records);
    summ_engine_free(engine);
    settings_free(&asked);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    fuzz_input in = fuzz_begin(data, n);
    kind_records kind = KINDS[fuzz_pick(&in, 4)];
    size_t piece = 1 + fuzz_pick(&in, PIECES);
    jsonl_fields fields = {.text = FIELDS[fuzz_pick(&in, 3)]};
    bool perform = fuzz_pick(&in, 4) == 1;
    task whole = {0}, pieces = {0};
    /* A table without the column is not read to its end, where compressed data may turn out to be broken. */
    bool good = read_records(kind, &fields, in, 0, &whole);
    if (read_records(kind, &fields, in, piece, &pieces) && good)
        check_same(&whole, &pieces);
    size_t n_records = check_records(&whole, &fields);
    if (perform)
        check_performed(&whole, &fields, n_records);
    task_free(&whole);
    task_free(&pieces);
    return 0;
}
