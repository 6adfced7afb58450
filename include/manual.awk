# manual.awk - the manual page libsumm(3), in the man macros of roff, from summ.h: its comments are the text.
#
#     awk -v date=2026-11-23 -f include/manual.awk include/summ.h
#
# What it relies on: the first comment begins "summ.h - NAME", and its paragraphs become the description. A line
# "/* ---- Title ---- */" begins a section. Any other comment belongs to the declarations right below it, which stand
# above it in the manual; one with an empty line below it stands alone. Within comments, lines indented by four spaces
# more are code, and lines that begin with "- " items. In structs and enums, a comment behind a member belongs to it, one
# on lines of its own to all that follow.

function literal(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    gsub(/'/, "\\(aq", text)
    gsub(/`/, "\\(ga", text)
    gsub(/\^/, "\\(ha", text)
    gsub(/~/, "\\(ti", text)
    return text ~ /^\./ ? "\\&" text : text
}

# Names of the library are bold in running text, and so are the capitals that a paragraph begins with.
function prose(text,    out) {
    gsub(/\\/, "\\e", text)
    gsub(/'/, "\\(aq", text)
    gsub(/`/, "\\(ga", text)
    gsub(/\^/, "\\(ha", text)
    gsub(/~/, "\\(ti", text)
    out = ""
    while (match(text, /(summ|SUMM)_[A-Za-z_]*[A-Za-z]/)) {
        out = out substr(text, 1, RSTART - 1) "\\fB" substr(text, RSTART, RLENGTH) "\\fR"
        text = substr(text, RSTART + RLENGTH)
    }
    out = out text
    return out ~ /^\./ ? "\\&" out : out
}

function headed(text) {
    if (match(text, /^[A-Z][A-Z]+( [A-Z][A-Z]+)*/))
        return "\\fB" substr(text, 1, RLENGTH) "\\fR" prose(substr(text, RLENGTH + 1))
    return prose(text)
}

# Prints a comment whose lines are in note[1..n_note], without their stars. `gap` says whether text stands above it.
function put_note(gap,    i, mode) {
    mode = ""
    for (i = 1; i <= n_note; i++) {
        if (note[i] ~ /^    /) {
            if (mode != "code")
                print ".sp\n.RS 4\n.EX"
            print literal(substr(note[i], 5))
            mode = "code"
            continue
        }
        if (mode == "code" && note[i] == "" && note[i + 1] ~ /^    /) {
            print ""
            continue
        }
        if (mode == "code")
            print ".EE\n.RE"
        if (mode == "code" || note[i] == "") {
            mode = ""
            gap = 1
        }
        if (note[i] == "")
            continue
        if (note[i] ~ /^- /) {
            print ".IP \\(bu 3"
            print prose(substr(note[i], 3))
        } else if (mode == "") {
            if (gap)
                print ".PP"
            print headed(note[i])
        } else {
            sub(/^ +/, "", note[i])
            print prose(note[i])
        }
        mode = "text"
    }
    if (mode == "code")
        print ".EE\n.RE"
    n_note = 0
}

# Takes the marks of a comment off one of its lines.
function bare(line) {
    sub(/^[ \t]*\/\* ?/, "", line)
    sub(/[ \t]*\*\/[ \t]*$/, "", line)
    sub(/^[ \t]*\* ?/, "", line)
    return line
}

function put_declarations(    i) {
    print (after_heading ? ".EX" : ".PP\n.EX")
    for (i = 1; i <= n_lines; i++)
        print "\\fB" literal(lines[i]) "\\fR"
    print ".EE"
    n_lines = 0
    after_heading = 0
}

# What is collected: the declarations, and below them, moved to the right, what the comment says.
function flush() {
    if (n_lines > 0) {
        put_declarations()
        if (n_note > 0) {
            print ".RS 4"
            put_note(0)
            print ".RE"
        }
    } else if (n_note > 0) {
        put_note(!after_heading)
        after_heading = 0
    }
}

# A member of a struct or enum, with its comment.
function put_member(line,    at, text) {
    at = index(line, "/*")
    text = at > 0 ? substr(line, at) : ""
    if (at > 0)
        line = substr(line, 1, at - 1)
    sub(/^ +/, "", line)
    sub(/,? +$|,$/, "", line)
    print (line != "" && text != "" ? ".TP" : ".PP")
    if (line != "")
        print "\\fB" literal(line) "\\fR"
    if (text != "") {
        print prose(bare(text))
        in_text = text !~ /\*\//
    }
}

BEGIN { state = "start" }

# ---- The first comment ----
state == "start" && /^\/\* summ\.h - / {
    sub(/^\/\* summ\.h - /, "")
    sub(/\.$/, "")
    name = $0
    state = "first"
    next
}
state == "first" && /^ \*\// { state = "body"; next }
state == "first" && (n_note > 0 || bare($0) != "") { note[++n_note] = bare($0) }
state == "first" { next }

/^#define SUMM_VERSION/ { version = substr($3, 2, length($3) - 2) }

# ---- The rest is kept, for the synopsis stands above it ----
state == "body" { body[++n_body] = $0 }

function signature(line) {
    sub(/^ +/, "    ", line)
    sub(/^SUMM_API /, "", line)
    sub(/^SUMM_CHECKED /, "", line)
    return line
}

function begin_page() {
    print ".\\\" Made from summ.h by manual.awk"
    print ".TH LIBSUMM 3 " date " \"libsumm " version "\" \"Library Functions\"\n.nh"
    print ".SH NAME\nlibsumm \\- " name
    print ".SH SYNOPSIS\n.EX\n\\fB#include <summ.h>\\fR\n"
    print "cc program.c $(pkg\\-config \\-\\-cflags \\-\\-libs libsumm)\n.EE"
    print ".SH DESCRIPTION"
    put_note(0)
}

function begin_section(line) {
    gsub(/^\/\* -+ | -+ \*\/$/, "", line)
    print ".SH \"" toupper(line) "\""
    after_heading = 1
}

function one_line(line) {
    if (in_struct) {
        if (in_text) {
            print prose(bare(line))
            in_text = line !~ /\*\//
        } else if (line ~ /^}/) {
            print ".PD\n.RE"
            in_struct = 0
        } else if (line != "") {
            put_member(line)
        }
        return
    }
    if (line ~ /^\/\* ----/) {
        flush()
        begin_section(line)
    } else if (in_note || line ~ /^\/\*/) {
        if (!in_note)
            flush()
        note[++n_note] = bare(line)
        in_note = line !~ /\*\//
    } else if (line ~ /^typedef (struct|enum) .*\{$/) {
        struct_begins(line)
    } else if (line == "") {
        if (n_lines > 0 || n_note > 0)
            flush()
    } else if (line ~ /^#define SUMM_[A-Z_]+ / || line !~ /^#/) {
        lines[++n_lines] = signature(line)
    }
}

function struct_begins(line) {
    sub(/ \{$/, "", line)
    sub(/^typedef /, "", line)
    lines[++n_lines] = line
    put_declarations()
    print ".RS 4"
    put_note(0)
    print ".PD 0"
    in_struct = 1
}

END {
    begin_page()
    for (i = 1; i <= n_body; i++) {
        if (body[i] ~ /^\/\* ---- /)
            started = 1
        if (body[i] ~ /^#ifdef __cplusplus/)
            started = 0
        if (started)
            one_line(body[i])
    }
    flush()
    print ".SH SEE ALSO\n.BR summ (1)"
}
