/* What the command reads and says while it is fuzzed stands in memory: programs with these are linked with read, write
 * and open wrapped (rules.mk). */
#ifndef TESTS_FUZZ_STREAMS_H
#define TESTS_FUZZ_STREAMS_H

#include <stddef.h>

enum {
    FUZZ_FD = 1000 /* no real descriptor has this number */
};

/* The name of a file that is not there but for the command. */
#define FUZZ_FILE "/dev/fuzz"

/* From now on FUZZ_FD, which is what opening FUZZ_FILE gives, holds these bytes, of which a read takes `piece` at most;
 * 0: as many as it asks for. */
void fuzz_stream_begin(const char *bytes, size_t n, size_t piece);

/* How many lines were written to standard error since the last call. Fails unless each of them begins with "summ: " and
 * has no control characters. */
size_t fuzz_stream_messages(void);

#endif
