/* again.h - calls that come back before they have done anything. */
#ifndef SUMM_CLI_AGAIN_H
#define SUMM_CLI_AGAIN_H

#include <stdbool.h>

/* After a call on a descriptor failed: whether it is to be made again, because it was interrupted, or because the
 * descriptor does not block, as whoever shares it may have asked for; then what `events` of poll(2) say is waited for.
 * If not, errno tells why the call failed. */
bool again(int fd, short events);

#endif
