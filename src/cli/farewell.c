/* farewell.c - one handler for all that there is to do. */
#define _POSIX_C_SOURCE 200809L
#include "farewell.h"

#include <stdatomic.h>
#include <stddef.h>

static const int deadly[] = {SIGINT, SIGTERM, SIGHUP};
enum {
    N_DEADLY = sizeof deadly / sizeof deadly[0]
};

/* A handler has no other way to know them. */
static _Atomic(farewell_fn) acts[N_FAREWELLS];

static void say_farewell(int number) {
    for (int i = 0; i < N_FAREWELLS; i++) {
        farewell_fn act = atomic_load(&acts[i]);
        if (act != NULL)
            act();
    }
    raise(number); /* the default action, which SA_RESETHAND restored */
}

static void catch_signals(void) {
    struct sigaction action = {.sa_handler = say_farewell, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < N_DEADLY; i++) {
        struct sigaction old;
        if (sigaction(deadly[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
            sigaction(deadly[i], &action, NULL);
    }
}

void farewell_set(farewell which, farewell_fn act) {
    atomic_store(&acts[which], act);
    if (act != NULL)
        catch_signals();
}

void farewell_signals(sigset_t *out) {
    sigemptyset(out);
    for (int i = 0; i < N_DEADLY; i++)
        sigaddset(out, deadly[i]);
}
