# complete.fish FILE: asks fish what it would offer.
source $argv[1]
set bad 0

# offers WANT LINE: the first of what is offered, in one line, without what is said beside it.
function offers
    set got (complete -C $argv[2] | string replace -r '\t.*' '' | string join ' ')
    if not string match -q -- $argv[1] "$got"
        echo "for '$argv[2]': '$got' and not '$argv[1]'"
        set -g bad 1
    end
end

offers '--sentences' 'summ --sent'
offers 'textrank textrank-classic' 'summ -a textr'
offers 'yake' 'summ --keyword-algorithm ya'
offers '--order=position --order=score' 'summ --order='
offers '*auto*html*jsonl*' 'summ -F '
offers '*libsumm.3*' "summ -o "(dirname (dirname (dirname $argv[1])))/man/man3/
exit $bad
