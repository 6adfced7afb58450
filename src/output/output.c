#include "output/output.h"

#include <string.h>

#define X(name, help) void sm_write_##name(const sm_report *, sm_sink *);
#include "output/outputs.def"
#undef X

static const sm_writer WRITERS[] = {
#define X(name, help) {{#name, help}, sm_write_##name},
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

static void put_digits(sm_sink *sink, size_t number, size_t least) {
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
    size_t millionths = (size_t)(score * 1e6 + 0.5);
    put_digits(sink, millionths / 1000000, 1);
    sm_put(sink, ".", 1);
    put_digits(sink, millionths % 1000000, 6);
}

const char *sm_report_name(const sm_report *report, size_t source) {
    return source < report->n_names ? report->names[source] : report->name;
}
