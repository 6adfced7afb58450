#!/bin/sh
# check.sh EXTENSION: statements for the real sqlite3, each with what it has to print, or the words of its error.
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
expect "SELECT summ(NULL, 3), summ_keywords(NULL), summ('', 3) = '', summ('@text@', 0) = '';" 'NULL|NULL|1|1'
expect "SELECT summ('@text@', '1') = summ('@text@', 1.7), summ('@text@', 1e300) = summ('@text@', 9223372036854775807);" \
    '1|1'
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

# ---- Joins, and arguments as columns ----
table="CREATE TABLE t(id, body, lang); INSERT INTO t VALUES (1, 'One dog barks. Two dogs run.', 'en'), (2, NULL, 'en'),
       (3, 'Der Hund bellt laut.', 'de');"
expect "$table SELECT id, sentence FROM t JOIN summ_sentences s ON s.text = t.body AND s.language = t.lang;" \
    '1|One dog barks.
1|Two dogs run.
3|Der Hund bellt laut.'
expect "$table SELECT id, sentence FROM summ_sentences(t.body) s, t WHERE s.rank = 1 ORDER BY id DESC;" \
    '3|Der Hund bellt laut.
1|One dog barks.'
expect "$table SELECT id, sentence FROM t LEFT JOIN summ_sentences(t.body) ON rank < 2 WHERE id < 3;" '1|One dog barks.
2|NULL'
expect "$table SELECT id, (SELECT count(*) FROM summ_sentences(t.body, t.lang)) FROM t;" '1|2
2|0
3|1'
expect "$table SELECT sentence FROM summ_sentences WHERE text IN (SELECT body FROM t) ORDER BY 1;" 'Der Hund bellt laut.
One dog barks.
Two dogs run.'
expect "SELECT sentence FROM summ_sentences WHERE text = 'One.' AND text = 'Other.';" ''
expect "SELECT count(*) FROM summ_sentences WHERE language = 'en' OR text LIKE '%';" 0
expect "SELECT a.sentence, b.phrase FROM summ_sentences('One dog barks.') a, summ_phrases(a.sentence) b LIMIT 1;" \
    'One dog barks.|dog barks'
expect "SELECT sentence, text, language FROM summ_sentences('One dog barks.', 'en');" 'One dog barks.|One dog barks.|en'
expect "$table CREATE INDEX i ON t(summ(body, 1)); PRAGMA trusted_schema = OFF;
        CREATE VIEW v AS SELECT id, phrase FROM t, summ_phrases(t.body); SELECT count(*) > 3 FROM v;
        SELECT id FROM t WHERE summ(body, 1) = 'One dog barks.';" '1
1'

# ---- Texts that are not well formed: substr() and the columns count alike ----
expect "WITH t(b) AS (SELECT CAST(x'80806F6E6520646F672072616E20C3A96E2E20FFFE54776F20636174732072616E2EC3808080' AS TEXT))
        SELECT start, length, hex(substr(b, start, length)) FROM t, summ_sentences(b);" '1|17|80806F6E6520646F672072616E20C3A96E2E
19|16|FFFE54776F20636174732072616E2EC3808080'
expect "SELECT start, length, sentence FROM summ_sentences('The dog' || char(0) || ' barks. The cat sleeps.');" \
    '1|15|The dog barks.
17|15|The cat sleeps.'
expect "SELECT start, length, sentence FROM summ_sentences(x'FFFE4F006E006500200064006F00670020006200610072006B0073002E00');" \
    '3|28|One dog barks.'
expect "PRAGMA encoding = 'UTF-16'; CREATE TABLE t(b); INSERT INTO t VALUES ('@text@');
        SELECT sum(sentence = substr(b, start, length)) FROM t, summ_sentences(b);" 3

# ---- A text of 2 MB: every place of every phrase is found without reading it again from its beginning ----
expect "CREATE TABLE t(b); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000) INSERT INTO t
        SELECT group_concat('Sätze number' || i || ' speaks of thing' || (i * 7919 % 977) || '.', ' ') FROM n;
        SELECT count(*) > 50000, min(start) FROM t, summ_phrases(b);
        SELECT count(*), sum(length) + count(*) - 1 = (SELECT length(b) FROM t) FROM t, summ_sentences(b);" '1|1
40000|1'

# ---- What is wrong is said ----
# fails STATEMENT MESSAGE: whatever version of sqlite3 prints before it.
fails() {
    found=$(ask "$1")
    case $found in
    *"$2"*) passed=$((passed + 1)) ;;
    *)
        failed=$((failed + 1))
        printf '%s\nprints: %s\n   not: %s\n' "$1" "$found" "$2"
        ;;
    esac
}

fails "SELECT summ('x', 1, 'nowhere');" 'summ: unknown language: nowhere'
fails "SELECT * FROM summ_phrases('x', 'nowhere');" 'summ_phrases: unknown language: nowhere'
fails "SELECT summ_keywords(x'255044462D312E340A00010203', 1);" 'summ_keywords: not a text'
fails "SELECT * FROM summ_sentences(zeroblob(100));" 'summ_sentences: not a text'
for n in -1 -0.5e9 "'three'" "'en'" "x'31'" "''"; do
    fails "SELECT summ('x', $n);" 'summ: the second argument is a number from 0 on'
done
fails 'SELECT summ();' 'wrong number of arguments to function summ()'
fails "SELECT summ_keywords('a', 1, 'en', 2);" 'wrong number of arguments to function summ_keywords()'
fails "SELECT * FROM summ_sentences('a', 'en', 'x');" 'too many arguments on summ_sentences()'
fails 'DELETE FROM summ_phrases;' 'table summ_phrases may not be modified'
expect "CREATE TABLE t(body, short AS (summ(body, 1))); INSERT INTO t VALUES ('@text@'); SELECT short FROM t;" \
    'The lighthouse of the island works again.'

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
