/* What -t json prints is as include/summ.schema.json says: the command is run on many texts and options, and every
 * value is checked by the keywords of JSON Schema (draft 2020-12) that the schema uses. One that it did not know would
 * fail the test, and so does a member that the schema does not name, though readers of the schema are to bear with
 * those. */
#define _POSIX_C_SOURCE 200809L
#include "support/document.h"

#include <jansson.h>

#define SCHEMA "include/summ.schema.json"

/* ---- Validation -------------------------------------------------------------------------------------------------- */

typedef struct check {
    const json_t *root; /* of the schema */
    char why[256];      /* what was wrong first */
} check;

static bool refuse(check *c, const char *keyword, const char *detail) {
    if (c->why[0] == '\0')
        snprintf(c->why, sizeof c->why, "%s: %s", keyword, detail);
    return false;
}

static bool has_type(const json_t *value, const char *type) {
    static const struct {
        const char *name;
        json_type type;
    } TYPES[] = {{"object", JSON_OBJECT}, {"array", JSON_ARRAY}, {"string", JSON_STRING}, {"integer", JSON_INTEGER}};
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (strcmp(TYPES[i].name, type) == 0)
            return json_typeof(value) == TYPES[i].type;
    if (strcmp(type, "number") == 0)
        return json_is_number(value);
    assert_string_equal(type, "boolean");
    return json_is_boolean(value);
}

static bool is_valid(check *c, const json_t *schema, const json_t *value);

static bool has_members(check *c, const json_t *names, const json_t *value) {
    size_t i;
    json_t *name;
    json_array_foreach(names, i, name) if (json_object_get(value, json_string_value(name)) ==
                                           NULL) return refuse(c, "required", json_string_value(name));
    return true;
}

static bool are_members(check *c, const json_t *schemas, const json_t *value) {
    for (void *at = json_object_iter((json_t *)(uintptr_t)value); at != NULL;
         at = json_object_iter_next((json_t *)(uintptr_t)value, at)) {
        const json_t *schema = json_object_get(schemas, json_object_iter_key(at));
        if (schema == NULL)
            return refuse(c, "properties", json_object_iter_key(at));
        if (!is_valid(c, schema, json_object_iter_value(at)))
            return false;
    }
    return true;
}

static bool are_items(check *c, const json_t *schema, const json_t *value) {
    size_t i;
    json_t *item;
    json_array_foreach(value, i, item) if (!is_valid(c, schema, item)) return false;
    return true;
}

static bool is_one_of(const json_t *values, const json_t *value) {
    size_t i;
    json_t *one;
    json_array_foreach(values, i, one) if (json_equal(one, value)) return true;
    return false;
}

/* "#/$defs/name" */
static const json_t *referred(const check *c, const json_t *reference) {
    static const char PREFIX[] = "#/$defs/";
    const char *path = json_string_value(reference);
    assert_memory_equal(path, PREFIX, sizeof PREFIX - 1);
    const json_t *found = json_object_get(json_object_get(c->root, "$defs"), path + sizeof PREFIX - 1);
    assert_non_null(found);
    return found;
}

static bool obeys(check *c, const char *keyword, const json_t *rule, const json_t *value) {
    double number = json_number_value(value), bound = json_number_value(rule);
    if (strcmp(keyword, "type") == 0)
        return has_type(value, json_string_value(rule)) || refuse(c, keyword, json_string_value(rule));
    if (strcmp(keyword, "$ref") == 0)
        return is_valid(c, referred(c, rule), value);
    if (strcmp(keyword, "required") == 0)
        return has_members(c, rule, value);
    if (strcmp(keyword, "properties") == 0)
        return are_members(c, rule, value);
    if (strcmp(keyword, "items") == 0)
        return are_items(c, rule, value);
    if (strcmp(keyword, "const") == 0)
        return json_equal(rule, value) || refuse(c, keyword, "");
    if (strcmp(keyword, "enum") == 0)
        return is_one_of(rule, value) || refuse(c, keyword, json_string_value(value));
    if (strcmp(keyword, "minItems") == 0)
        return json_array_size(value) >= (size_t)json_integer_value(rule) || refuse(c, keyword, "");
    if (strcmp(keyword, "minimum") == 0)
        return number >= bound || refuse(c, keyword, "");
    if (strcmp(keyword, "exclusiveMinimum") == 0)
        return number > bound || refuse(c, keyword, "");
    if (strcmp(keyword, "maximum") == 0)
        return number <= bound || refuse(c, keyword, "");
    static const char *const SILENT[] = {"$schema", "title", "description", "$defs"};
    for (size_t i = 0; i < sizeof SILENT / sizeof *SILENT; i++)
        if (strcmp(keyword, SILENT[i]) == 0)
            return true;
    fail_msg("the schema has a keyword that is not known here: %s", keyword);
    return false;
}

/* The type goes first: what comes after takes it for granted. */
static bool is_valid(check *c, const json_t *schema, const json_t *value) {
    const json_t *type = json_object_get(schema, "type");
    if (type != NULL && !obeys(c, "type", type, value))
        return false;
    for (void *at = json_object_iter((json_t *)(uintptr_t)schema); at != NULL;
         at = json_object_iter_next((json_t *)(uintptr_t)schema, at))
        if (!obeys(c, json_object_iter_key(at), json_object_iter_value(at), value))
            return false;
    return true;
}

/* ---- The command ------------------------------------------------------------------------------------------------- */

static json_t *schema;

static int load_schema(void **state) {
    json_error_t error;
    (void)state;
    schema = json_load_file(SCHEMA, JSON_REJECT_DUPLICATES, &error);
    if (schema == NULL)
        print_error("%s:%d: %s\n", SCHEMA, error.line, error.text);
    return schema != NULL ? 0 : -1;
}

static int free_schema(void **state) {
    (void)state;
    json_decref(schema);
    return 0;
}

/* What it prints, parsed; fails unless all of it is JSON. */
static json_t *run(const char *arguments) {
    char command[1024];
    const char *given = getenv("SUMM_COMMAND"), *out = getenv("OUT");
    json_error_t error;
    snprintf(command, sizeof command, "S='%s%s'; %s 2>/dev/null",
             given != NULL ? given
             : out != NULL ? out
                           : "build/release",
             given != NULL ? "" : "/summ", arguments);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    json_t *value = json_loadf(pipe, JSON_REJECT_DUPLICATES, &error);
    pclose(pipe);
    if (value == NULL)
        fail_msg("%s: line %d: %s", arguments, error.line, error.text);
    return value;
}

static const char *why_invalid(const json_t *value) {
    static check c;
    c = (check){.root = schema};
    return is_valid(&c, schema, value) ? NULL : c.why;
}

#define BEES    "tests/golden/files/bees.txt"
#define BRIDGE  "tests/golden/files/bridge.txt"
#define PAGE    "tests/golden/files/glacier.html"
#define RECORDS "tests/golden/files/records.jsonl"

static const struct {
    const char *arguments;
    size_t n_documents;
} RUNS[] = {
    {"\"$S\" -t json " BEES, 1},
    {"\"$S\" -t json -n 2 -k 10 " BEES " " BRIDGE, 2},
    {"\"$S\" -t json -n 2 -k 10 -j 4 " BEES " no-such-file " BRIDGE " " BEES " " BRIDGE, 4},
    {"\"$S\" -t json no-such-file", 0},
    {"\"$S\" -t json --explain -k 5 -n 2 " BEES, 1},
    {"\"$S\" -t json --explain -k 5 -w 20 -c 300 -p 50 --must=bees --query=toads --known=" BRIDGE " " BEES, 1},
    {"\"$S\" -t json -m --explain -k 5 -n 2 " BEES " " BRIDGE " tests/samples/lighthouse.txt", 1},
    {"\"$S\" -t json -m -k 5 -n 2 " BEES, 1},
    {"\"$S\" -t json --split " BEES, 1},
    {"\"$S\" -t json --extract " BEES, 1},
    {"\"$S\" -t json --stats " BEES, 1},
    {"\"$S\" -t json --stats -k 3 " BEES, 1},
    {"\"$S\" -t json --stats --explain -n 1 " BEES, 1},
    {"\"$S\" -t json --trim --order=score -d 0.3 --no-quotes --no-questions -a random --seed=7 " BRIDGE, 1},
    {"\"$S\" -t json -c 40 --truncate " BRIDGE, 1},
    {"\"$S\" -t json -n 0 -k 0 " BEES, 1},
    {"\"$S\" -t json -k 3 -l German --against=" BRIDGE " --min-phrase=2 --max-phrase=3 --no-overlap " BEES, 1},
    {"printf '' | \"$S\" -t json --explain -k 3 -n 2", 1},
    {"printf '\\377\\000 The owl\\377 sleeps. \\001 \"By\" \\\\ day\\n' | \"$S\" -t json -k 3 -n 2", 1},
    {"printf '\\320\\274\\320\\276\\321\\200\\320\\265' | \"$S\" -t json -k 3 -n 2", 1},
    {"\"$S\" -t json -F jsonl -k 2 -n 1 - <" RECORDS, 2},
    {"\"$S\" -t json -m -F jsonl -k 2 -n 1 " RECORDS, 1},
    {"printf '{\"text\":\"The owl sleeps.\"}\\nbroken\\n\\n{\"text\":\"\"}\\n' | \"$S\" -t json -F jsonl -n 1", 2},
};

static void test_runs(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof RUNS / sizeof *RUNS; i++) {
        json_t *value = run(RUNS[i].arguments);
        const char *why = why_invalid(value);
        if (why != NULL)
            fail_msg("%s: %s", RUNS[i].arguments, why);
        size_t n = json_array_size(json_object_get(value, "documents"));
        if (n != RUNS[i].n_documents)
            fail_msg("%s: %zu documents", RUNS[i].arguments, n);
        json_decref(value);
    }
}

static void test_pages(void **state) {
    (void)state;
    json_t *value = run("\"$S\" -t json -k 3 -n 2 " PAGE);
    json_t *documents = json_object_get(value, "documents");
    if (json_array_size(documents) == 0)
        skip(); /* a build without gumbo */
    assert_null(why_invalid(value));
    assert_non_null(json_object_get(json_array_get(documents, 0), "title"));
    json_decref(value);
}

/* ---- Any text ---------------------------------------------------------------------------------------------------- */

static json_t *parse(const test_text *text) {
    json_error_t error;
    json_t *value = json_loadb(text->at, text->n, JSON_REJECT_DUPLICATES, &error);
    if (value == NULL)
        fail_msg("line %d: %s: %s", error.line, error.text, text->at);
    return value;
}

static void put_frame(test_text *text, summ_frame part) {
    assert_int_equal(summ_write_frame("json", part, test_text_write, text), SUMM_OK);
}

/* As two documents, of which one is explained. */
static json_t *report_twice(const summ_doc *doc, summ_report *report, const summ_explanation *why,
                            const summ_keyword_explanation *keyword_why) {
    test_text text = {0};
    report->doc = doc;
    put_frame(&text, SUMM_FRAME_BEGIN);
    test_text_report(&text, "json", report);
    put_frame(&text, SUMM_FRAME_BETWEEN);
    report->explanation = why;
    report->keyword_explanation = keyword_why;
    test_text_report(&text, "json", report);
    put_frame(&text, SUMM_FRAME_END);
    json_t *value = parse(&text);
    test_text_end(&text);
    return value;
}

/* Scores and texts are those that the library has, to the last bit. */
static void compare(const json_t *document, const summ_sentences *summary, const summ_phrases *phrases) {
    const json_t *told = json_object_get(document, "summary");
    assert_int_equal(json_array_size(told), summ_sentences_count(summary));
    for (size_t i = 0; i < summ_sentences_count(summary); i++) {
        const json_t *one = json_array_get(told, i);
        assert_true(json_number_value(json_object_get(one, "score")) == summ_sentences_at(summary, i)->score);
        assert_string_equal(json_string_value(json_object_get(one, "text")), summ_sentences_at(summary, i)->text);
    }
    told = json_object_get(document, "keywords");
    assert_int_equal(json_array_size(told), summ_phrases_count(phrases));
    for (size_t i = 0; i < summ_phrases_count(phrases); i++) {
        const json_t *one = json_array_get(told, i);
        assert_true(json_number_value(json_object_get(one, "score")) == summ_phrases_at(phrases, i)->score);
        assert_string_equal(json_string_value(json_object_get(one, "text")), summ_phrases_at(phrases, i)->text);
    }
}

static void check_text(const char *bytes, size_t n) {
    test_api t;
    summ_sentences *summary;
    summ_phrases *phrases;
    summ_explanation *why;
    summ_keyword_explanation *keyword_why;
    summ_report report;
    test_api_begin(&t, bytes, n, NULL);
    assert_int_equal(summ_summarize(t.doc, NULL, &summary), SUMM_OK);
    assert_int_equal(summ_keywords(t.doc, NULL, &phrases), SUMM_OK);
    assert_int_equal(summ_explain(t.doc, NULL, &why), SUMM_OK);
    assert_int_equal(summ_explain_keywords(t.doc, NULL, &keyword_why), SUMM_OK);
    summ_report_init(&report, sizeof report);
    report.sentences = summary;
    report.phrases = phrases;
    json_t *value = report_twice(t.doc, &report, why, keyword_why);
    const char *reason = why_invalid(value);
    if (reason != NULL)
        fail_msg("%s", reason);
    compare(json_array_get(json_object_get(value, "documents"), 0), summary, phrases);
    json_decref(value);
    summ_keyword_explanation_free(keyword_why);
    summ_explanation_free(why);
    summ_phrases_free(phrases);
    summ_sentences_free(summary);
    test_api_end(&t);
}

static void test_any_text(void **state) {
    (void)state;
    test_random r = {2027};
    for (size_t round = 0; round < 200; round++) {
        test_text text = {0};
        test_text_put(&text, "");
        test_text_add_pieces(&text, &r, test_random_below(&r, 200));
        if (summ_binary_kind(text.at, text.n) == NULL)
            check_text(text.at, text.n);
        test_text_end(&text);
    }
}

/* ---- The check itself -------------------------------------------------------------------------------------------- */

/* Every member that is required is missed, and every member has a type. */
static void spoil(json_t *whole, json_t *part, const json_t *required) {
    size_t i;
    json_t *name;
    json_array_foreach(required, i, name) {
        const char *key = json_string_value(name);
        json_t *was = json_incref(json_object_get(part, key));
        assert_null(why_invalid(whole));
        json_object_del(part, key);
        assert_non_null(why_invalid(whole));
        json_object_set_new(part, key, json_null());
        assert_non_null(why_invalid(whole));
        json_object_set_new(part, key, was);
    }
}

static json_t *required_of(const char *definition) {
    return json_object_get(json_object_get(json_object_get(schema, "$defs"), definition), "required");
}

static void test_the_check(void **state) {
    (void)state;
    json_t *value = run("\"$S\" -t json --explain -k 3 -n 2 " BEES);
    json_t *document = json_array_get(json_object_get(value, "documents"), 0);
    json_t *explain = json_object_get(document, "explain");
    spoil(value, value, json_object_get(schema, "required"));
    spoil(value, document, required_of("document"));
    spoil(value, json_object_get(document, "language"), required_of("language"));
    spoil(value, json_object_get(document, "stats"), required_of("stats"));
    spoil(value, json_array_get(json_object_get(document, "summary"), 1), required_of("sentence"));
    json_t *phrase = json_array_get(json_object_get(document, "keywords"), 2);
    spoil(value, phrase, required_of("phrase"));
    spoil(value, json_array_get(json_object_get(phrase, "occurrences"), 0), required_of("place"));
    spoil(value, json_array_get(json_object_get(explain, "sentences"), 0), required_of("reason"));
    spoil(value, json_array_get(json_object_get(explain, "keywords"), 0), required_of("phraseReason"));
    json_object_set_new(phrase, "score", json_real(1.5));
    assert_string_equal(why_invalid(value), "maximum: ");
    json_object_set_new(phrase, "score", json_real(-0.5));
    assert_string_equal(why_invalid(value), "minimum: ");
    json_object_set_new(phrase, "score", json_integer(1));
    json_object_set_new(phrase, "unheard", json_integer(1));
    assert_string_equal(why_invalid(value), "properties: unheard");
    json_object_del(phrase, "unheard");
    json_array_clear(json_object_get(phrase, "forms"));
    assert_string_equal(why_invalid(value), "minItems: ");
    json_object_set_new(value, "schema", json_integer(2));
    assert_string_equal(why_invalid(value), "const: ");
    json_decref(value);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_runs),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_any_text),
        cmocka_unit_test(test_the_check),
    };
    return cmocka_run_group_tests_name("contract/schema", tests, load_schema, free_schema);
}
