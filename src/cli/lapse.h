/* lapse.h - how long something takes. */
#ifndef SUMM_CLI_LAPSE_H
#define SUMM_CLI_LAPSE_H

/* Seconds since some moment, the same for all calls, that no one who sets the clock moves. */
double lapse_now(void);

#endif
