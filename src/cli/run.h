/* run.h - the work: every file in turn. */
#ifndef SUMM_CLI_RUN_H
#define SUMM_CLI_RUN_H

#include "gather.h"
#include "options.h"
#include "sink.h"
#include "summ.h"

/* What the inputs share. */
typedef struct job {
    const settings *asked;
    const summ_engine *engine;
    sink *out;
    gathered *merged; /* where texts are held until all are there; NULL: each is done on its own */
    size_t n_headings;
    size_t n_done;     /* files that were read to their end */
    size_t n_results;  /* sentences and phrases */
    bool failed;       /* a file or a record */
    char reason[1024]; /* why the last file failed, where that is no fixed text */
} job;

/* Does all files. A file that fails is reported and the others are still done. */
void run_files(job *work);

/* Reads texts that are one document, NULL after messages if one of them fails. */
summ_doc *run_read(const settings *asked, const summ_engine *engine, const strings *paths);

/* Says "summ: NAME: reason", or with a line "summ: NAME:LINE: reason", unless --quiet. */
void run_warn(const job *work, const char *name, size_t line, const char *reason);

/* Says so too, and remembers that it failed. */
void run_failed(job *work, const char *name, size_t line, const char *reason);

/* The line that tells files apart, if there are several; not in jsonl, where every object names its file. */
void run_heading(job *work, const char *name, const char *format);

#endif
