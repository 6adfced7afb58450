/* Roles of blocks and candidates among sentences. Roles are written as letters: Title, Heading, Paragraph, Item, Quote,
 * Caption, cOde, Boilerplate, Unknown. */
#include "support/document.h"

static const char ROLES[] = "UTHPIQCOB";

/* Roles of all blocks and a 1 for each candidate sentence, 0 for the others. */
static void describe(const sm_doc *doc, char *roles, char *candidates) {
    for (size_t i = 0; i < doc->input.blocks.n; i++)
        roles[i] = ROLES[doc->input.blocks.at[i].role];
    roles[doc->input.blocks.n] = '\0';
    for (size_t i = 0; i < doc->sentences.n; i++)
        candidates[i] = doc->sentences.at[i].candidate ? '1' : '0';
    candidates[doc->sentences.n] = '\0';
}

static void check(const test_doc *t, const char *text, const char *roles, const char *candidates) {
    char got_roles[64], got_candidates[64];
    describe(&t->doc, got_roles, got_candidates);
    if (strcmp(got_roles, roles) != 0 || strcmp(got_candidates, candidates) != 0)
        fail_msg("roles %s, expected %s; candidates %s, expected %s:\n%s", got_roles, roles, got_candidates, candidates,
                 text);
}

#define LIT    "The harbour lights were lit again on the first evening of spring."
#define MET    "The keepers of the lights will meet again before the summer begins."
#define TWELVE "one two three four five six seven eight nine ten eleven twelve"

static const struct {
    const char *text, *roles, *candidates;
} TEXTS[] = {
    {"", "", ""},
    {"Lantern", "T", "1"},
    {LIT, "P", "1"},
    /* title, byline, heading */
    {"Harbour lights\n\nBy the night desk\n\n" LIT "\n\nWhat comes next\n\n" MET, "TBPHP", "00101"},
    {"Harbour lights\n\n" LIT "\n\n" MET, "TPP", "011"},
    {LIT "\n\nWhat comes next\n\n" MET, "PHP", "101"},
    /* labels that occur again, however they are capitalised; a repeated title stays one */
    {LIT "\n\nNext week\n\n" MET "\n\nNEXT WEEK\n\n" LIT, "PBPBP", "10101"},
    {LIT "\n\nNext week\n\n" MET "\n\nRead on\n\n" LIT, "PHPHP", "10101"},
    {"Harbour lights\n\n" LIT "\n\nHarbour Lights\n\n" MET, "TPBP", "0101"},
    /* an end mark or many words make a paragraph */
    {LIT "\n\nThey were lit", "PH", "10"},
    {LIT "\n\n(\"They were lit.\")", "PP", "10"},
    {LIT "\n\nThey were lit because of", "PH", "10"},
    {LIT "\n\nThey were lit because of:", "PP", "11"},
    {LIT "\n\n" TWELVE, "PH", "10"},
    {LIT "\n\n" TWELVE " thirteen", "PP", "11"},
    {LIT "\n\n" TWELVE " 13 14", "PH", "10"},
    /* short sentences are left out, unless the text is made of them */
    {LIT " It rained.", "P", "10"},
    {LIT " Five words are enough here.", "P", "11"},
    {LIT " Four are not enough.", "P", "10"},
    {"It rains. It pours. We sleep.", "P", "111"},
    {"It rains. It pours. We sleep. Then we row to shore again.", "P", "0001"},
    {"It rains. It pours. We sleep. You wait. Then we row to shore.", "P", "11111"},
    /* no prose at all: the labels */
    {"One lamp\n\nTwo boats\n\nThree islands", "TBB", "111"},
    {"Lantern 17\n\n1984\n\n...", "TBP", "100"},
    {"1984\n\n17", "TB", "00"},
    {"\xFF\xFF\n\n" LIT, "TP", "01"},
    {"\xE6\xB8\xAF\xE5\x8F\xA3\xE7\x9A\x84\xE7\x81\xAF\xE5\xBE\x88\xE7\xBE\x8E\xE3\x80\x82", "P", "1"},
};

static void test_texts(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        test_doc t;
        test_doc_begin(&t, TEXTS[i].text, strlen(TEXTS[i].text), "en");
        check(&t, TEXTS[i].text, TEXTS[i].roles, TEXTS[i].candidates);
        test_doc_end(&t);
    }
}

/* A format that tells the role of each line by the letter it begins with. */
static summ_status read_with_roles(const char *source, uint32_t n_bytes, sm_arena *arena, sm_input *input) {
    *input = (sm_input){.text = source, .n_bytes = n_bytes};
    for (uint32_t at = 0, end; at < n_bytes; at = end + 1) {
        for (end = at; end < n_bytes && source[end] != '\n';)
            end++;
        sm_block block = {.begin = at + 2, .end = end, .role = (sm_role)(strchr(ROLES, source[at]) - ROLES)};
        if (!sm_vec_push(&input->blocks, block, arena))
            return SUMM_ERR_MEMORY;
    }
    return SUMM_OK;
}

static const struct {
    const char *text, *roles, *candidates;
} GIVEN[] = {
    {"T " LIT "\nU " MET "\n", "TP", "01"},
    {"H " LIT "\nP " MET "\n", "HP", "01"},
    {"P " LIT "\nI " MET "\nQ " LIT "\n", "PIQ", "111"},
    {"P Harbour lights\nP " LIT "\n", "PP", "01"},
    {"P " LIT "\nO " MET "\nB " MET "\nC " MET "\n", "POBC", "1000"},
    {"I Pull the nets\nI Light the lamps\n", "II", "11"},
    {"T Harbour lights\nU By the desk\nP " LIT "\nU What next\n", "TBPB", "0010"},
    {"B Harbour lights\nO x = 17\n", "BO", "11"},
};

/* Roles that the format tells stay; only the others are judged. */
static void test_given_roles(void **state) {
    (void)state;
    const sm_reader reader = {.item = {"lines", ""}, .read = read_with_roles};
    for (size_t i = 0; i < COUNT_OF(GIVEN); i++) {
        test_doc t;
        test_doc_read(&t, &reader, GIVEN[i].text, strlen(GIVEN[i].text), "en");
        check(&t, GIVEN[i].text, GIVEN[i].roles, GIVEN[i].candidates);
        test_doc_end(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_given_roles),
    };
    return cmocka_run_group_tests_name("doc/prose", tests, NULL, NULL);
}
