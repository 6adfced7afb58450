#include "output/output.h"

#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const sm_frame sm_no_frame = {{"", "", ""}};

#define X(name, help, frame)                                                                                           \
    void sm_write_##name(const sm_report *, sm_sink *);                                                                \
    extern const sm_frame frame;
#include "output/outputs.def"
#undef X

static const sm_writer WRITERS[] = {
#define X(name, help, frame) {{#name, help}, sm_write_##name, &frame},
#include "output/outputs.def"
#undef X
};

const sm_writer *sm_writer_at(size_t index) {
    return index < sizeof WRITERS / sizeof *WRITERS ? &WRITERS[index] : NULL;
}

void sm_put(sm_sink *sink, const char *bytes, size_t n) {
    if (!sink->failed && n > 0)
        sink->failed = sink->write(sink->context, bytes, n) != 0;
}

void sm_put_string(sm_sink *sink, const char *string) {
    sm_put(sink, string, strlen(string));
}

static const double MOST = 1e12; /* of numbers that are no counts */

static void put_digits(sm_sink *sink, uint64_t number, size_t least) {
    char digits[24];
    size_t at = sizeof digits;
    for (; number > 0 || least > 0; number /= 10, least -= least > 0)
        digits[--at] = (char)('0' + number % 10);
    sm_put(sink, digits + at, sizeof digits - at);
}

void sm_put_count(sm_sink *sink, size_t number) {
    put_digits(sink, number, 1);
}

void sm_put_score(sm_sink *sink, double score) {
    sm_put_real(sink, score, 6);
}

void sm_put_real(sm_sink *sink, double number, int decimals) {
    uint64_t unit = 1;
    for (int i = 0; i < decimals; i++)
        unit *= 10;
    double size = number < 0 ? -number : number;
    uint64_t units = (uint64_t)((size < MOST ? size : MOST) * (double)unit + 0.5);
    sm_put(sink, "-", number < 0 && units > 0);
    put_digits(sink, units / unit, 1);
    sm_put(sink, ".", 1);
    put_digits(sink, units % unit, (size_t)decimals);
}

void sm_put_exact(sm_sink *sink, double number) {
    char text[40];
    int digits = 15;
    if (!isfinite(number)) {
        sm_put_string(sink, "null");
        return;
    }
    while (snprintf(text, sizeof text, "%.*g", digits, number) > 0 && strtod(text, NULL) != number && digits < 17)
        digits++;
    for (const char *at = text; *at != '\0';) {
        size_t n = strspn(at, "0123456789+-e");
        sm_put(sink, at, n);
        at += n;
        n = strcspn(at, "0123456789+-e");
        sm_put(sink, ".", n > 0);
        at += n;
    }
}

bool sm_name_shows(const char *name, size_t n, size_t *length) {
    uint32_t c;
    *length = sm_utf8_decode(name, n, &c);
    bool control = c < 0x20 || (c >= 0x7F && c < 0xA0), bad = *length == 1 && c >= 0x80;
    return !control && !bad;
}

void sm_put_name(sm_sink *sink, const char *name) {
    size_t n = strlen(name), length;
    for (size_t i = 0; i < n; i += length) {
        bool shown = sm_name_shows(name + i, n - i, &length);
        sm_put(sink, shown ? name + i : "?", shown ? length : 1);
    }
}

const char *sm_report_name(const sm_report *report, size_t source) {
    return source < report->n_names ? report->names[source] : report->name;
}
