/* Summaries and lists of all sentences. */
#include "api/choice.h"
#include "api/trimmed.h"
#include "base/work.h"

static summ_role role_of(sm_role role) {
    static const summ_role ROLES[] = {
        [SM_ROLE_UNKNOWN] = SUMM_ROLE_PARAGRAPH, [SM_ROLE_TITLE] = SUMM_ROLE_TITLE,
        [SM_ROLE_HEADING] = SUMM_ROLE_HEADING,   [SM_ROLE_PARAGRAPH] = SUMM_ROLE_PARAGRAPH,
        [SM_ROLE_ITEM] = SUMM_ROLE_ITEM,         [SM_ROLE_QUOTE] = SUMM_ROLE_QUOTE,
        [SM_ROLE_CAPTION] = SUMM_ROLE_CAPTION,   [SM_ROLE_CODE] = SUMM_ROLE_CODE,
        [SM_ROLE_BOILERPLATE] = SUMM_ROLE_LABEL};
    return ROLES[role];
}

static summ_sentence describe(const summ_doc *doc, const sm_sentence *s, uint32_t index, double score, size_t rank) {
    summ_span span = sm_doc_span(doc, s->begin, s->end);
    const sm_block *block = &doc->doc.input.blocks.at[s->block];
    return (summ_sentence){.index = index,
                           .block = s->block,
                           .begin = span.begin,
                           .end = span.end,
                           .line = span.line,
                           .column = span.column,
                           .source = span.source,
                           .score = score,
                           .rank = rank,
                           .role = role_of(block->role),
                           .level = block->level};
}

static bool is_cut(const sm_choice *choice, uint32_t index) {
    return choice->cut || (choice->outline != NULL && choice->outline->cut[index]);
}

bool sm_choice_show(const summ_doc *doc, const sm_choice *choice, uint32_t index, double score, size_t rank,
                    sm_arena *arena, summ_sentence *out) {
    bool trim = choice != NULL && choice->options.trim != 0;
    const sm_sentence *s = &doc->doc.sentences.at[index];
    if (!sm_work_step(arena, s->n_words))
        return false;
    *out = describe(doc, s, index, score, rank);
    if (choice == NULL || !is_cut(choice, index))
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

static bool make_room(summ_sentences *list, size_t most, size_t most_titles) {
    list->list = sm_arena_get(&list->memory.arena, most, sizeof *list->list);
    list->titles = sm_arena_get(&list->memory.arena, most_titles, sizeof *list->titles);
    return list->list != NULL && list->titles != NULL;
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

/* Sentences first .. end - 1 as one. */
static bool show_block(const summ_doc *doc, uint32_t first, uint32_t end, sm_arena *arena, summ_sentence *out) {
    sm_sentence whole = doc->doc.sentences.at[first];
    whole.end = doc->doc.sentences.at[end - 1].end;
    *out = describe(doc, &whole, first, 0, 0);
    return sm_trimmed_show(doc, &whole, false, arena, out);
}

/* Of what is left out, titles are kept aside for those who write. */
static bool add_block(summ_sentences *list, const summ_doc *doc, uint32_t first, uint32_t end) {
    const sm_sentence *s = &doc->doc.sentences.at[first];
    bool title = is_named_title(doc, s);
    if (!title && !sm_doc_is_paragraph(doc, s))
        return true;
    summ_sentence *out = title ? &list->titles[list->n_titles] : &list->list[list->n];
    bool good = show_block(doc, first, end, &list->memory.arena, out);
    list->n_titles += good && title;
    list->n += good && !title;
    return good;
}

/* All of the text, sentence by sentence or block by block. */
static summ_status list_all(const summ_doc *doc, bool by_block, summ_sentences **out) {
    if (doc == NULL || out == NULL)
        return SUMM_ERR_ARGUMENT;
    summ_sentences *list = sm_handle_new(doc->engine, sizeof *list);
    bool good = list != NULL && make_room(list, doc->doc.sentences.n, by_block ? doc->n_sources : 0);
    for (uint32_t i = 0, end; good && i < doc->doc.sentences.n; i = end) {
        end = by_block ? sm_doc_end_of_block(&doc->doc, i) : i + 1;
        good = by_block ? add_block(list, doc, i, end) : add(list, doc, NULL, i, 0, 0);
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

static bool add_chosen(summ_sentences *list, const summ_doc *doc, const sm_choice *choice, size_t i) {
    const sm_chosen *c = &choice->chosen[i];
    return add(list, doc, choice, c->sentence, choice->score[c->sentence], c->rank);
}

/* The headings of the sections that are shown, each before what is chosen of its own. */
static bool add_sections(summ_sentences *list, const summ_doc *doc, const sm_choice *choice, const bool *shown) {
    const sm_sections *sections = &choice->outline->sections;
    bool good = true;
    for (size_t i = 0, k = 0; good && k < sections->list.n; k++) {
        const sm_section *s = &sections->list.at[k];
        if (shown[k] && s->body > s->first) {
            good = show_block(doc, s->first, s->body, &list->memory.arena, &list->list[list->n]);
            list->n += good;
        }
        for (; good && i < choice->n && sections->of[choice->chosen[i].sentence] == k; i++)
            good = add_chosen(list, doc, choice, i);
    }
    return good;
}

static bool add_outline(summ_sentences *list, const summ_doc *doc, const sm_choice *choice, sm_arena *scratch) {
    uint32_t *picks = sm_arena_get(scratch, choice->n, sizeof *picks);
    for (size_t i = 0; picks != NULL && i < choice->n; i++)
        picks[i] = choice->chosen[i].sentence;
    const bool *shown = picks != NULL ? sm_outline_headings(choice->outline, picks, choice->n, scratch) : NULL;
    list->outline = true;
    return shown != NULL && make_room(list, choice->n + choice->outline->sections.list.n, 0) &&
           add_sections(list, doc, choice, shown);
}

static summ_status summarize(const summ_doc *doc, sm_choice *choice, sm_arena *scratch, summ_sentences *list) {
    summ_status status = sm_choice_make(choice, doc, NULL, scratch);
    if (status != SUMM_OK)
        return status;
    if (choice->outline != NULL)
        return add_outline(list, doc, choice, scratch) ? SUMM_OK : SUMM_ERR_MEMORY;
    bool good = make_room(list, choice->n, 0);
    for (size_t i = 0; good && i < choice->n; i++)
        good = add_chosen(list, doc, choice, i);
    return good ? SUMM_OK : SUMM_ERR_MEMORY;
}

static summ_status fill(summ_sentences *list, const summ_doc *doc, sm_choice *choice) {
    sm_work work;
    sm_arena scratch; /* counted with the list, so that max_memory holds for both together */
    sm_arena_init(&scratch, &list->memory.alloc);
    sm_work_begin(&work, &list->memory.alloc, choice->options.progress, choice->options.progress_context,
                  doc->doc.tokens.n);
    summ_status status = summarize(doc, choice, &scratch, list);
    sm_arena_release(&scratch);
    return sm_work_end(&list->memory.alloc, status);
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
    status = fill(list, doc, &choice);
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
