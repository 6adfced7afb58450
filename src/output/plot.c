#include "output/page.h"

enum {
    HEIGHT = 100,
    LEAST = 3 /* that can be seen and hit */
};

/* Some sentences that follow one another. */
typedef struct bar {
    size_t best; /* the first of the largest score */
    size_t rank; /* the smallest, or 0 */
    bool chosen; /* one of them */
} bar;

static bar read_bar(const sm_whole *whole, size_t first, size_t end) {
    bar b = {first, 0, false};
    for (size_t i = first; i < end; i++) {
        const summ_sentence *s = &whole->sentences[i];
        if (s->score > whole->sentences[b.best].score)
            b.best = i;
        if (s->rank > 0 && (b.rank == 0 || s->rank < b.rank))
            b.rank = s->rank;
        b.chosen = b.chosen || whole->chosen[i];
    }
    return b;
}

static void put_bar(const bar *b, size_t x, double score, sm_sink *sink) {
    size_t height = (size_t)(score * HEIGHT + 0.5);
    height = height > LEAST ? height : LEAST;
    sm_put_string(sink, "<a href=\"#s");
    sm_put_count(sink, b->best);
    sm_put_string(sink, "\" tabindex=\"-1\"><rect width=\"1\"");
    sm_page_put_number(sink, "x", x);
    sm_page_put_number(sink, "y", HEIGHT - height);
    sm_page_put_number(sink, "height", height);
    if (b->rank > 0)
        sm_page_put_number(sink, "data-rank", b->rank);
    sm_put_string(sink, b->chosen ? " class=\"on\"/></a>\n" : "/></a>\n");
}

void sm_plot_write(const sm_whole *whole, sm_sink *sink) {
    size_t step = (whole->n + SM_PLOT_BARS - 1) / SM_PLOT_BARS, x = 0;
    if (whole->n == 0)
        return;
    sm_put_string(sink,
                  "<svg id=\"plot\" class=\"plot\" preserveAspectRatio=\"none\" aria-hidden=\"true\" viewBox=\"0 0 ");
    sm_put_count(sink, (whole->n + step - 1) / step);
    sm_put_string(sink, " 100\"");
    sm_page_put_number(sink, "data-step", step);
    sm_put_string(sink, ">\n");
    for (size_t i = 0; i < whole->n; i += step, x++) {
        bar b = read_bar(whole, i, i + step < whole->n ? i + step : whole->n);
        put_bar(&b, x, whole->sentences[b.best].score, sink);
    }
    sm_put_string(sink, "</svg>\n");
}
