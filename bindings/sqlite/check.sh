#!/bin/sh
# check.sh EXTENSION: statements for the real sqlite3, each with what it has to print.
extension=$1
passed=0
failed=0
text="The lighthouse of the island works again. Fishermen built the lighthouse in 1871. Ships need the light of the lighthouse — said Zoë — every night."

# @text@ stands for the text.
ask() {
    printf '.load %s\n.nullvalue NULL\n%s\n' "$extension" "$1" | sed "s/@text@/$text/g" | sqlite3 2>&1
}

expect() {
    found=$(ask "$1")
    if [ "$found" = "$2" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf '%s\nprints: %s\n   not: %s\n' "$1" "$found" "$2"
    fi
}

expect "SELECT summ('@text@', 1);" 'The lighthouse of the island works again.'
expect "SELECT summ('@text@', 2) = substr('@text@', 1, 41) || char(10) || 'Fishermen built the lighthouse in 1871.';" 1
expect "SELECT summ('@text@') = summ('@text@', 3), summ('@text@', NULL) = summ('@text@', 3);" '1|1'
expect "SELECT summ_keywords('@text@', 1);" 'lighthouse'
expect "SELECT summ_keywords('@text@', 3, 'en') = summ_keywords('@text@', 3);" 1
expect "SELECT summ(NULL, 3), summ_keywords(NULL), summ('', 3) = '', summ('@text@', 0) = '', summ('@text@', -5) = '';" \
    'NULL|NULL|1|1|1'
expect "SELECT summ(12.5, 3), typeof(summ(x'', 1));" '|text'
expect "SELECT summ(CAST('@text@' AS BLOB), 1) = summ('@text@', 1);" 1
expect "SELECT sentence = substr('@text@', start, length) FROM summ_sentences('@text@');" '1
1
1'
expect "SELECT rank, words, score BETWEEN 0 AND 1 FROM summ_sentences('@text@') ORDER BY rank;" '1|7|1
2|6|1
3|13|1'
expect "SELECT sentence FROM summ_sentences('@text@') ORDER BY rank LIMIT 1;" 'The lighthouse of the island works again.'
expect "SELECT phrase, count FROM summ_phrases('@text@') WHERE rank = 1;" 'lighthouse|3'
expect "SELECT count(*) = sum(lower(substr('@text@', start, length)) = lower(phrase)) FROM summ_phrases('@text@');" 1
expect "SELECT count(*) FROM summ_phrases('@text@', 'en') a JOIN summ_phrases('@text@', 'en') b USING (phrase)
        WHERE a.rank = b.rank AND a.score = b.score;" "$(ask "SELECT count(*) FROM summ_phrases('@text@');")"
expect 'SELECT count(*) FROM summ_sentences;' 0
expect 'SELECT count(*) FROM summ_sentences(NULL);' 0
expect "CREATE TABLE t(id, body); INSERT INTO t VALUES (1, '@text@'), (2, NULL), (3, 'One sentence.');
        SELECT id, count(sentence) FROM t, summ_sentences(t.body) GROUP BY id;" '1|3
3|1'
expect "SELECT t.id, s.n FROM (SELECT 1 AS id, '@text@' AS body) t
        LEFT JOIN (SELECT count(*) AS n FROM summ_phrases('@text@', 'en')) s;" \
    "1|$(ask "SELECT count(*) FROM summ_phrases('@text@');")"
expect "SELECT summ('x', 1, 'nowhere');" 'Runtime error near line 3: unknown language'
expect "SELECT * FROM summ_phrases('x', 'nowhere');" 'Runtime error near line 3: unknown language'
expect "SELECT summ(x'255044462D312E340A00010203', 1);" 'Runtime error near line 3: not a text'
expect "CREATE TABLE t(body, short AS (summ(body, 1))); INSERT INTO t VALUES ('@text@'); SELECT short FROM t;" \
    'The lighthouse of the island works again.'

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
