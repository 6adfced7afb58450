/* again.c - interruptions, and descriptors that do not block. */
#define _POSIX_C_SOURCE 200809L
#include "again.h"

#include <errno.h>
#include <poll.h>

bool again(int fd, short events) {
    struct pollfd one = {.fd = fd, .events = events};
    if (errno == EINTR)
        return true;
    return (errno == EAGAIN || errno == EWOULDBLOCK) && (poll(&one, 1, -1) >= 0 || errno == EINTR);
}
