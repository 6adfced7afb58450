#!/usr/bin/env python3
"""Makes summ/_abi.py from summ.h: the enums, structs and functions of the header for ctypes, with their documentation.

    python3 generate.py ../../include/summ.h >summ/_abi.py

The header is laid out evenly, so that a few patterns read it; whatever they do not understand is an error, never skipped.
"""

import os
import re
import sys

SCALARS = {
    "int": "c_int",
    "double": "c_double",
    "size_t": "c_size_t",
    "uint32_t": "c_uint32",
    "uint64_t": "c_uint64",
    "char": "c_char",
    "void": "None",
}

# Types that members of options have, and what is given for them in Python; of an enum that is one of its names.
GIVEN = {
    "const char *": "str",
    "const char *const *": "Sequence[str]",
    "size_t": "int",
    "uint32_t": "int",
    "uint64_t": "int",
    "double": "float",
    "int": "bool",
    "const summ_doc *": "Document",
    "const summ_corpus *": "Corpus",
    "summ_progress_fn": "Callable[[int, int], object]",
}
# What Python has no need of: it has an allocator of its own, and functions have their context with them.
NOT_GIVEN = {"summ_allocator", "void *"}
# Nobody in Python keeps the bytes of a text where they are.
UNSAFE = {"borrow"}
# Ceilings of the header are lengths that are asked for: max_words is words. The first is a parameter of its own.
SELECTIONS = {"summ_summary_options": "max_sentences", "summ_keyword_options": "max_phrases"}
# The calls that analyse and select in one go.
BOTH = {"SummarizeOptions": "summ_summary_options", "KeywordsOptions": "summ_keyword_options"}

COMMENT = re.compile(r"/\*(.*?)\*/", re.S)
ENUM = re.compile(r"typedef enum (\w+) \{(.*?)\} \1;", re.S)
STRUCT = re.compile(r"typedef struct (\w+) \{(.*?)\} \1;", re.S)
OPAQUE = re.compile(r"typedef struct (\w+) \1;")
CALLBACK = re.compile(r"typedef ([\w *]+?)\(\*(\w+)\)\((.*?)\);", re.S)
FUNCTION = re.compile(r"SUMM_API (?:SUMM_CHECKED )?([\w *]+?)(\w+)\((.*?)\);", re.S)
DEFINE = re.compile(r"^#define (SUMM_\w+) (\S.*)$", re.M)
VALUES = {"SIZE_MAX": "c_size_t(-1).value"}


def plain(comment):
    """The words of a comment, its lines without the asterisks before them."""
    lines = [re.sub(r"^\s*\*(?: |$)", "", line).rstrip() for line in comment.strip().splitlines()]
    return "\n".join(lines).strip()


def no_comments(code):
    return COMMENT.sub(" ", code)


class Header:
    def __init__(self, text):
        self.text = text
        self.enums = {}
        self.structs = {}
        self.opaque = []
        self.callbacks = {}
        self.functions = {}
        self.docs = {}
        self.defines = {}
        self.written = {}  # the type of the last member of each name, as the header has it
        self.options = {}
        self.read()

    def read(self):
        body = self.text[self.text.index("/* ---- Status"):]
        for name, value in DEFINE.findall(body):
            self.defines[name] = VALUES.get(value, value.strip("()"))
        for match in ENUM.finditer(body):
            self.enums[match[1]] = self.numbers(match[2])
            self.remember(match[1], body, match.start())
        for match in OPAQUE.finditer(body):
            self.opaque.append(match[1])
            self.remember(match[1], body, match.start())
        for match in CALLBACK.finditer(no_comments(body)):
            self.callbacks[match[2]] = (match[1], self.parameters(match[3]))
        for match in STRUCT.finditer(body):
            self.structs[match[1]] = self.members(match[1], match[2])
            if match[1].endswith("_options"):
                self.options[match[1]] = self.given(match[1])
            self.remember(match[1], body, match.start())
        for match in FUNCTION.finditer(body):
            self.functions[match[2]] = (match[1].strip(), self.parameters(match[3]))
            self.remember(match[2], body, match.start())

    @staticmethod
    def numbers(body):
        found = {}
        for piece in filter(None, map(str.strip, no_comments(body).split(","))):
            name, _, value = map(str.strip, piece.partition("="))
            found[name] = int(value, 0) if value else max(found.values(), default=-1) + 1
        return found

    def remember(self, name, body, at):
        """The comment that stands right before a declaration is its documentation."""
        before = body[:at].rstrip(" ")
        if before.endswith("*/\n"):
            self.docs[name] = plain(before[before.rindex("/*") + 2:-3])

    def members(self, struct, body):
        """A comment behind a member, on the same line, is about it; one on lines of its own is not kept."""
        found = []
        for piece in re.finditer(r"/\*(.*?)\*/|([^;/]+);", body, re.S):
            if piece[2] is not None:
                found += self.declaration(piece[2].strip())
            elif body[:piece.start()].rstrip(" ").endswith(";"):
                self.docs[f"{struct}.{found[-1][0]}"] = plain(piece[1])
        return found

    def declaration(self, text):
        text = " ".join(text.split())
        pointer = re.fullmatch(r"([\w *]+?)\(\*(\w+)\)\((.*)\)", text)
        if pointer:
            return [(pointer[2], self.callback(pointer[1], self.parameters(pointer[3])))]
        first, *others = text.split(",")
        match = re.fullmatch(r"(.*?[ *])(\w+)", first)
        if not match:
            raise ValueError(f"not understood: {text}")
        names = [match[2]] + [name.strip() for name in others]
        self.written.update(dict.fromkeys(names, match[1].strip()))
        return [(name, self.type(match[1])) for name in names]

    def given(self, struct):
        """The options of a struct, by the names they have in Python: which member each is, and its type there."""
        found = {}
        names = [name for name, _ in self.structs[struct]]
        for name in names:
            kind = self.written[name]
            if name == "struct_size" or name[:2] == "n_" and name[2:] in names or kind in NOT_GIVEN or name in UNSAFE:
                continue
            if kind not in GIVEN and kind not in self.enums:
                raise ValueError(f"{struct}.{name}: {kind} cannot be given")
            found[re.sub("^max_", "", name) if struct in SELECTIONS else name] = (name, GIVEN.get(kind, kind))
        return found

    def choices(self, enum):
        """The names of an enum without what they share, in small letters."""
        names = self.enums[enum]
        shared = os.path.commonprefix(list(names))
        shared = shared[:shared.rindex("_") + 1]
        return {name[len(shared):].lower(): value for name, value in names.items()}

    def parameters(self, text):
        text = " ".join(text.split())
        return [] if text == "void" else [self.declaration(p)[0] for p in text.split(",")]

    def callback(self, result, parameters):
        """Strings that are handed to a callback need not end in NUL."""
        kinds = ["POINTER(c_char)" if kind == "c_char_p" else kind for _, kind in parameters]
        return f"CFUNCTYPE({', '.join([self.type(result)] + kinds)})"

    def type(self, text):
        words = text.replace("*", " * ").split()
        stars = words.count("*")
        names = [w for w in words if w not in ("*", "const", "struct")]
        if len(names) != 1:
            raise ValueError(f"not understood: {text}")
        name = names[0]
        if name in ("char", "void") and stars > 0:
            base, stars = ("c_char_p" if name == "char" else "c_void_p"), stars - 1
        elif name in self.opaque and stars > 0:
            base, stars = "c_void_p", stars - 1
        elif name in self.enums:
            base = "c_int"
        else:
            base = SCALARS.get(name, name)
        if base == name and name not in self.structs and name not in self.callbacks:
            raise ValueError(f"unknown type: {text}")
        return "POINTER(" * stars + base + ")" * stars

    def write(self, out):
        out('"""Made from summ.h by generate.py. Not to be edited."""\n')
        out("from __future__ import annotations\n")
        out("from ctypes import CFUNCTYPE, POINTER, Structure")
        out("from ctypes import c_char, c_char_p, c_double, c_int, c_size_t, c_uint32, c_uint64, c_void_p  # noqa: F401")
        out("from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional, Sequence, Tuple, TypedDict\n")
        out("if TYPE_CHECKING:\n    from typing_extensions import Literal\n\n    from ._corpus import Corpus\n    from ._document import Document\n")
        for name, value in self.defines.items():
            out(f"{name} = {value}")
        for name, values in self.enums.items():
            out(f"\n# {name}")
            for value, number in values.items():
                out(f"{value} = {number}")
        out("\n# The same by the names that Python has for them.")
        out("ENUMS: Dict[str, Dict[str, int]] = {")
        for name in self.enums:
            out(f"    {name!r}: {self.choices(name)!r},")
        out("}")
        for name, (result, parameters) in self.callbacks.items():
            out(f"\n{name} = {self.callback(result, parameters)}")
        for name, members in self.structs.items():
            out(f"\n\nclass {name}(Structure):")
            out("    _fields_ = [")
            for member, kind in members:
                out(f'        ("{member}", {kind}),')
            out("    ]")
        out("\n\n# name: (result, arguments)")
        out("FUNCTIONS: Dict[str, Tuple[Any, List[Any]]] = {")
        for name, (result, parameters) in self.functions.items():
            kinds = ", ".join(kind for _, kind in parameters)
            out(f'    "{name}": ({self.type(result)}, [{kinds}]),')
        out("}\n\n# The options of each struct by their names in Python: the member, and what is given for it.")
        out("OPTIONS: Dict[str, Dict[str, Tuple[str, str]]] = {")
        for name, options in self.options.items():
            out(f"    {name!r}: {options!r},")
        out("}\n\n# What the header says of each.")
        out("DOCS: Dict[str, str] = {")
        for name, text in self.docs.items():
            out(f"    {name!r}: {text!r},")
        out("}")
        self.write_hints(out)

    def write_hints(self, out):
        """For those who check types: the options as dictionaries, such as SummaryOptions."""
        hints = {struct: self.hints(struct) for struct in self.options}
        for struct, found in hints.items():
            self.write_hint(out, "".join(word.title() for word in struct.split("_")[1:]), found)
        for name, struct in BOTH.items():
            self.write_hint(out, name, {**hints["summ_doc_options"], **hints[struct]})

    def hints(self, struct):
        own = SELECTIONS.get(struct)
        kinds = {name: kind for name, (member, kind) in self.options[struct].items() if member != own}
        for name, kind in kinds.items():
            if kind in self.enums:
                kinds[name] = "Literal[" + ", ".join(map(repr, self.choices(kind))) + "]"
        return kinds

    @staticmethod
    def write_hint(out, name, kinds):
        out(f"\n\nclass {name}(TypedDict, total=False):")
        for option, kind in kinds.items():
            out(f"    {option}: Optional[{kind}]")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        header = Header(file.read())
    lines = []
    header.write(lines.append)
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
