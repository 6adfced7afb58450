/* Output: results become bytes in some format. One file and one row of outputs.def for each format. */
#ifndef SM_OUTPUT_OUTPUT_H
#define SM_OUTPUT_OUTPUT_H

#include "output/marked.h"

/* What is written; sentences or phrases NULL: not asked for. */
typedef struct sm_report {
    const char *name;         /* of the file, or NULL */
    const char *const *names; /* of several, by source, in place of it; or NULL */
    size_t n_names;
    const char *language; /* or NULL */
    bool about;           /* in jsonl, what the facts have of title, author and date */
    const summ_sentence *sentences;
    size_t n_sentences;
    const summ_phrase *phrases;
    size_t n_phrases;
    bool scores, offsets;
    bool apart;                  /* sentences are paragraphs */
    bool outline;                /* headings stand among the sentences */
    bool headed;                 /* the name is a heading above the results, where a format has such */
    const summ_sentence *titles; /* that come before the paragraphs of their source; or NULL */
    size_t n_titles;
    const summ_reason *reasons; /* of the n_sentences sentences and of others behind them; or NULL */
    size_t n_reasons;
    const summ_phrase_reason *phrase_reasons; /* of the phrases; or NULL */
    const char *summary_name;                 /* of the member; NULL: summary */
    const char *keywords_name;                /* likewise, keywords */
    const summ_facts *facts;                  /* of the document; or NULL */
    bool stats;                               /* facts in place of results; there are some, and no results */
    bool has_kept;                            /* with stats: there is a summary, of which the next tell */
    size_t n_kept_sentences, n_kept_words;
    const summ_summary_options *summary_options; /* with every default made out, save ceilings; or NULL */
    const summ_keyword_options *keyword_options; /* likewise */
    const sm_whole *whole;                       /* the text they stand in, or NULL */
    bool highlight;                              /* that text, marked, in place of the results */
    bool right_to_left;                          /* the language is written so */
    bool color;                                  /* escape sequences of terminals may be used */
    size_t width;                                /* lines are broken to that many columns; 0: not */
} sm_report;

/* Where it goes. After a failed write the rest is dropped. */
typedef struct sm_sink {
    summ_write_fn write;
    void *context;
    bool failed;
    bool exact; /* real numbers in JSON so that they read back equal, not with six decimals */
} sm_sink;

/* The name of the file of a source; NULL: it has none. */
const char *sm_report_name(const sm_report *report, size_t source);

/* Is it a heading that stands in an outline? */
static inline bool sm_is_heading(const sm_report *report, const summ_sentence *s) {
    return report->outline && s->rank == 0;
}

void sm_put(sm_sink *sink, const char *bytes, size_t n);
void sm_put_string(sm_sink *sink, const char *string);
void sm_put_count(sm_sink *sink, size_t number);
/* A score from 0 to 1 with six decimals and a point, whatever the locale. */
void sm_put_score(sm_sink *sink, double score);
/* Names may hold anything, but on a line not what would break it: control characters, and bytes that are no UTF-8,
 * become question marks. */
void sm_put_name(sm_sink *sink, const char *name);
/* Whether the next character of a name, before n bytes, is written as it is, and its length. */
bool sm_name_shows(const char *name, size_t n, size_t *length);
/* Any number with that many decimals, six at most; what is beyond 10^12 is shown as that. */
void sm_put_real(sm_sink *sink, double number, int decimals);

/* A number with as many digits, 15 to 17, as it takes to read it back equal, zeros at the end left out, and a point,
 * whatever the locale; "null" if it is none. */
void sm_put_exact(sm_sink *sink, double number);

/* What stands before, between and behind reports: a string for each of summ_frame. */
typedef struct sm_frame {
    const char *parts[3];
} sm_frame;

typedef struct sm_writer {
    summ_item item;
    void (*write)(const sm_report *report, sm_sink *sink);
    const sm_frame *frame;
} sm_writer;

/* Row `index`, or NULL past the end. */
const sm_writer *sm_writer_at(size_t index);

#endif
