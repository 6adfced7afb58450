/* Summaries and lists of all sentences. */
#include "api/choice.h"
#include "api/trimmed.h"

static summ_sentence describe(const summ_doc *doc, const sm_sentence *s, uint32_t index, double score, size_t rank) {
    summ_span span = sm_doc_span(doc, s->begin, s->end);
    return (summ_sentence){.index = index,
                           .block = s->block,
                           .begin = span.begin,
                           .end = span.end,
                           .line = span.line,
                           .column = span.column,
                           .source = span.source,
                           .score = score,
                           .rank = rank};
}

bool sm_choice_show(const summ_doc *doc, const sm_choice *choice, uint32_t index, double score, size_t rank,
                    sm_arena *arena, summ_sentence *out) {
    bool trim = choice != NULL && choice->options.trim != 0;
    const sm_sentence *s = &doc->doc.sentences.at[index];
    *out = describe(doc, s, index, score, rank);
    if (choice == NULL || !choice->cut)
        return sm_trimmed_show(doc, s, trim, arena, out);
    return sm_trimmed_show_begin(doc, index, trim, choice->budget.words, choice->budget.chars, arena, out);
}

static bool add(summ_sentences *list, const summ_doc *doc, const sm_choice *choice, uint32_t index, double score,
                size_t rank) {
    summ_sentence *out = &list->list[list->n];
    bool good = sm_choice_show(doc, choice, index, score, rank, &list->memory.arena, out);
    list->n += good && out->text != NULL;
    return good;
}

static bool make_room(summ_sentences *list, size_t most) {
    list->list = sm_arena_get(&list->memory.arena, most, sizeof *list->list);
    return list->list != NULL;
}

/* Is it a title, and said so by the source? */
static bool is_named_title(const summ_doc *doc, const sm_sentence *s) {
    size_t part = sm_input_part(&doc->doc.input, s->begin);
    return doc->sources[part].input.titled && s->block == sm_input_part_at(&doc->doc.input, part).block;
}

/* Not titles that the source names, nor what is no prose. */
bool sm_doc_is_paragraph(const summ_doc *doc, const sm_sentence *s) {
    return !is_named_title(doc, s) && doc->doc.input.blocks.at[s->block].role != SM_ROLE_CODE;
}

static bool add_paragraph(summ_sentences *list, const summ_doc *doc, uint32_t first, uint32_t end) {
    summ_sentence *out = &list->list[list->n];
    sm_sentence whole = doc->doc.sentences.at[first];
    whole.end = doc->doc.sentences.at[end - 1].end;
    *out = describe(doc, &whole, first, 0, 0);
    bool good = sm_trimmed_show(doc, &whole, false, &list->memory.arena, out);
    list->n += good;
    return good;
}

/* All of the text, sentence by sentence or block by block. */
static summ_status list_all(const summ_doc *doc, bool by_block, summ_sentences **out) {
    if (doc == NULL || out == NULL)
        return SUMM_ERR_ARGUMENT;
    summ_sentences *list = sm_handle_new(doc->engine, sizeof *list);
    bool good = list != NULL && make_room(list, doc->doc.sentences.n);
    for (uint32_t i = 0, end; good && i < doc->doc.sentences.n; i = end) {
        end = by_block ? sm_doc_end_of_block(&doc->doc, i) : i + 1;
        if (by_block)
            good = !sm_doc_is_paragraph(doc, &doc->doc.sentences.at[i]) || add_paragraph(list, doc, i, end);
        else
            good = add(list, doc, NULL, i, 0, 0);
    }
    if (good)
        *out = list;
    else
        summ_sentences_free(list);
    return good ? SUMM_OK : SUMM_ERR_MEMORY;
}

summ_status summ_split(const summ_doc *doc, summ_sentences **sentences) {
    return list_all(doc, false, sentences);
}

summ_status summ_paragraphs(const summ_doc *doc, summ_sentences **paragraphs) {
    return list_all(doc, true, paragraphs);
}

static summ_status summarize(const summ_doc *doc, sm_choice *choice, sm_arena *scratch, summ_sentences *list) {
    summ_status status = sm_choice_make(choice, doc, NULL, scratch);
    if (status != SUMM_OK)
        return status;
    bool good = make_room(list, choice->n);
    for (size_t i = 0; good && i < choice->n; i++) {
        const sm_chosen *c = &choice->chosen[i];
        good = add(list, doc, choice, c->sentence, choice->score[c->sentence], c->rank);
    }
    return good ? SUMM_OK : SUMM_ERR_MEMORY;
}

summ_status summ_summarize(const summ_doc *doc, const summ_summary_options *options, summ_sentences **summary) {
    sm_choice choice;
    if (doc == NULL || summary == NULL)
        return SUMM_ERR_ARGUMENT;
    summ_status status = sm_choice_read(options, &choice);
    if (status != SUMM_OK)
        return status;
    summ_sentences *list = sm_handle_new(doc->engine, sizeof *list);
    if (list == NULL)
        return SUMM_ERR_MEMORY;
    sm_arena scratch; /* counted with the list, so that max_memory holds for both together */
    sm_arena_init(&scratch, &list->memory.alloc);
    status = summarize(doc, &choice, &scratch, list);
    sm_arena_release(&scratch);
    if (status != SUMM_OK)
        summ_sentences_free(list);
    else
        *summary = list;
    return status;
}

size_t summ_sentences_count(const summ_sentences *sentences) {
    return sentences->n;
}

const summ_sentence *summ_sentences_at(const summ_sentences *sentences, size_t index) {
    return index < sentences->n ? &sentences->list[index] : NULL;
}

void summ_sentences_free(summ_sentences *sentences) {
    sm_handle_free(sentences, sizeof *sentences);
}
