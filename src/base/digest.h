/* The key of a text: 64 bits of its BLAKE2b digest (RFC 7693). It is what hash tables are keyed with (base/hash.h).
 *
 * sm_hash would not do: whoever knows its key, here none, finds a few bytes that give the hash of the whole any value,
 * so that a text can be made whose words collide under a key chosen beforehand. Nobody knows how to do that here other
 * than by trying about 2^64 texts. */
#ifndef SM_BASE_DIGEST_H
#define SM_BASE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

/* Equal on every machine. O(n), 0.6 GB/s and more. */
uint64_t sm_digest(const void *bytes, size_t n);

#endif
