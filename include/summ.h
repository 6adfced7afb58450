/* summ.h - extractive summaries and key phrases.
 *
 * libsumm picks the sentences that carry a text and the phrases that name its subject. It needs no model, no network
 * and no files: text goes in as bytes, sentences and phrases come out, with byte offsets into what went in.
 *
 * The shortest use is one call:
 *
 *     char *summary;
 *     if (summ_text(text, strlen(text), 3, &summary) == SUMM_OK) {
 *         puts(summary);
 *         summ_free(summary);
 *     }
 *
 * The full form has three steps. An engine holds the settings; a document is analysed once; any number of selections
 * are then made from it:
 *
 *     summ_engine *engine;
 *     summ_doc *doc;
 *     summ_sentences *best;
 *     if (summ_engine_new(NULL, &engine) == SUMM_OK) {
 *         if (summ_doc_new(engine, text, strlen(text), NULL, &doc) == SUMM_OK) {
 *             if (summ_summarize(doc, NULL, &best) == SUMM_OK) {
 *                 for (size_t i = 0; i < summ_sentences_count(best); i++)
 *                     puts(summ_sentences_at(best, i)->text);
 *                 summ_sentences_free(best);
 *             }
 *             summ_doc_free(doc);
 *         }
 *         summ_engine_free(engine);
 *     }
 *
 * TEXT is bytes with a length, in any character set. A byte order mark tells which; else what looks like UTF-8 is, and
 * for other texts the set is guessed, or given by the caller. In UTF-8 each byte that is no part of a character reads
 * as U+FFFD, and NUL is a byte like any other; in results every control character reads as a space. All offsets count
 * bytes of the caller's own input from 0, whatever its character set; `end` is one past the last byte.
 *
 * OPTIONS are structs that begin with their own size, so that programs compiled against an older header keep working.
 * Fill one with its init function, then change what you like; NULL stands for the defaults:
 *
 *     summ_summary_options options;
 *     summ_summary_options_init(&options, sizeof options);
 *     options.max_words = 80;
 *
 * PLAIN TEXT is read as it was laid out: hard-wrapped lines are paragraphs again, and words parted by hyphens one word.
 * What only surrounds the text is left out, as far as a line is nothing else: numbers and running heads of pages,
 * tables of contents, heads, signatures and quotations of messages, times and names of subtitles and chats, bylines,
 * notices and links that copying a web page takes along, and what stands around books of Project Gutenberg. Tables,
 * drawings and code are no prose. Offsets are those of the text as it came, line breaks and hyphens within a sentence
 * included.
 *
 * WEB PAGES: with format "html" the text is the article that a page holds, without menus, notices, comments and links
 * to other pages, or, with `whole`, all that is seen. Offsets are those of the page's own bytes: from the first to the
 * last that belong to a sentence, tags between them included. The character set that a page declares is used where none
 * is given. The author and the date it states are told too. On a page nested hundreds of levels deep, or of more than a
 * million tags or 32 MiB, the article is not told apart by its elements.
 *
 * FRAGMENTS of pages, as feeds and databases hold them, are too short to tell an article in: with format "fragment" all
 * text that is seen counts, unless it is a whole page, which is read as one.
 *
 * MARKDOWN: with format "markdown" the text is that of paragraphs, headings, lists and quotes, with the text of links
 * and emphasis and of code within lines, as CommonMark has it; front matter gives title, author, date and language.
 * Blocks of code and tables are no prose; targets of links, HTML and definitions are left out. Offsets are those of the
 * source, marks within a sentence included. Texts of more than 64 MiB, or with a block for every few bytes, are read
 * line by line. Of GitHub's extensions, boxes of tasks ("- [x] ") and the marks of text that is struck out ("~~") are
 * no text either.
 *
 * ERRORS are values. Every function that can fail returns a summ_status and sets its output only on SUMM_OK; after a
 * failure nothing leaks and every handle is as it was. NULL for a handle, a string or an output is SUMM_ERR_ARGUMENT,
 * unless it is said to be allowed; functions that return no status need what they take. The library prints nothing,
 * exits never, and reads no files, environment or locale (iconv, which decodes character sets other than Unicode and
 * Windows-1252, is the C library's and may load tables of its own).
 *
 * OWNERSHIP: what a `_new` function or a selection made, the `_free` function of the same name frees (NULL is allowed).
 * Strings and structs reached from a handle live as long as the handle. A document holds a copy of its text, unless it
 * borrows it (summ_doc_options). A document has to outlive the selections made from it, and an engine all that was made
 * with it. What else a call is given, options and their strings included, it needs no longer than it lasts.
 *
 * THREADS: the library has no mutable globals. Engines, documents and selections are never changed after they are made:
 * any number of threads may pass one to any functions at once, but for its `_free`, which is for the last. Feeds and
 * corpora are changed by their `_add`: one thread at a time then, and no other function of theirs meanwhile. Functions
 * without a handle, and summ_write, may be called by any number of threads.
 *
 * CALLBACKS (allocators, progress, output) have to return: no exception and no longjmp may pass through the library.
 * They may call it.
 *
 * MEMORY comes from the engine's allocator, save what libraries take on their own while a document is analysed:
 * libstemmer some hundred bytes; iconv, for character sets other than Unicode and Windows-1252, tables of the C library
 * that it may keep; uchardet, when a character set is guessed, some ten KiB, and it ends the process if it gets none.
 *
 * DETERMINISM: results depend on the input bytes and the options alone; where a character set is guessed, also on
 * whether uchardet is built in, and of web pages and Markdown on the versions of gumbo and cmark (summ_feature).
 *
 * COST: time and memory are linear in the bytes of the text, save where a function says otherwise. What only reads from
 * a handle, or fills in defaults, takes constant time.
 *
 * COMPATIBILITY: versions are MAJOR.MINOR.PATCH. While MAJOR stays, what is declared here stays and means the same:
 * programs compile as they did, and those that were linked with libsumm.so.1 run with every later library of that name.
 * One that is older than the function they need is refused when they start, for functions carry the version they came
 * with. Minor versions may add functions, types and macros, whose names begin with summ_ or SUMM_; numbers at the end
 * of enums (let a switch have a default); rows of tables; members at the end of options, which an older library passes
 * over, and of structs that the library makes. Reach these by the functions that return them, and make no arrays of
 * them. summ_span, summ_form, summ_term, summ_vote, summ_phrase_feature, summ_part and summ_allocator, of which there
 * are arrays or members, keep the members they have.
 *
 * Minor versions may also change which sentences and phrases are found and their scores, where algorithms, languages
 * and the reading of formats get better, and texts for people: messages, help, warnings, and the formats text, markdown
 * and html. Patch versions change what was wrong. Names, formats for programs (jsonl, json, tsv) and what
 * summ_corpus_write wrote stay. Of the static library only what is declared here is for use.
 */
#ifndef SUMM_H
#define SUMM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(SUMM_BUILD) && defined(__GNUC__)
#define SUMM_API __attribute__((visibility("default")))
#else
#define SUMM_API
#endif

#ifdef __GNUC__
#define SUMM_CHECKED __attribute__((warn_unused_result))
#else
#define SUMM_CHECKED
#endif

/* ---- Status ------------------------------------------------------------------------------------------------------ */

/* The version of this header, also as a number for the preprocessor: MAJOR x 10000 + MINOR x 100 + PATCH. */
#define SUMM_VERSION "1.0.0"
#define SUMM_VERSION_NUMBER 10000

typedef enum summ_status {
    SUMM_OK = 0,
    SUMM_ERR_MEMORY,    /* the allocator gave no memory, or max_memory is reached */
    SUMM_ERR_ARGUMENT,  /* an argument or option is outside its documented range */
    SUMM_ERR_TOO_LARGE, /* the text is longer than max_bytes or max_sentences, or has 4 GiB - 1 bytes or more */
    SUMM_ERR_LANGUAGE,  /* no such language */
    SUMM_ERR_NAME,      /* no such algorithm or format */
    SUMM_ERR_WRITE,     /* the write function reported a failure */
    SUMM_ERR_ENCODING,  /* no such character set */
    SUMM_ERR_BINARY,    /* the bytes are no text: see summ_binary_kind */
    SUMM_ERR_MISSING,   /* this build lacks the library for the format: gumbo for "html" and "fragment", cmark for
                         * "markdown" */
    SUMM_ERR_CANCELLED, /* the progress function said so */
    SUMM_ERR_CORPUS     /* the bytes are no corpus that this version reads, or were damaged */
} summ_status;

/* A short English description, such as "out of memory", for people: compare numbers. Never NULL, also for numbers that
 * are no status. Static. */
SUMM_API const char *summ_status_message(summ_status status);

/* The version of the library that runs, "MAJOR.MINOR.PATCH"; SUMM_VERSION is that of the header. Static. */
SUMM_API const char *summ_version(void);

/* The libraries this build relies on, "utf8proc 2.8.0": number `index`, or NULL past the last. Static. */
SUMM_API const char *summ_feature(size_t index);

/* ---- The simple form --------------------------------------------------------------------------------------------- */

/* A summary of at most max_sentences sentences with all defaults, one a line, NUL-terminated, from malloc. summ_free
 * frees it. O(n_bytes). SUMM_ERR_MEMORY, SUMM_ERR_TOO_LARGE, SUMM_ERR_BINARY, SUMM_ERR_ARGUMENT. */
SUMM_API SUMM_CHECKED summ_status summ_text(const char *text, size_t n_bytes, size_t max_sentences, char **summary);
SUMM_API void summ_free(char *summary);

/* ---- What there is ----------------------------------------------------------------------------------------------- */

typedef enum summ_kind {
    SUMM_ALGORITHMS,         /* how sentences are ranked */
    SUMM_KEYWORD_ALGORITHMS, /* how key phrases are ranked */
    SUMM_LANGUAGES,          /* BCP 47 codes, with English names as help */
    SUMM_INPUTS,             /* formats that summ_doc_new reads */
    SUMM_OUTPUTS             /* formats that summ_write writes */
} summ_kind;

/* A row of one of the tables: the name that options take, and one line about it. */
typedef struct summ_item {
    const char *name;
    const char *help;
} summ_item;

/* Row `index` of a table in its fixed order, or NULL past its end; the first row is the default. Static.
 *
 *     for (size_t i = 0; summ_item_at(SUMM_ALGORITHMS, i) != NULL; i++)
 *         puts(summ_item_at(SUMM_ALGORITHMS, i)->name);
 */
SUMM_API const summ_item *summ_item_at(summ_kind kind, size_t index);

/* The code of a language given by BCP 47 tag ("en", "pt-BR", "nb"), ISO 639-2 code ("deu") or English name ("German"),
 * in any case; NULL if there is none, or for NULL. Subtags that no language here tells apart are dropped. Static.
 * O(languages). */
SUMM_API const char *summ_language_code(const char *name);

/* Not 0 if summ_doc_options.encoding may have this value, and where there is no memory to find that out; 0 for NULL.
 * O(1), and iconv is asked. */
SUMM_API int summ_has_encoding(const char *name);

/* What bytes that are no text seem to be, such as "PDF document" or "gzip data", "binary data" if the format is
 * unknown; NULL if they look like text, as no bytes do. Static. Looks at the first 64 KiB at most: O(1). */
SUMM_API const char *summ_binary_kind(const char *bytes, size_t n_bytes);

/* ---- Engine: settings, shared by many documents ------------------------------------------------------------------ */

typedef struct summ_engine summ_engine;

/* An allocator in one function: new_bytes 0 frees `block` and returns NULL; `block` NULL (old_bytes 0) allocates; else
 * the block is resized, and stays as it was if NULL is returned. Memory has to be aligned as malloc's is. Documents
 * that are analysed by several threads at once call it from all of them. */
typedef struct summ_allocator {
    void *(*resize)(void *context, void *block, size_t old_bytes, size_t new_bytes);
    void *context;
} summ_allocator;

/* For ceilings: there is none. */
#define SUMM_NO_LIMIT SIZE_MAX

typedef struct summ_engine_options {
    size_t struct_size;
    summ_allocator allocator; /* resize NULL: malloc, realloc and free */
    size_t max_bytes;         /* texts longer than this are refused; default SUMM_NO_LIMIT */
    size_t max_memory;        /* ceiling for each document, selection and corpus, in bytes; default SUMM_NO_LIMIT */
    /* Words parted by white space or commas, copied; NULL (default): none. They count in every language. */
    const char *abbreviations;  /* besides those of the language */
    const char *stopwords;      /* in place of those of the language */
    const char *more_stopwords; /* besides them */
    size_t max_sentences;       /* texts with more, headings included, are refused; default SUMM_NO_LIMIT */
    size_t remembered_words;    /* of how many words the stems are kept from one text to the next, at 64 bytes each: many
                                 * short texts take a fifth less time, and what is found is the same. 0 (default): none */
} summ_engine_options;

/* Fills in the defaults, as the init function of every struct of options does. `struct_size` is sizeof *options: what
 * the program knows of it. */
SUMM_API void summ_engine_options_init(summ_engine_options *options, size_t struct_size);

/* Makes an engine. O(bytes of its word lists). SUMM_ERR_MEMORY; SUMM_ERR_ARGUMENT, as everywhere, if struct_size was
 * not set. */
SUMM_API SUMM_CHECKED summ_status summ_engine_new(const summ_engine_options *options, summ_engine **engine);
SUMM_API void summ_engine_free(summ_engine *engine);

/* ---- Document: a text, analysed once ----------------------------------------------------------------------------- */

typedef struct summ_doc summ_doc;

/* Told how far a call is: `done` of `total`, which stays what it is; `done` never falls, nor passes it. Returns 0, or
 * anything else to end the call with SUMM_ERR_CANCELLED, after which it is not called again. Called by the thread that
 * makes the call, from within it: it may read from documents and results, and free none that the call uses.
 *
 * An analysis counts bytes that are done of the text that was read, which of a web page is not all of the page, and
 * tells every 64 KiB or so, never for shorter texts. Selections (summ_summarize, summ_rank, summ_explain,
 * summ_keywords, summ_explain_keywords) count the words they look at, each as often as they do. They tell at least
 * once, and again after 65536 words, or as many as the text has if these are fewer; methods that go over all words
 * again and again tell each time. `total` is about what PageRank takes; other algorithms are done sooner. */
typedef int (*summ_progress_fn)(void *context, size_t done, size_t total);

typedef struct summ_doc_options {
    size_t struct_size;
    const char *language; /* as for summ_language_code; NULL or "auto" (default): guessed from the text; of
                           * a page also what it says itself, where its words tell too little */
    const char *format;   /* a row of SUMM_INPUTS, "text", "html", "fragment" or "markdown"; NULL (default): "text" */
    const char *encoding; /* "UTF-8", "UTF-16LE", "windows-1251" or any other name that iconv knows; NULL or "auto"
                           * (default): as a web page declares, else guessed. A byte order mark wins over the name.
                           * Bytes of an encoding that was named are taken for text, whatever they look like */
    int whole;            /* not 0: of web pages all visible text; 0 (default): the article */
    const char *title;    /* UTF-8: a line of the text with these words is no sentence; algorithms that ask for titles
                           * (edmundson) get these words too. NULL (default): the first line, if it looks like a
                           * title */
    summ_progress_fn progress; /* NULL (default): nobody asks */
    void *progress_context;    /* handed to it */
    int borrow;                /* not 0: the text is not copied and has to stay, unchanged, until the document is freed;
                                * what is not UTF-8 is converted all the same. 0 (default): it is copied */
} summ_doc_options;

SUMM_API void summ_doc_options_init(summ_doc_options *options, size_t struct_size);

/* Analyses a text: blocks, sentences, words, stems and the sentence x stem matrix. O(n_bytes). SUMM_ERR_MEMORY,
 * SUMM_ERR_TOO_LARGE, SUMM_ERR_LANGUAGE, SUMM_ERR_NAME (the format), SUMM_ERR_ENCODING, SUMM_ERR_BINARY (only if no
 * encoding was named), SUMM_ERR_MISSING (see there), SUMM_ERR_CANCELLED, SUMM_ERR_ARGUMENT. */
SUMM_API SUMM_CHECKED summ_status summ_doc_new(const summ_engine *engine, const char *text, size_t n_bytes,
                                               const summ_doc_options *options, summ_doc **doc);
SUMM_API void summ_doc_free(summ_doc *doc);

/* One of several texts that are analysed as one. */
typedef struct summ_part {
    const char *text;
    size_t n_bytes;
    const char *format;   /* as in summ_doc_options, for this text; NULL: what is said there */
    const char *encoding; /* likewise */
} summ_part;

/* Analyses n_parts texts, at least one, as one document, in their order: one summary and one list of key phrases for
 * all. Each may have a title, a format and a character set of its own; offsets, lines and columns count in the part
 * that `source` of a sentence or span names. Errors as for summ_doc_new, of which the first is reported; the limits are
 * on the sum. */
SUMM_API SUMM_CHECKED summ_status summ_doc_new_merged(const summ_engine *engine, const summ_part *parts, size_t n_parts,
                                                      const summ_doc_options *options, summ_doc **doc);

/* A text that arrives in pieces of any size, also in the middle of a character: documents made of it are those of the
 * whole. One thread at a time.
 *
 *     summ_engine *engine;
 *     summ_feed *feed;
 *     char piece[4096];
 *     if (summ_engine_new(NULL, &engine) == SUMM_OK) {
 *         if (summ_feed_new(engine, &feed) == SUMM_OK) {
 *             summ_status status = SUMM_OK;
 *             for (size_t n; status == SUMM_OK && (n = fread(piece, 1, sizeof piece, stdin)) > 0;)
 *                 status = summ_feed_add(feed, piece, n);
 *             if (status == SUMM_OK && summ_feed_doc(feed, NULL, &doc) == SUMM_OK)
 *                 summ_doc_free(doc);
 *             summ_feed_free(feed);
 *         }
 *         summ_engine_free(engine);
 *     }
 */
typedef struct summ_feed summ_feed;

/* Its memory counts as a document's does. SUMM_ERR_MEMORY, SUMM_ERR_ARGUMENT. */
SUMM_API SUMM_CHECKED summ_status summ_feed_new(const summ_engine *engine, summ_feed **feed);
/* Adds a copy of a piece, or nothing after an error: SUMM_ERR_MEMORY, SUMM_ERR_TOO_LARGE (max_bytes),
 * SUMM_ERR_ARGUMENT. O(n_bytes) over all calls. */
SUMM_API SUMM_CHECKED summ_status summ_feed_add(summ_feed *feed, const char *bytes, size_t n_bytes);
/* Analyses what has come so far, as summ_doc_new does; more may follow. The document has a copy of its own. */
SUMM_API SUMM_CHECKED summ_status summ_feed_doc(const summ_feed *feed, const summ_doc_options *options, summ_doc **doc);
SUMM_API void summ_feed_free(summ_feed *feed);

/* ---- Corpus: how rare words are in the texts of a program -------------------------------------------------------- */

/* In how many of many documents each stem stands. A text alone does not tell which of its words are rare in others of
 * its kind; with a corpus of such texts, algorithms that weigh words by their rarity take it from there (`corpus` in
 * the options). Key phrases by tfidf gain most: over 16 sets of papers, abstracts and news, each with the others of the
 * set as its corpus, F1 of the best ten rises from 15.5 to 17.7.
 *
 *     summ_engine *engine;
 *     summ_corpus *corpus;
 *     summ_phrases *phrases;
 *     summ_keyword_options options;
 *     summ_keyword_options_init(&options, sizeof options);
 *     if (summ_engine_new(NULL, &engine) == SUMM_OK) {
 *         if (summ_corpus_new(engine, &corpus) == SUMM_OK) {
 *             if (summ_corpus_add(corpus, doc) == SUMM_OK) { // and many others
 *                 options.algorithm = "tfidf";
 *                 options.corpus = corpus;
 *                 if (summ_keywords(doc, &options, &phrases) == SUMM_OK)
 *                     summ_phrases_free(phrases);
 *             }
 *             summ_corpus_free(corpus);
 *         }
 *         summ_engine_free(engine);
 *     }
 *
 * summ_corpus_add is for one thread at a time; while none is added, any number of threads may use a corpus. Its memory
 * counts as a document's does, and grows with the number of different stems. */
typedef struct summ_corpus summ_corpus;

/* A corpus without documents. SUMM_ERR_MEMORY, SUMM_ERR_ARGUMENT. */
SUMM_API SUMM_CHECKED summ_status summ_corpus_new(const summ_engine *engine, summ_corpus **corpus);

/* Counts a document, merged or not as one: each of its stems once, those of stop words, numbers and addresses not. The
 * document is not needed afterwards. All have to be of one language, as it was given or guessed; the first decides.
 * After an error the corpus is as it was: SUMM_ERR_MEMORY, SUMM_ERR_LANGUAGE (not that language), SUMM_ERR_TOO_LARGE
 * (4 billion documents or stems), SUMM_ERR_ARGUMENT. O(stems of the document). */
SUMM_API SUMM_CHECKED summ_status summ_corpus_add(summ_corpus *corpus, const summ_doc *doc);

/* How many documents were counted, as they were added. O(1). */
SUMM_API size_t summ_corpus_size(const summ_corpus *corpus);
/* The code of their language, or NULL if there is none yet. Static. O(1). */
SUMM_API const char *summ_corpus_language(const summ_corpus *corpus);
/* How many of them hold a stem, such as that of a phrase of one word (summ_phrase.stem). O(n_bytes). */
SUMM_API size_t summ_corpus_count(const summ_corpus *corpus, const char *stem, size_t n_bytes);

/* Takes n_bytes of output; returns 0, or anything else to stop the writing with SUMM_ERR_WRITE. */
typedef int (*summ_write_fn)(void *context, const char *bytes, size_t n_bytes);

/* Writes the corpus as bytes, some 6 for each stem, for summ_corpus_read: the same bytes for the same documents, in
 * whatever order they were added. SUMM_ERR_WRITE, SUMM_ERR_MEMORY, SUMM_ERR_ARGUMENT. O(stems x log stems), and memory
 * for all the bytes. */
SUMM_API SUMM_CHECKED summ_status summ_corpus_write(const summ_corpus *corpus, summ_write_fn write, void *context);

/* Reads what was written, on any machine and by this or an earlier version; more may be added. The bytes are not needed
 * afterwards. Whatever they are does no harm: they are checked, against damage by a hash (it keeps nobody from making
 * up others). Stems are those of the library that counted them: another version of it or of libstemmer may have others,
 * which are then not found. SUMM_ERR_CORPUS, SUMM_ERR_LANGUAGE (none here has that code), SUMM_ERR_MEMORY,
 * SUMM_ERR_ARGUMENT. O(n_bytes) to read, O(bytes of all stems) to keep. */
SUMM_API SUMM_CHECKED summ_status summ_corpus_read(const summ_engine *engine, const char *bytes, size_t n_bytes,
                                                   summ_corpus **corpus);
SUMM_API void summ_corpus_free(summ_corpus *corpus);

/* ---- What is known of a document --------------------------------------------------------------------------------- */

/* The library makes it; later versions may add members at the end. Counts are of the text that was read, headings and
 * captions included: of a web page, of its article. */
typedef struct summ_facts {
    const char *title;        /* as it was given, or else a title of the text: NUL-terminated UTF-8 on one line; of
                               * merged texts only a given one. NULL: none is known */
    const char *author;       /* likewise who wrote it, several names parted by ", ": of a page from its <meta>, its
                               * JSON-LD or the byline near its title, without "By"; of Markdown from the front
                               * matter */
    const char *date;         /* likewise when it appeared: as it is stated, if that is ISO 8601 ("2019-11-20T09:28Z"),
                               * else in that form if there is but one way to read it, which "11/10/2019" has not */
    const char *format;       /* the row of SUMM_INPUTS that read it, of merged texts the first */
    const char *language;     /* its code, given or guessed; "und" if nothing could be guessed */
    double language_sureness; /* 0 to 1, how likely it is: 1 if it was given; 0 if nothing could be guessed; 0.5 if the
                               * text names it and its words tell too little. Else, with p_l the probability of its
                               * words in language l, and all languages equally likely beforehand, the p of the best
                               * over the sum of all */
    int language_given;       /* not 0: not guessed */
    const char *encoding;     /* the character set, of merged texts the first, given or found: "UTF-8", "UTF-16LE",
                               * "windows-1252". ASCII is UTF-8 */
    size_t n_bad_bytes;       /* sequences of bytes that were no characters of that set, and read as U+FFFD; in UTF-8
                               * each bad byte is one */
    size_t n_bytes;           /* of the input, of all parts */
    size_t n_chars;           /* of all sentences, in code points, as they are shown */
    size_t n_words;           /* of all sentences, as `wc -w` counts them; of ideographs, each is one */
    size_t n_sentences;       /* as summ_split lists them */
    size_t n_paragraphs;      /* as summ_paragraphs lists them */
    size_t n_stems;           /* distinct stems of words that are no stop words, numbers or addresses */
    size_t reading_seconds;   /* to read it, at 238 words a minute (Brysbaert 2019); languages that are written without
                               * spaces at 500 characters */
    const char *const *warnings; /* n_warnings lines that say what may be wrong with the text: bytes that are no
                                  * characters (the first, if n_bad_bytes is not 0), no article on a web page, no regard
                                  * to its elements */
    size_t n_warnings;
} summ_facts;

/* Never NULL; lives as long as the document. O(1). */
SUMM_API const summ_facts *summ_doc_facts(const summ_doc *doc);

/* ---- Sentences --------------------------------------------------------------------------------------------------- */

/* Where a sentence, a piece of one or a phrase stands. */
typedef struct summ_span {
    size_t begin, end; /* bytes of the input */
    size_t line;       /* of begin, counted from 1 */
    size_t column;     /* of begin, counted from 1 in characters */
    size_t source;     /* the part of a merged document, from 0 */
} summ_span;

/* A list of sentences: a summary, or all sentences of a document. */
typedef struct summ_sentences summ_sentences;

/* What a block of the text is, by its format or by its shape. */
typedef enum summ_role {
    SUMM_ROLE_PARAGRAPH,
    SUMM_ROLE_TITLE,
    SUMM_ROLE_HEADING,
    SUMM_ROLE_ITEM,    /* of a list */
    SUMM_ROLE_QUOTE,   /* a block of its own */
    SUMM_ROLE_CAPTION, /* of a picture, or a sentence that a later one repeats */
    SUMM_ROLE_CODE,    /* and the rows of tables of Markdown */
    SUMM_ROLE_LABEL    /* bylines, datelines, lines that occur again, and others that are no part of the text */
} summ_role;

/* The library makes these; later versions may add members at the end. */
typedef struct summ_sentence {
    const char *text; /* NUL-terminated UTF-8 on one line: runs of white space are one space, bad bytes U+FFFD */
    size_t n_bytes;   /* of text */
    size_t begin;     /* where it stands in the input, in bytes */
    size_t end;
    size_t line;      /* of begin, counted from 1 */
    size_t column;    /* of begin, counted from 1 in characters */
    size_t index;     /* among all sentences of the document, from 0 */
    size_t block;     /* the paragraph, heading or list item that holds it, from 0 */
    size_t n_words;   /* as `wc -w` counts them; of ideographs, each is one */
    size_t n_chars;   /* of text, in code points */
    double score;     /* 0 to 1, the best sentence of the document has 1; 0 from summ_split */
    size_t rank;      /* 1 is chosen first; 0 from summ_split */
    size_t source;    /* the part of a merged document, from 0 */
    /* What of it is shown, in the order of the input, apart from one another: the whole, unless it was trimmed. Then
     * text is the pieces, one right behind the other, but for its first letter, which may have become a capital.
     * n_bytes, n_words and n_chars are of text; begin, end, line and column stay those of the whole. */
    const summ_span *pieces;
    size_t n_pieces; /* 1 at least */
    int truncated;   /* not 0: cut to fit, with an ellipsis behind the last piece */
    summ_role role;  /* of the block that holds it */
    int level;       /* of a heading, 1 to 6, a title has 1; of an item, the lists it stands in, up to 6; 0: unknown, or
                      * of other roles. In plain text headings such as "Chapter 3", "1.2 Title", ALL CAPITALS and
                      * underlined ones have levels from 2 on, others none */
} summ_sentence;

/* How many there are. O(1). */
SUMM_API size_t summ_sentences_count(const summ_sentences *sentences);
/* Sentence `index`, or NULL past the end. O(1). */
SUMM_API const summ_sentence *summ_sentences_at(const summ_sentences *sentences, size_t index);
SUMM_API void summ_sentences_free(summ_sentences *sentences);

typedef enum summ_order {
    SUMM_ORDER_POSITION, /* as they stand in the text */
    SUMM_ORDER_SCORE     /* best first */
} summ_order;

/* For `diversity`: what suits the algorithm. */
#define SUMM_DIVERSITY_OWN (-1.0)

/* Lengths are ceilings: all that are given hold, whatever the text. Where max_words or max_chars decide, the sentences
 * are those that fill them best, by score and length; where as many of the best as max_sentences allows fit, it is
 * they. If no ceiling is given, max_sentences is 3. Every ceiling's default is SUMM_NO_LIMIT. */

typedef struct summ_summary_options {
    size_t struct_size;
    const char *algorithm; /* a row of SUMM_ALGORITHMS; NULL (default): the first */
    size_t max_sentences;
    size_t max_words; /* as `wc -w` counts them */
    size_t max_chars; /* code points, with one between two sentences for the space or line break */
    double max_percent; /* of all sentences of the document, at least one; default 100; 0 < x <= 100 */
    double diversity;   /* 0 to 1: how much to avoid repeating, as in MMR (Carbonell & Goldstein 1998); default
                         * SUMM_DIVERSITY_OWN: what suits the algorithm, 0.7 for most */
    summ_order order;   /* default SUMM_ORDER_POSITION */
    uint64_t seed;      /* of the algorithms that leave something to chance; default 0 */
    /* What the reader wants; NULL and 0 (default): nothing in particular. Strings are UTF-8 in the document's
     * language. */
    const char *query;       /* favours sentences about these words: what holds them, and what shares words with that */
    const char *const *must; /* n_must words or phrases: if a sentence that fits holds one, a chosen sentence does */
    size_t n_must;
    const summ_doc *known; /* read before: prefers what it does not say, and leaves out what repeats a sentence of it.
                            * Has to outlive the call only */
    int no_quotes;         /* not 0: leaves out sentences that quote three words or more */
    int no_questions;      /* not 0: leaves out those that ask */
    int trim;              /* not 0: leaves out what sentences can do without: datelines ("LONDON (Reuters) - "),
                            * connectives they begin with ("However, "), attributions ("..., he said."; who said it is
                            * lost then), asides in brackets ("(pictured)"). English best; datelines and brackets in
                            * every language. Sentences are ranked as they stand; ceilings count what remains of them.
                            * At least half of the words and six remain */
    int truncate;          /* not 0: where no sentence fits, the best is cut behind a word and ends in an ellipsis */
    int outline;           /* not 0: a summary of each section. All ceilings hold for each; if none is given it has one
                            * sentence. Before it stands its heading, the whole block, with rank 0. A section is what
                            * stands between a heading and the next of any level; headings are those with a level, or in
                            * plain text that has none of these, short lines below an empty one. Sections of which
                            * nothing is chosen have no heading, unless one below it is shown; a title stays at the top.
                            * Ranks are those among all sentences: sections do not repeat one another. A text without
                            * headings gives the usual summary, below its title */
    summ_progress_fn progress; /* NULL (default): nobody asks */
    void *progress_context;    /* handed to it */
    const summ_corpus *corpus; /* says how rare words are, ln((N + 1) / (n + 1)) of a stem in n of its N documents, for
                                * the algorithms tfidf, lexrank and lexrank-threshold; NULL (default), or one without
                                * documents: the sentences of the text do. Of the same language. The others do not ask.
                                * Has to outlive the call only. Key phrases gain more by it than summaries, which on
                                * the mean of nine sets score the same */
} summ_summary_options;

SUMM_API void summ_summary_options_init(summ_summary_options *options, size_t struct_size);

/* Chooses the sentences that carry the text. Titles, headings, bylines, captions and other lines that are no sentences
 * are not chosen, nor is a sentence that repeats a chosen one. A summary by sentences contains every smaller one.
 * O(bytes) to rank; O(chosen x words of a sentence) and a knapsack of at most 4096 units to choose; for `must`
 * O(n_must x bytes + n_must^2 x sentences). SUMM_ERR_MEMORY, SUMM_ERR_NAME (the algorithm), SUMM_ERR_LANGUAGE (of the
 * corpus), SUMM_ERR_CANCELLED, SUMM_ERR_TOO_LARGE (a query or one of `must` of 4 GiB), SUMM_ERR_ARGUMENT. */
SUMM_API SUMM_CHECKED summ_status summ_summarize(const summ_doc *doc, const summ_summary_options *options,
                                                 summ_sentences **summary);

/* All sentences of the document in the order of the text, headings and captions included. SUMM_ERR_MEMORY,
 * SUMM_ERR_ARGUMENT. */
SUMM_API SUMM_CHECKED summ_status summ_split(const summ_doc *doc, summ_sentences **sentences);

/* All sentences of the document in the order of the text, each whole, with its score and the rank in which it would be
 * chosen if there were no ceiling; rank 0: it would not be, as a heading, a near-copy or what the options leave out. A
 * summary by sentences is those with the lowest ranks. Of the options ceilings, order, trim and truncate do not count.
 * Cost and errors as for summ_summarize.
 *
 *     summ_sentences *all;
 *     if (summ_rank(doc, NULL, &all) == SUMM_OK) {
 *         for (size_t i = 0; i < summ_sentences_count(all); i++)
 *             printf("%.2f %s\n", summ_sentences_at(all, i)->score, summ_sentences_at(all, i)->text);
 *         summ_sentences_free(all);
 *     }
 */
SUMM_API SUMM_CHECKED summ_status summ_rank(const summ_doc *doc, const summ_summary_options *options,
                                            summ_sentences **ranking);

/* The paragraphs, headings and list items in the order of the text, with their roles and levels, each as if it were one
 * sentence: `index` is that of its first, n_words and n_chars are of all. A title that the format marks as one, blocks
 * of code and the tables of Markdown are left out. SUMM_ERR_MEMORY, SUMM_ERR_ARGUMENT. */
SUMM_API SUMM_CHECKED summ_status summ_paragraphs(const summ_doc *doc, summ_sentences **paragraphs);

/* ---- Key phrases ------------------------------------------------------------------------------------------------- */

/* A list of key phrases, best first. */
typedef struct summ_phrases summ_phrases;

/* One of the spellings and inflections of a phrase. */
typedef struct summ_form {
    const char *text; /* NUL-terminated UTF-8 on one line */
    size_t n_bytes;   /* of text */
    size_t count;     /* how often the phrase has it */
} summ_form;

/* The library makes these; later versions may add members at the end. */
typedef struct summ_phrase {
    const char *text; /* the commonest form, of an acronym and its words the words: NUL-terminated UTF-8 on one line,
                       * without a sentence's capital */
    size_t n_bytes;   /* of text */
    size_t count;     /* how often the phrase occurs, in all its forms */
    const summ_span *occurrences; /* that many, in the order of the text */
    const summ_form *forms;       /* as they stand in the text, the commonest first */
    size_t n_forms;
    double score; /* 0 to 1, the best has 1 */
    size_t rank;  /* from 1 */
    const char *stem; /* the stems of its words, parted by spaces, which all forms share: NUL-terminated UTF-8 */
    size_t n_stem_bytes;
} summ_phrase;

/* How many there are. O(1). */
SUMM_API size_t summ_phrases_count(const summ_phrases *phrases);
/* Phrase `index`, or NULL past the end. O(1). */
SUMM_API const summ_phrase *summ_phrases_at(const summ_phrases *phrases, size_t index);
SUMM_API void summ_phrases_free(summ_phrases *phrases);

typedef struct summ_keyword_options {
    size_t struct_size;
    const char *algorithm; /* a row of SUMM_KEYWORD_ALGORITHMS; NULL (default): the first */
    size_t max_phrases;    /* default 10 */
    size_t max_words;      /* the longest phrase, in words; default 4; 1 to 8 */
    int overlap;           /* not 0 (default): a phrase may hold another ("captured soldier", "soldier"), which finds
                            * most; 0: none does, and short forms give way to long ones, which reads best */
    size_t min_words;      /* the shortest phrase, in words; default 1; up to max_words */
    const summ_doc *against; /* prefers what is typical of the document and not of this one, by the log-likelihood ratio
                              * (Dunning 1993); what is no rarer there is left out. NULL (default): none */
    summ_progress_fn progress; /* NULL (default): nobody asks */
    void *progress_context;    /* handed to it */
    const summ_corpus *corpus; /* says how rare words are, for the algorithms tfidf and kpminer: with r = (N + 1) /
                                * (n + 1) of a stem in n of its N documents, f occurrences of a phrase score
                                * f ln(1 + sum of r) by tfidf; NULL (default), or one without documents: the sentences
                                * of the text do, for kpminer the ranks of words in the language. Of the same language.
                                * The others do not ask; to compare with one text by any of them there is `against`.
                                * Has to outlive the call only */
} summ_keyword_options;

SUMM_API void summ_keyword_options_init(summ_keyword_options *options, size_t struct_size);

/* Finds the phrases that name what the text is about; none twice, inflected forms are one phrase. So are an acronym and
 * the words it stands for, where the text says so, as in "World Health Organization (WHO)": the words name it, and
 * forms and occurrences are of both (Schwartz & Hearst 2003). O(words x max_words), plus sorting the candidates.
 * SUMM_ERR_MEMORY, SUMM_ERR_NAME (the algorithm), SUMM_ERR_LANGUAGE (of the corpus), SUMM_ERR_CANCELLED,
 * SUMM_ERR_ARGUMENT.
 *
 *     summ_phrases *phrases;
 *     if (summ_keywords(doc, NULL, &phrases) == SUMM_OK) {
 *         for (size_t i = 0; i < summ_phrases_count(phrases); i++)
 *             puts(summ_phrases_at(phrases, i)->text);
 *         summ_phrases_free(phrases);
 *     }
 */
SUMM_API SUMM_CHECKED summ_status summ_keywords(const summ_doc *doc, const summ_keyword_options *options,
                                                summ_phrases **phrases);

/* ---- Why --------------------------------------------------------------------------------------------------------- */

/* Why a summary has the sentences it has, and what would have come next. */
typedef struct summ_explanation summ_explanation;

typedef enum summ_verdict {
    SUMM_CHOSEN,
    SUMM_CHOSEN_MUST,    /* for one of `must`, before all others */
    SUMM_LEFT_NEXT,      /* others are better */
    SUMM_LEFT_COPY,      /* a near-copy of a sentence that was taken before, or of one that is known */
    SUMM_LEFT_NO_ROOM,   /* does not fit into what the chosen ones leave of max_words or max_chars */
    SUMM_LEFT_QUOTATION, /* no_quotes */
    SUMM_LEFT_QUESTION,  /* no_questions */
    SUMM_LEFT_SHORT,     /* prose with too few words */
    SUMM_LEFT_TITLE,
    SUMM_LEFT_LABEL /* a heading, byline, caption or other line that is no sentence */
} summ_verdict;

/* In place of the index of a sentence: there is none. */
#define SUMM_NO_SENTENCE SIZE_MAX

/* A word, or two that follow one another, with stop words between them or none. */
typedef struct summ_term {
    const char *text; /* each word in its commonest form: NUL-terminated UTF-8 on one line */
    size_t n_bytes;   /* of text */
    double weight;    /* 0 to 1 */
} summ_term;

typedef struct summ_vote {
    size_t index; /* of a sentence among all of the document, from 0 */
    double weight;
} summ_vote;

/* What is told of a sentence. The library makes these; later versions may add members at the end.
 *
 * The score of a sentence is base x position x cue x alone x novelty x query. Sentences are taken best first, each by
 * its score x kept, which is less the more it repeats of those taken before it. Where there is a ceiling on length,
 * some of those that are taken do not stand in the summary in the end.
 *
 * Terms and votes are those of one graph, whatever the algorithm is, in which each sentence is a vector of length 1
 * over its stems and pairs of stems, all of equal weight: with a_it the entry of term t in sentence i, s_ij the cosine
 * of sentences i and j, and x their scores, j's vote for i weighs s_ij x_j, and t's weight in i is the sum over j of
 * a_it a_jt x_j, both as a share of the sum of all votes for i. Votes pass over terms that more than 1024 sentences
 * hold. */
typedef struct summ_reason {
    const summ_sentence *sentence; /* of those that were not chosen the rank is 0; of short ones, titles and labels
                                    * among them also the score, for they were not ranked */
    summ_verdict verdict;
    size_t n_sentences; /* of the document */
    double base;        /* what the algorithm found, on the scale of the score; 1 where all scores are equal to 0 */
    double position;    /* what its place in the text multiplied that by; 1 of algorithms without such a factor */
    double cue;         /* likewise, for the text speaks of itself in it ("this paper presents"); 1: it does not */
    double alone;       /* for it opens with a word that leans on the sentence before ("however"); 1: it does not */
    double novelty;     /* what `known` multiplied it by; 1: nothing is known */
    double query;       /* what `query` multiplied it by; 1: there is none, no sentence holds it, or it was 0 */
    double kept;        /* 1 - diversity x similarity */
    double similarity;  /* the largest cosine, by distinct stems, with a sentence taken before; 0: there is none */
    size_t similar;     /* the index of that sentence, or of the one it copies; SUMM_NO_SENTENCE: none of this text */
    size_t words_left;  /* by the chosen sentences of max_words, SUMM_NO_LIMIT if that is */
    size_t chars_left;  /* of max_chars, what one more sentence might have */
    const summ_term *terms; /* the heaviest, at most 5 */
    size_t n_terms;
    const summ_vote *votes; /* the heaviest, at most 3 */
    size_t n_votes;
} summ_reason;

/* Chooses as summ_summarize does and tells why: first of the chosen sentences, in the order asked for, then of the
 * three others with the largest scores, those that were not ranked coming last. O(bytes), and O(terms x 1024) for each
 * of them. Errors as for summ_summarize; SUMM_ERR_ARGUMENT for an outline.
 *
 *     summ_explanation *why;
 *     if (summ_explain(doc, NULL, &why) == SUMM_OK) {
 *         for (size_t i = 0; i < summ_explanation_count(why); i++) {
 *             const summ_reason *r = summ_explanation_at(why, i);
 *             printf("%s: %s\n", r->sentence->rank > 0 ? "chosen" : "not chosen", r->sentence->text);
 *         }
 *         summ_explanation_free(why);
 *     }
 */
SUMM_API SUMM_CHECKED summ_status summ_explain(const summ_doc *doc, const summ_summary_options *options,
                                               summ_explanation **explanation);
/* How many there are, those that were not chosen among them. O(1). */
SUMM_API size_t summ_explanation_count(const summ_explanation *explanation);
/* Reason `index`, or NULL past the end. O(1). */
SUMM_API const summ_reason *summ_explanation_at(const summ_explanation *explanation, size_t index);
SUMM_API void summ_explanation_free(summ_explanation *explanation);

/* Why key phrases have the scores they have. */
typedef struct summ_keyword_explanation summ_keyword_explanation;

/* One of the things that speak for or against a phrase. */
typedef struct summ_phrase_feature {
    const char *name;    /* such as "first"; static */
    const char *meaning; /* such as "ln(1 + p)": of a phrase with f occurrences and n words, behind p words; static */
    double value;
    double weight;
    double contribution; /* value x weight */
} summ_phrase_feature;

/* What is told of a phrase. The library makes these; later versions may add members at the end. */
typedef struct summ_phrase_reason {
    const summ_phrase *phrase;
    const summ_phrase_feature *features; /* that contribute, the largest first, whatever their sign; none unless the
                                          * algorithm is "weighted" */
    size_t n_features;
} summ_phrase_reason;

/* Chooses as summ_keywords does and tells why, the best phrase first. The score of an algorithm with features is e to
 * the sum of their contributions, divided by that of the best; without `overlap`, a phrase that takes the place of a
 * shorter one has that one's score, and features of its own. Cost and errors as for summ_keywords. */
SUMM_API SUMM_CHECKED summ_status summ_explain_keywords(const summ_doc *doc, const summ_keyword_options *options,
                                                        summ_keyword_explanation **explanation);
/* How many there are. O(1). */
SUMM_API size_t summ_keyword_explanation_count(const summ_keyword_explanation *explanation);
/* Reason `index`, or NULL past the end. O(1). */
SUMM_API const summ_phrase_reason *summ_keyword_explanation_at(const summ_keyword_explanation *explanation,
                                                               size_t index);
SUMM_API void summ_keyword_explanation_free(summ_keyword_explanation *explanation);

/* ---- Output ------------------------------------------------------------------------------------------------------ */

/* What summ_write writes. Members that are NULL are left out. */
typedef struct summ_report {
    size_t struct_size;
    const summ_doc *doc;             /* for the language, and in json what else is known of it */
    const char *name;                /* of the file, for offsets and in jsonl; or NULL */
    const summ_sentences *sentences; /* the summary */
    const summ_phrases *phrases;     /* the key phrases */
    int scores;                      /* not 0: score and rank beside each result */
    int offsets;                     /* not 0: where each result stands */
    const char *const *names;        /* of the files of a merged document, by their `source`, in place of `name` */
    size_t n_names;
    const summ_explanation *explanation; /* the summary and why, in place of `sentences` */
    const summ_keyword_explanation *keyword_explanation; /* the key phrases and why, in place of `phrases` */
    int apart;                       /* not 0: the sentences are paragraphs: in text with empty lines between */
    const char *summary_name;        /* of the members in jsonl; NULL (default): "summary" */
    const char *keywords_name;       /* likewise, "keywords" */
    int stats;                       /* not 0: what is counted of `doc`, which has to be there, in place of all results;
                                      * of the summary, how much it keeps */
    const summ_summary_options *summary_options; /* that made the summary, for json; NULL: not told */
    const summ_keyword_options *keyword_options; /* likewise, the key phrases */
    int headed;                      /* not 0: in markdown, `name` is a heading above the results, and an empty line
                                      * stands below them, so that reports of several files make one text */
    int about;                       /* not 0: in jsonl, title, author and date of `doc` */
    const summ_sentences *ranking;   /* from summ_rank of the same document: the whole text, for formats that show it;
                                      * the sentences of the summary and the occurrences of the phrases are marked */
    int highlight;                   /* not 0: that text alone, in text, markdown and html; NULL there: nothing */
    int color;                       /* not 0: in text, escape sequences of terminals for colours */
    size_t width;                    /* in text, the columns to which lines of that text are broken; 0 (default): not */
} summ_report;

SUMM_API void summ_report_init(summ_report *report, size_t struct_size);

/* Writes a report in a format of SUMM_OUTPUTS, NULL being the first, in pieces, through `write`.
 *
 * - text: one result a line, key phrases after the sentences and an empty line. With offsets, "NAME:LINE:COLUMN: "
 *   stands before each, and each occurrence of a phrase has its line; with scores, the score, a tab, the rank and a
 *   tab. Control characters in NAME become question marks. In outlines an empty line stands before each heading but the
 *   first, and with scores headings have rank 0. With reasons, lines that begin with four spaces stand below each
 *   result: score and place (sentences and paragraphs counted from 1, headings too), terms, votes and what moved the
 *   score; of a phrase its largest features. Behind the summary, after an empty line and "Not chosen:", the next
 *   sentences with the same lines and why they were left out.
 * - jsonl: one JSON object on one line with "file" (if named; with names "files", an array), with about "title",
 *   "author" and "date" (those that are known, unless summary or keywords are named so), "language" (if doc), "summary"
 *   and "keywords" (or as the report names them), each an array of strings, or with scores or offsets, and in outlines,
 *   of objects: text; with scores score and rank; in outlines, and with `apart`, role ("paragraph", "title", "heading",
 *   "item", "quote", "caption", "code" or "label") and level, unless it is 0; with offsets file (if there are names),
 *   begin, end, line and column, for trimmed sentences pieces (begin, end), for phrases count, forms (text, count) and
 *   occurrences (file, begin, end, line, column). With reasons also "explain", an object of "sentences", the chosen
 *   ones first, and "keywords": arrays of objects with the members of summ_reason and summ_phrase_reason. There
 *   "verdict" is chosen, must, next best, near-copy, no room, quotation, question, too short, title or label; index,
 *   block and similar count from 0; what has no value (similar, words_left, chars_left) is left out.
 * - json: one JSON object with all that is known, whatever `scores` and `offsets` are: an element of "documents" in
 *   summ.schema.json (in PREFIX/share/summ), which describes every member. Real numbers read back equal; their last
 *   digits depend on the mathematics of the C library. Later versions may add members; "schema" is raised if one goes
 *   or changes its meaning.
 * - tsv: for each sentence, and then for each phrase, a line of ten columns with tabs between: kind ("sentence",
 *   "phrase"), file, line, column, begin, end, rank, score, count (of a phrase), text. What is not known is empty. With
 *   offsets, each occurrence of a phrase has its line; else a phrase stands at its first. Reasons are not told.
 * - markdown: CommonMark. Each sentence is a quote; key phrases are a list, below "**Key phrases**" if there is a
 *   summary too. Headings of outlines are headings of their level, of the second if that is unknown. With `apart` each
 *   sentence is what its role says, items as deep as they were, and above stand the titles that summ_paragraphs leaves
 *   out. Places and scores stand behind the text, "*(NAME:LINE:COLUMN; score 0.5, rank 1)*". With `headed`, "## NAME"
 *   stands above all, and headings are two levels lower, to the sixth at most. Whatever in the text or NAME would be
 *   markup is escaped. Reasons are left out.
 * - html: a page of its own that needs nothing else: the summary, the key phrases and, with a ranking, the whole text,
 *   its sentences tinted by their scores, with a slider for the length of the summary. Reasons are folded. The page
 *   works without its script too; a strict content security policy names that and its style. All text is escaped.
 *
 * With `highlight`, the paragraphs of the whole text with empty lines between: in text, sentences of the summary stand
 * between two asterisks and key phrases between underscores, or in colour, bold green and underlined; lines are broken
 * to `width` columns, of which East Asian characters have two. In html an <article>, to be put into a page, with <mark>
 * and <b>. In markdown the blocks are what they were, as with `apart`, code is fenced and has no marks, and of several
 * files each begins with "## NAME"; sentences are **strong**, key phrases _emphasis_, within words *so*. Where CommonMark
 * would not see a mark for the letter outside of it, that is written as a reference ("&#28207;") and reads as the same.
 *
 * With `stats`, of each document: bytes, characters, words, sentences, paragraphs, stems and reading_seconds as in
 * summ_facts; kept_sentences, kept_words and kept_share (of the words) if there is a summary; language, its sureness,
 * and encoding. text has a line for each; jsonl an object "stats" in place of "summary" and "keywords"; json one among
 * its other members; tsv lines of the kind "count", whose text is the name, of the kinds "share" and "language", with a
 * score, and of the kind "encoding".
 *
 * In json and tsv, summ_write_frame writes what belongs around the reports.
 * SUMM_ERR_NAME, SUMM_ERR_WRITE, SUMM_ERR_ARGUMENT; with a ranking, SUMM_ERR_MEMORY.
 * O(bytes of the whole text + marks x log phrases). */
SUMM_API SUMM_CHECKED summ_status summ_write(const char *format, const summ_report *report, summ_write_fn write,
                                             void *context);

/* What stands around the reports of one output. */
typedef enum summ_frame {
    SUMM_FRAME_BEGIN,   /* before the first; also if there is none */
    SUMM_FRAME_BETWEEN, /* between two */
    SUMM_FRAME_END      /* behind the last; also if there is none */
} summ_frame;

/* Writes that, so that any number of reports make one output: the line of names of tsv, the object of json that holds
 * the documents. In other formats it is nothing. Errors as for summ_write. */
SUMM_API SUMM_CHECKED summ_status summ_write_frame(const char *format, summ_frame part, summ_write_fn write,
                                                   void *context);

#ifdef __cplusplus
}
#endif
#endif
