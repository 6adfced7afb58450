#!/usr/bin/env bash
# complete.bash FILE: calls the completion function of FILE as bash would, and says where it offers something else than
# it should.
# shellcheck source=/dev/null
. "$1" || exit 1
bad=0

# offers WANT WORD...: what is offered for the last of the words, in one line. "..." at the end of WANT: and more.
offers() {
    local want=$1
    shift
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    _summ summ "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    local got="${COMPREPLY[*]}"
    if [[ $want == *... && $got == "${want%...}"* || $got == "$want" ]]; then
        return
    fi
    echo "for '$*': '$got' and not '$want'"
    bad=1
}

offers '--sentences=' summ --sen
offers '--sentences= --words= --chars= ...' summ --
offers '--sentences= --words= --chars= ...' summ -
offers '--truncate' summ file --trunc
offers '--keywords= --keyword-algorithm= --keywords-field=' summ --key
offers 'textrank textrank-classic' summ -a textr
offers 'textrank textrank-classic' summ -sa textr
offers 'textrank textrank-classic' summ --algorithm textr
offers 'textrank textrank-classic' summ --algorithm = textr
offers 'textrank lexrank ...' summ --algorithm =
offers '--algorithm=textrank --algorithm=textrank-classic' summ --algorithm=textr
offers 'yake' summ -A ya
offers 'auto text html fragment ...' summ -F ''
offers 'text jsonl...' summ --to ''
offers 'auto en ar ...' summ --lang = ''
offers 'position score' summ --order ''
offers 'man' summ --generate = m
offers '' summ -n ''
offers '' summ --query ''
offers '' summ -o ''
offers '' summ --known = ''
offers '' summ ''
offers '' summ -s ''
offers '' summ -n3 ''
offers '' summ -- --sen
offers '' summ --frob

# Names of files are the shell's.
[[ $(complete -p summ) == 'complete -o default -F _summ summ' ]] || { complete -p summ; bad=1; }
exit $bad
