/* crew.h - tasks that are done by threads, and played back in the order in which they were put.
 *
 *     task *one = crew_next(crew);
 *     (fill it in)
 *     crew_put(crew);
 *
 * At most a few tasks for each thread are under way, and of large ones as many as hold 32 MiB of text together, or one.
 * All functions but the two that a crew is given are called by one thread.
 */
#ifndef SUMM_CLI_CREW_H
#define SUMM_CLI_CREW_H

#include "task.h"
#include <pthread.h>

enum {
    CREW_THREADS = 64,
    CREW_TASKS = 4 * CREW_THREADS
};

typedef void (*crew_play_fn)(void *context, const task *done);

typedef struct crew {
    crew_play_fn play; /* called by crew_next, crew_put and crew_drain */
    void *context;
    size_t max_threads, max_tasks;
    size_t n_played;
    size_t n_bytes; /* of the texts under way, as they were put */
    pthread_t threads[CREW_THREADS];
    size_t n_threads;
    /* What follows is guarded by the lock, but for tasks that are not put yet, and those that are done. */
    pthread_mutex_t lock;
    pthread_cond_t came, went; /* a task to do, and one that is done */
    bool is_done[CREW_TASKS];
    size_t n_put, n_taken; /* ever */
    size_t n_idle;         /* threads */
    bool ends;
    task tasks[CREW_TASKS]; /* a ring of max_tasks; the others are not even touched */
} crew;

/* With one thread, tasks are done by the caller as soon as they are put, as they are if no thread can be had. */
void crew_start(crew *out, size_t max_threads, crew_play_fn play, void *context);

/* An empty task to fill in, once there is room for one. */
task *crew_next(crew *on);
void crew_put(crew *on);

/* Waits for all tasks and plays them. */
void crew_drain(crew *on);
bool crew_is_busy(const crew *on);

/* Ends the threads, which finish what they have begun. What was not played is lost. */
void crew_end(crew *on);

#endif
