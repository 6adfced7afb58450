/* Bytes as numbers, the first lowest, whatever the order of bytes of the machine. */
#ifndef SM_BASE_BYTES_H
#define SM_BASE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

/* As they lie in memory. */
static inline uint64_t sm_bytes_4(const void *bytes) {
    uint32_t v;
    memcpy(&v, bytes, sizeof v);
    return v;
}

static inline uint64_t sm_bytes_8(const void *bytes) {
    uint64_t v;
    memcpy(&v, bytes, sizeof v);
    return v;
}

#else

static inline uint64_t sm_bytes_4(const void *bytes) {
    const unsigned char *p = bytes;
    return p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24;
}

static inline uint64_t sm_bytes_8(const void *bytes) {
    return sm_bytes_4(bytes) | sm_bytes_4((const unsigned char *)bytes + 4) << 32;
}

#endif

/* The same for n < 8; what is read twice lands on itself. */
static inline uint64_t sm_bytes_few(const void *bytes, size_t n) {
    const unsigned char *p = bytes;
    if (n >= 4)
        return sm_bytes_4(p) | sm_bytes_4(p + n - 4) << (8 * (n - 4));
    if (n == 0)
        return 0;
    return p[0] | (uint64_t)p[n / 2] << (8 * (n / 2)) | (uint64_t)p[n - 1] << (8 * (n - 1));
}

/* The first 8 of n bytes; zero bytes stand for what is missing. */
static inline uint64_t sm_bytes_first(const void *bytes, size_t n) {
    return n < 8 ? sm_bytes_few(bytes, n) : sm_bytes_8(bytes);
}

/* The same where 8 bytes may be read. */
static inline uint64_t sm_bytes_masked(const void *bytes, size_t n) {
    return n < 8 ? sm_bytes_8(bytes) & (((uint64_t)1 << (8 * n)) - 1) : sm_bytes_8(bytes);
}

/* Eight bytes at a time: a byte of each is 1, or 0x80. */
#define SM_BYTES_ONES  UINT64_C(0x0101010101010101)
#define SM_BYTES_HIGHS UINT64_C(0x8080808080808080)

/* Is there a byte 0x80 or above? */
static inline bool sm_bytes_have_high(uint64_t bytes) {
    return (bytes & SM_BYTES_HIGHS) != 0;
}

/* Is there a certain byte, if all are below 0x80? */
static inline bool sm_bytes_have(uint64_t bytes, unsigned char byte) {
    return (((bytes ^ byte * SM_BYTES_ONES) - SM_BYTES_ONES) & SM_BYTES_HIGHS) != 0;
}

/* Of bytes with the highest bit or none: how many have it. */
static inline size_t sm_bytes_count_high(uint64_t highs) {
    return (size_t)((highs >> 7) * SM_BYTES_ONES >> 56);
}

#endif
