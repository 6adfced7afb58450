/* The key of a text, with which hash tables are keyed (base/hash.h): SipHash-2-4 (Aumasson & Bernstein 2012) under a
 * key that everyone may know.
 *
 * sm_hash would not do: whoever knows its key, here none, finds a few bytes that give the hash of the whole any value,
 * so that a text can be made whose words collide under a key chosen beforehand. No way is known to steer this one,
 * whose state is four times as wide as what comes out, but by trying. */
#ifndef SM_BASE_DIGEST_H
#define SM_BASE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

/* Equal on every machine. O(n), 1 GB/s and more. */
uint64_t sm_digest(const void *bytes, size_t n);

#endif
