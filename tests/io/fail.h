/* fail.h - what the preloaded fail.c and the test that preloads it say to each other.
 *
 *     LD_PRELOAD=fail.so SUMM_FAIL=read:3:5 summ FILE     the third read fails with errno 5
 *     SUMM_FAIL=read:3+:5                                 so does each one after it
 *     SUMM_FAIL=read:3:0                                  the third read takes one byte (SHORT)
 *
 * Interruptions (EINTR) and EAGAIN for ever come before every other call, so that who tries again gets on. With
 * SUMM_FAIL_COUNTS=FILE, how often each call was made is counted there.
 */
#ifndef TESTS_IO_FAIL_H
#define TESTS_IO_FAIL_H

enum {
    SHORT = 0, /* in place of errno values */
    NOTHING = -2
};

enum {
#define CALL(name, ...) CALL_##name,
#include "calls.def"
#undef CALL
    N_CALLS
};

#endif
