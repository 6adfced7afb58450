/* feed.h - the records of an input one by one, each as a JSON object on one line, whatever the input is: JSON Lines,
 * one JSON text, or a table with a header. Memory is that of the longest record. */
#ifndef SUMM_CLI_FEED_H
#define SUMM_CLI_FEED_H

#include "array.h"
#include "input.h"
#include "kind.h"
#include "table.h"

typedef struct feed {
    input *in;
    kind_records kind;
    size_t n_lines; /* of JSON Lines, that were read */
    array_reader array;
    table_reader table;
    bytes made;    /* the line of a record, where the input has it in another form */
    bool is_ready; /* `next` is a record that was not taken yet */
    record_line next;
} feed;

/* Begins at the beginning of an opened input. Unless records are to be `whole`, they may lack members that are no
 * fields. */
void feed_begin(feed *out, input *in, kind_records kind, const jsonl_fields *fields, bool whole);
void feed_free(feed *from);

/* Whether there is a record in what was read; feed_take hands it out, valid until feed_is_ready or input_fill is
 * called. If there is none, more has to be read, unless the input is at its end. O(bytes that were read since). */
bool feed_is_ready(feed *from);
bool feed_has_ended(const feed *from);
record_line feed_take(feed *from);

#endif
