/* run.c - every file in turn. */
#define _POSIX_C_SOURCE 200809L
#include "run.h"

#include "extent.h"
#include "input.h"
#include "kind.h"
#include "message.h"
#include "records.h"
#include "text.h"
#include "walk.h"
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void fail(job *work, const char *name, size_t line, const char *reason) {
    char message[MESSAGE_ROOM];
    work->failed = true;
    if (!work->asked->quiet)
        message_print(message, message_about(message, name, line, reason));
}

/* What was put before has its turn before; if it cannot be written, nothing more is said. */
static bool may_speak(job *work) {
    if (work->crew != NULL)
        crew_drain(work->crew);
    return work->out->error == 0;
}

static void warn(job *work, const char *name, const char *reason) {
    if (may_speak(work) && !work->asked->quiet)
        complain(MESSAGE_NAME ": %s", name, reason);
}

void run_failed(job *work, const char *name, size_t line, const char *reason) {
    if (may_speak(work))
        fail(work, name, line, reason);
}

/* What the format has around reports; formats that follow from the input have nothing. A failed write stays with the
 * output. */
static void put_frame(job *work, summ_frame part) {
    const char *format = work->asked->to;
    summ_status status = format != NULL ? summ_write_frame(format, part, sink_write, work->out) : SUMM_OK;
    work->failed = work->failed || (status != SUMM_OK && status != SUMM_ERR_WRITE);
}

/* The line that tells files apart, if there are several; in text alone, for elsewhere every result has its file. */
static void put_heading(job *work, const char *name, const char *format) {
    if (!work->has_several || work->merged != NULL || strcmp(format, "text") != 0)
        return;
    sink_puts(work->out, work->n_headings++ > 0 ? "\n==> " : "==> ");
    for (size_t n; *name != '\0'; name += n) {
        bool shown = message_shows(name, &n);
        sink_write(work->out, shown ? name : "?", shown ? n : 1);
    }
    sink_puts(work->out, " <==\n");
}

/* The name in headings and messages; results name standard input "-", as the command line does. */
static const char *title(const char *path) {
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

/* Of records in text, an empty line parts those that have one within, or more than one kind of line. */
static bool are_parted(const settings *asked, const task *done) {
    bool has_parts = asked->extract || asked->highlight || asked->stats || asked->summary.outline != 0;
    return done->is_records && has_parts && strcmp(task_format(done), "text") == 0;
}

static void begin_report(job *work, const task *done, bool first) {
    if (work->n_reports++ > 0)
        put_frame(work, SUMM_FRAME_BETWEEN);
    if (!first && are_parted(work->asked, done))
        sink_puts(work->out, "\n");
}

static void play_piece(job *work, const tape_piece *piece) {
    switch (piece->kind) {
    case TAPE_OUTPUT:
        sink_write(work->out, piece->data, piece->n_data);
        break;
    case TAPE_REPORT:
        break;
    case TAPE_FAILURE:
        work->failed = true;
        message_print(piece->data, piece->n_data);
        break;
    case TAPE_WARNING:
        message_print(piece->data, piece->n_data);
        break;
    }
}

/* After a failed write nothing more is written or said. */
static void play(void *context, const task *done) {
    job *work = context;
    progress_add(done->ends_file, done->n_input);
    if (done->made.broken) {
        fail(work, done->title, 0, summ_status_message(SUMM_ERR_MEMORY));
        return;
    }
    size_t at = 0;
    tape_piece piece;
    bool first = done->has_heading;
    if (first && work->out->error == 0)
        put_heading(work, done->title, task_format(done));
    while (work->out->error == 0 && tape_next(&done->made, &at, &piece)) {
        bool begins = piece.kind == TAPE_REPORT;
        if (begins)
            begin_report(work, done, first);
        play_piece(work, &piece);
        first = first && !begins;
    }
    work->n_results += done->n_results;
    work->n_done += done->n_done;
    if (done->flush)
        sink_flush(work->out);
}

/* A text that would fail does so here, alone. */
static const char *gather(job *work, const char *path, bytes *text) {
    summ_part part;
    const char *kind = text_kind(work->asked, text);
    if (work->is_found && kind != NULL && !text_is_convertible(kind))
        return NULL;
    const char *failed = text_prepare(work->asked, path, kind, text, &part, work->reason, sizeof work->reason);
    if (failed != NULL)
        return failed;
    return gathered_add(work->merged, &part, path, 0) ? NULL : summ_status_message(SUMM_ERR_MEMORY);
}

static void run_merged(job *work) {
    const gathered *all = work->merged;
    const char *const *names = (const char *const *)all->names;
    task one = {.asked = work->asked, .engine = work->engine, .title = "merged files", .is_records = all->has_records};
    if (all->n == 0)
        return;
    summ_status status = text_perform_parts(&one, all->parts, names, all->n);
    if (status == SUMM_OK) {
        play(work, &one);
    } else {
        work->n_done = 0;
        run_failed(work, one.title, 0, summ_status_message(status));
    }
    task_free(&one);
}

task *run_next(job *work, const char *path) {
    task *one = crew_next(work->crew);
    if (!bytes_add(&one->name, path, strlen(path) + 1))
        return NULL;
    one->asked = work->asked;
    one->engine = work->engine;
    one->path = one->name.data;
    one->title = title(one->path);
    one->is_found = work->is_found;
    return one;
}

/* Its text goes with the task. */
static const char *put_text(job *work, const char *path, input *in) {
    task *one = run_next(work, path);
    if (one == NULL)
        return summ_status_message(SUMM_ERR_MEMORY);
    one->ends_file = true;
    one->n_input = in->n_read;
    bytes_free(&one->text);
    one->text = in->held;
    in->held = (bytes){0};
    crew_put(work->crew);
    return NULL;
}

/* Returns NULL, or why the file failed. What is no text is not read to its end, to be refused then. */
static const char *run_whole(job *work, const char *path, input *in) {
    const char *reason = input_some(in, TEXT_SAMPLE);
    if (reason == NULL && !text_is_hopeless(work->asked, &in->held))
        reason = input_all(in);
    if (reason != NULL)
        return reason;
    if (work->merged == NULL)
        return put_text(work, path, in);
    reason = gather(work, path, &in->held);
    work->n_done += reason == NULL;
    return reason;
}

static const char *run_records(job *work, const char *path, input *in) {
    const char *reason =
        work->merged != NULL ? records_gather(work, path, title(path), in) : records_run(work, path, in);
    work->n_done += reason == NULL;
    return reason;
}

static const char *run_input(job *work, const char *path, input *in) {
    bool is_output = sink_is_file(work->out, &in->before);
    if (is_output && work->is_found)
        return NULL; /* results of before, or of now */
    if (is_output && !work->out->temporary)
        return "is what the output is written to; -o replaces a file that is read"; /* records would never end */
    return kind_of_records(work->asked, path) != RECORDS_NONE ? run_records(work, path, in) : run_whole(work, path, in);
}

static void run_file(job *work, const char *path) {
    input in;
    const char *reason = input_open(&in, path);
    if (reason == NULL)
        reason = run_input(work, path, &in);
    if (work->merged != NULL || reason != NULL)
        progress_add(1, work->merged != NULL ? in.n_read : 0);
    input_close(&in);
    if (reason != NULL)
        run_failed(work, title(path), 0, reason);
}

static bool is_directory(const char *path) {
    struct stat there;
    return stat(path, &there) == 0 && S_ISDIR(there.st_mode);
}

static bool is_wanted(const settings *asked, const char *path) {
    return asked->included.n > 0 ? walk_matches(path, &asked->included) : kind_is_known(path);
}

static void run_below(job *work, const char *directory) {
    walk below;
    const char *path;
    int error;
    bool some = false;
    work->has_several = work->is_found = true;
    walk_begin(&below, directory, &work->asked->excluded);
    while (work->out->error == 0 && walk_next(&below, &path, &error)) {
        if (error == 0 && !is_wanted(work->asked, path))
            continue;
        if (error == 0)
            run_file(work, path);
        else
            run_failed(work, path, 0, strerror(error));
        some = true;
    }
    walk_end(&below);
    work->is_found = false;
    if (!some)
        warn(work, directory, "holds no file that summ reads");
}

/* A file or a directory that is named. */
static void run_named(job *work, const char *path) {
    bool is_file = strcmp(path, "-") == 0 || !is_directory(path);
    if (is_file)
        run_file(work, path);
    else if (work->asked->recursive)
        run_below(work, path);
    else
        run_failed(work, path, 0, "is a directory; -r takes the files below it");
}

bool run_has_one_text(const settings *asked) {
    return asked->n_files == 1 && !asked->recursive && kind_of_records(asked, asked->files[0]) == RECORDS_NONE;
}

static size_t count_threads(const settings *asked) {
    if (run_has_one_text(asked))
        return 1;
    long n_processors = asked->jobs == 0 ? sysconf(_SC_NPROCESSORS_ONLN) : 1;
    size_t n = asked->jobs > 0 ? asked->jobs : n_processors > 0 ? (size_t)n_processors : 1;
    return n < CREW_THREADS ? n : CREW_THREADS;
}

/* Every file is one text, or many. */
static void run_each(job *work) {
    crew all;
    crew_start(&all, count_threads(work->asked), play, work);
    work->crew = &all;
    for (size_t i = 0; i < work->asked->n_files && work->out->error == 0; i++)
        run_named(work, work->asked->files[i]);
    if (work->out->error == 0)
        crew_drain(&all);
    crew_end(&all);
    work->crew = NULL;
}

/* All files are one text. */
static void run_together(job *work) {
    gathered merged = {0};
    work->merged = &merged;
    for (size_t i = 0; i < work->asked->n_files; i++)
        run_named(work, work->asked->files[i]);
    run_merged(work);
    work->merged = NULL;
    gathered_free(&merged);
}

void run_files(job *work) {
    const settings *asked = work->asked;
    work->has_several = asked->n_files > 1;
    if (progress_is_wanted(asked->progress))
        progress_begin(asked->progress, extent_of(asked));
    put_frame(work, SUMM_FRAME_BEGIN);
    if (asked->merge)
        run_together(work);
    else
        run_each(work);
    put_frame(work, SUMM_FRAME_END);
    progress_end();
}

summ_doc *run_read(const settings *asked, const summ_engine *engine, const strings *paths) {
    gathered known = {0};
    sink nowhere = {0};
    job work = {.asked = asked, .engine = engine, .out = &nowhere, .merged = &known};
    summ_doc *doc = NULL;
    for (size_t i = 0; i < paths->n; i++)
        run_named(&work, paths->at[i]);
    const summ_part nothing = {0};
    if (!work.failed) {
        size_t n = known.n > 0 ? known.n : 1;
        summ_status status = summ_doc_new_merged(engine, known.n > 0 ? known.parts : &nothing, n, &asked->doc, &doc);
        if (status != SUMM_OK)
            run_failed(&work, paths->at[0], 0, summ_status_message(status));
    }
    gathered_free(&known);
    return doc;
}
