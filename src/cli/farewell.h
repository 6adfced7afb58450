/* farewell.h - what is done before SIGINT, SIGTERM or SIGHUP ends the command. */
#ifndef SUMM_CLI_FAREWELL_H
#define SUMM_CLI_FAREWELL_H

#include <signal.h>

/* In the order in which they are done. */
typedef enum farewell {
    FAREWELL_CHILDREN,
    FAREWELL_FILE,
    FAREWELL_LINE,
    N_FAREWELLS
} farewell;

/* Called in a signal handler, of any thread: what it does has to be safe there. */
typedef void (*farewell_fn)(void);

/* Says what is to be done, NULL: nothing more. A signal that is ignored, as under nohup, stays ignored. */
void farewell_set(farewell which, farewell_fn act);

/* The signals, to be blocked while that changes. */
void farewell_signals(sigset_t *out);

#endif
