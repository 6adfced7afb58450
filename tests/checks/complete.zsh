# complete.zsh FOLDER: completes lines in an interactive zsh with the function _summ of FOLDER, and says where something
# else comes out than should. One match is put in; of several their common beginning.
zmodload zsh/zpty zsh/zselect 2>/dev/null || exit 0 # a zsh without its modules
folder=$1:A
bad=0
work=$(mktemp -d) || exit 1
trap 'rm -rf $work' EXIT

# A key that completes, and one that writes the line to a file.
cat >$work/setup <<END
fpath=(${(q)folder} \$fpath)
autoload -U compinit && compinit -u -d ${(q)work}/dump
zstyle ':completion:*' menu no
unsetopt auto_menu list_ambiguous auto_list beep
tell() { print -r -- "\$BUFFER|" >${(q)work}/line.new; mv ${(q)work}/line.new ${(q)work}/line; BUFFER=; }
zle -N tell
bindkey '^I' complete-word
bindkey '^X' tell
PS1=
print ready >${(q)work}/line
END

# Up to a minute.
await() {
    repeat 6000; do
        [[ -e $work/line ]] && return
        zselect -t 1
    done
    print "zsh says nothing"
    exit 1
}

zpty -b shell zsh -f -i
zpty -w shell "source ${(q)work}/setup"
await

offers() {
    rm -f $work/line
    zpty -n -w shell "$2"$'\t\C-X'
    await
    local got=$(<$work/line)
    [[ $got == "$1|" ]] && return
    print -r -- "for '$2': '${got%|}' and not '$1'"
    bad=1
}

offers 'summ --sentences=' 'summ --sent'
offers 'summ -a lexrank' 'summ -a lexr'
offers 'summ -sa sumbasic ' 'summ -sa sumb'
offers 'summ --keyword-algorithm=yake ' 'summ --keyword-algorithm=ya'
offers 'summ -F markdown ' 'summ -F ma'
offers 'summ -Fauto ' 'summ -Fau'
offers 'summ --order score ' 'summ --order sc'
offers 'summ --lang=pt ' 'summ --lang=pt'
offers 'summ x --truncate ' 'summ x --trun'
zpty -d shell
exit $bad
