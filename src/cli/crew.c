/* crew.c - a ring of tasks with one lock. Threads are started as there is work for them. */
#define _POSIX_C_SOURCE 200809L
#include "crew.h"

#include <stddef.h>
#include <string.h>

enum {
    TASKS_EACH = CREW_TASKS / CREW_THREADS,
    MAX_BYTES = 32 * 1024 * 1024,
    STACK_BYTES = 8 * 1024 * 1024 /* some systems give a thread far less than the first one has */
};

void crew_start(crew *out, size_t max_threads, crew_play_fn play, void *context) {
    memset(out, 0, offsetof(crew, tasks));
    out->play = play;
    out->context = context;
    out->max_threads = max_threads;
    out->max_tasks = TASKS_EACH * max_threads;
    for (size_t i = 0; i < out->max_tasks; i++)
        out->tasks[i] = (task){0};
    pthread_mutex_init(&out->lock, NULL);
    pthread_cond_init(&out->came, NULL);
    pthread_cond_init(&out->went, NULL);
}

/* Takes the next task and does it; the lock is held before and after. */
static void do_next(crew *on) {
    size_t i = on->n_taken++ % on->max_tasks;
    pthread_mutex_unlock(&on->lock);
    task_perform(&on->tasks[i]);
    pthread_mutex_lock(&on->lock);
    on->is_done[i] = true;
}

static void *live(void *context) {
    crew *on = context;
    pthread_mutex_lock(&on->lock);
    while (!on->ends) {
        if (on->n_taken == on->n_put) {
            on->n_idle++;
            pthread_cond_wait(&on->came, &on->lock);
            on->n_idle--;
        } else {
            do_next(on);
            pthread_cond_signal(&on->went);
        }
    }
    pthread_mutex_unlock(&on->lock);
    return NULL;
}

static void start_thread(crew *on) {
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0)
        return;
    pthread_attr_setstacksize(&attributes, STACK_BYTES);
    if (pthread_create(&on->threads[on->n_threads], &attributes, live, on) == 0)
        on->n_threads++;
    pthread_attr_destroy(&attributes);
}

bool crew_is_busy(const crew *on) {
    return on->n_put > on->n_played; /* only the caller changes these */
}

static void play_oldest(crew *on) {
    size_t i = on->n_played % on->max_tasks;
    pthread_mutex_lock(&on->lock);
    while (!on->is_done[i]) {
        if (on->n_threads == 0)
            do_next(on);
        else
            pthread_cond_wait(&on->went, &on->lock);
    }
    pthread_mutex_unlock(&on->lock);
    on->n_bytes -= on->tasks[i].n_counted;
    on->n_played++;
    on->play(on->context, &on->tasks[i]);
    task_clear(&on->tasks[i]);
}

task *crew_next(crew *on) {
    while (crew_is_busy(on) && (on->n_put - on->n_played == on->max_tasks || on->n_bytes > MAX_BYTES))
        play_oldest(on);
    return &on->tasks[on->n_put % on->max_tasks];
}

void crew_put(crew *on) {
    size_t i = on->n_put % on->max_tasks;
    task *one = &on->tasks[i];
    one->n_counted = one->text.n;
    on->n_bytes += one->n_counted;
    pthread_mutex_lock(&on->lock);
    on->is_done[i] = false;
    on->n_put++;
    if (on->n_put - on->n_taken > on->n_idle && on->n_threads < on->max_threads && on->max_threads > 1)
        start_thread(on);
    pthread_cond_signal(&on->came);
    pthread_mutex_unlock(&on->lock);
    if (on->n_threads == 0)
        crew_drain(on);
}

void crew_drain(crew *on) {
    while (crew_is_busy(on))
        play_oldest(on);
}

void crew_end(crew *on) {
    pthread_mutex_lock(&on->lock);
    on->ends = true;
    pthread_cond_broadcast(&on->came);
    pthread_mutex_unlock(&on->lock);
    for (size_t i = 0; i < on->n_threads; i++)
        pthread_join(on->threads[i], NULL);
    for (size_t i = 0; i < on->max_tasks; i++)
        task_free(&on->tasks[i]);
    pthread_cond_destroy(&on->went);
    pthread_cond_destroy(&on->came);
    pthread_mutex_destroy(&on->lock);
}
