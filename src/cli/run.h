/* run.h - the work: every file in turn. */
#ifndef SUMM_CLI_RUN_H
#define SUMM_CLI_RUN_H

#include "crew.h"
#include "gather.h"
#include "options.h"
#include "sink.h"
#include "summ.h"

/* What the inputs share. */
typedef struct job {
    const settings *asked;
    const summ_engine *engine;
    sink *out;
    crew *crew;       /* that does each text on its own; or */
    gathered *merged; /* where texts are held until all are there */
    bool has_several; /* files, which headings tell apart */
    bool is_found;    /* the file that is read: below a directory, not named by the user */
    size_t n_headings;
    size_t n_reports;
    size_t n_done;     /* files that were read to their end */
    size_t n_results;  /* sentences and phrases */
    bool failed;       /* a file or a record */
    char reason[1024]; /* why the last file failed, where that is no fixed text */
} job;

/* Does all files. A file that fails is reported and the others are still done. */
void run_files(job *work);

/* Reads texts that are one document, NULL after messages if one of them fails. */
summ_doc *run_read(const settings *asked, const summ_engine *engine, const strings *paths);

/* A task for the file, or NULL if there is no memory. */
task *run_next(job *work, const char *path);

/* Says "summ: NAME: reason", or with a line "summ: NAME:LINE: reason", unless --quiet; remembers that it failed. */
void run_failed(job *work, const char *name, size_t line, const char *reason);

/* One file, and no records: what is asked is done once. */
bool run_has_one_text(const settings *asked);

#endif
