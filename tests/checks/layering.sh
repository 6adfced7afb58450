#!/bin/sh
# Who may include whom: each folder of src/ only what stands behind it here, besides itself and summ.h.
allowed() {
    case $1 in
    base) echo '' ;;
    num | input | text | output) echo base ;;
    doc) echo base input num text ;;
    plain) echo base input ;;
    trim) echo base text ;;
    rank | keyword | select) echo base input num text doc ;;
    api) echo base num input plain text doc rank keyword select trim output ;;
    esac
}

# A ranker, key-phrase scorer, reader or writer is known to its table only: its file has no header. One library, one file.
owner() {
    case $1 in
    libstemmer.h) echo src/text/stem.c ;;
    uthash.h) echo src/text/registry.c ;;
    utf8proc.h) echo 'src/base/chars.c src/text/fold.c' ;;
    jansson.h) echo src/cli/jsonl.c ;;
    iconv.h) echo src/input/convert.c ;;
    uchardet/uchardet.h) echo src/input/charset.c ;;
    gumbo.h) echo src/input/html.c ;;
    cmark.h) echo src/input/markdown.c ;;
    zlib.h) echo src/cli/unpack_gzip.c ;;
    zstd.h | zstd_errors.h) echo src/cli/unpack_zstd.c ;;
    lzma.h) echo src/cli/unpack_xz.c ;;
    esac
}

bad=0
for file in src/*/*.[ch]; do
    layer=${file#src/}
    layer=${layer%%/*}
    for header in $(sed -n 's/^#include "\([^"]*\)".*/\1/p' "$file"); do
        case $layer:$header in
        *:summ.h | cli:*.def | *:"$layer"/*) continue ;;
        cli:*/*) ;;
        cli:*) continue ;;
        esac
        case " $(allowed "$layer") " in
        *" ${header%%/*} "*) ;;
        *)
            echo "$file includes $header"
            bad=1
            ;;
        esac
    done
    for header in $(sed -n 's/^#include <\(libstemmer\.h\|uthash\.h\|utf8proc\.h\|jansson\.h\|iconv\.h\|uchardet\/uchardet\.h\|gumbo\.h\|cmark\.h\|zlib\.h\|zstd\.h\|zstd_errors\.h\|lzma\.h\)>.*/\1/p' "$file"); do
        case " $(owner "$header") " in
        *" $file "*) ;;
        *)
            echo "$file includes <$header>"
            bad=1
            ;;
        esac
    done
done
exit $bad
