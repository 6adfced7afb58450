/* page STYLE SCRIPT: turns the style sheet and the script of the page that -t html writes into the C arrays that
 * output/page.h declares, and a content security policy that allows these two and nothing else, on standard output.
 * Runs at build time only. Indentation, empty lines and comments that begin a line are left out. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST_BYTES = 1 << 20,
    LINE_BYTES = 4096,
    BLOCK = 64,
    DIGEST = 32
};

typedef struct text {
    unsigned char at[MOST_BYTES + BLOCK + 16]; /* with room for padding */
    size_t n;
} text;

static void fail(const char *path, const char *reason) {
    fprintf(stderr, "%s: %s\n", path, reason);
    exit(1);
}

/* ---- SHA-256 (FIPS 180-4) ---- */

static const uint32_t K[BLOCK] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t turn(uint32_t x, int n) {
    return x >> n | x << (32 - n);
}

static void schedule(const unsigned char *block, uint32_t w[BLOCK]) {
    for (int i = 0; i < 16; i++, block += 4)
        w[i] = (uint32_t)block[0] << 24 | (uint32_t)block[1] << 16 | (uint32_t)block[2] << 8 | block[3];
    for (int i = 16; i < BLOCK; i++) {
        uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + w[i - 7] + (turn(a, 7) ^ turn(a, 18) ^ a >> 3) + (turn(b, 17) ^ turn(b, 19) ^ b >> 10);
    }
}

static void digest_block(const unsigned char *block, uint32_t h[8]) {
    uint32_t w[BLOCK], v[8];
    schedule(block, w);
    memcpy(v, h, sizeof v);
    for (int i = 0; i < BLOCK; i++) {
        uint32_t e = v[4], a = v[0];
        uint32_t t = v[7] + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & v[5]) ^ (~e & v[6])) + K[i] + w[i];
        uint32_t u = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t;
        v[0] = t + u;
    }
    for (int i = 0; i < 8; i++)
        h[i] += v[i];
}

static void digest(text *t, unsigned char out[DIGEST]) {
    uint32_t h[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    size_t padded = (t->n + 1 + 8 + BLOCK - 1) / BLOCK * BLOCK;
    memset(t->at + t->n, 0, padded - t->n);
    t->at[t->n] = 0x80;
    for (size_t i = 0, bits = 8 * t->n; i < 8; i++, bits >>= 8)
        t->at[padded - 1 - i] = (unsigned char)bits;
    for (size_t i = 0; i < padded; i += BLOCK)
        digest_block(t->at + i, h);
    for (int i = 0; i < DIGEST; i++)
        out[i] = (unsigned char)(h[i / 4] >> (24 - i % 4 * 8));
}

/* As a policy names it, in base64. */
static void put_hash(text *t) {
    static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned char hash[DIGEST + 1] = {0};
    digest(t, hash);
    printf("'sha256-");
    for (int i = 0; i < DIGEST; i += 3) {
        unsigned long three = (unsigned long)hash[i] << 16 | (unsigned long)hash[i + 1] << 8;
        three |= i + 2 < DIGEST ? hash[i + 2] : 0;
        for (int k = 0; k < 4; k++)
            putchar(i + k > DIGEST ? '=' : DIGITS[three >> (18 - 6 * k) & 63]);
    }
    printf("'");
}

/* ---- Files ---- */

static void add_line(text *t, const char *path, const char *line) {
    size_t n = strlen(line);
    if (t->n + n > MOST_BYTES)
        fail(path, "too long");
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)line[i] >= 0x80 || line[i] == '\t')
            fail(path, "holds a tab, or what is not ASCII");
    memcpy(t->at + t->n, line, n);
    t->n += n;
}

static void read_lines(text *t, const char *path) {
    char line[LINE_BYTES];
    int in_comment = 0;
    FILE *file = fopen(path, "r");
    if (file == NULL)
        fail(path, "cannot be read");
    t->n = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        const char *from = line + strspn(line, " \r\n");
        in_comment = in_comment || strncmp(from, "/*", 2) == 0;
        if (!in_comment && *from != '\0')
            add_line(t, path, from);
        in_comment = in_comment && strstr(from, "*/") == NULL;
    }
    fclose(file);
}

static void put_array(const char *name, const text *t) {
    printf("const char %s[] = {", name);
    for (size_t i = 0; i < t->n; i++)
        printf("%s%d,", i % 24 == 0 ? "\n" : "", t->at[i]);
    printf("\n0};\n");
}

int main(int argc, char **argv) {
    static text style, script;
    if (argc != 3)
        fail(argv[0], "needs a style sheet and a script");
    read_lines(&style, argv[1]);
    read_lines(&script, argv[2]);
    printf("#include \"output/page.h\"\n");
    put_array("sm_page_style", &style);
    put_array("sm_page_script", &script);
    printf("const char sm_page_policy[] = \"default-src 'none'; style-src ");
    put_hash(&style);
    printf("; script-src ");
    put_hash(&script);
    printf("; base-uri 'none'; form-action 'none'\";\n");
    return 0;
}
