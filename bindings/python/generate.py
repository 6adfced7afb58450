#!/usr/bin/env python3
"""Makes summ/_abi.py from summ.h: the enums, structs and functions of the header for ctypes, with their documentation.

    python3 generate.py ../../include/summ.h >summ/_abi.py

The header is laid out evenly, so that a few patterns read it; whatever they do not understand is an error, never skipped.
"""

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
        self.read()

    def read(self):
        body = self.text[self.text.index("/* ---- Status"):]
        for name, value in DEFINE.findall(body):
            self.defines[name] = VALUES.get(value, value.strip("()"))
        for match in ENUM.finditer(body):
            names = [n.strip() for n in no_comments(match[2]).split(",") if n.strip()]
            self.enums[match[1]] = [n.split("=")[0].strip() for n in names]
            if any("=" in n and not n.endswith("= 0") for n in names):
                raise ValueError(f"{match[1]}: only = 0 is understood")
            self.remember(match[1], body, match.start())
        for match in OPAQUE.finditer(body):
            self.opaque.append(match[1])
            self.remember(match[1], body, match.start())
        for match in CALLBACK.finditer(no_comments(body)):
            self.callbacks[match[2]] = (match[1], self.parameters(match[3]))
        for match in STRUCT.finditer(body):
            self.structs[match[1]] = self.members(match[1], match[2])
            self.remember(match[1], body, match.start())
        for match in FUNCTION.finditer(body):
            self.functions[match[2]] = (match[1].strip(), self.parameters(match[3]))
            self.remember(match[2], body, match.start())

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
        return [(match[2], self.type(match[1]))] + [(name.strip(), self.type(match[1])) for name in others]

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
        out("from ctypes import CFUNCTYPE, POINTER, Structure")
        out("from ctypes import c_char, c_char_p, c_double, c_int, c_size_t, c_uint32, c_uint64, c_void_p  # noqa: F401\n")
        for name, value in self.defines.items():
            out(f"{name} = {value}")
        for name, values in self.enums.items():
            out(f"\n# {name}")
            for number, value in enumerate(values):
                out(f"{value} = {number}")
        for name, (result, parameters) in self.callbacks.items():
            out(f"\n{name} = {self.callback(result, parameters)}")
        for name, members in self.structs.items():
            out(f"\n\nclass {name}(Structure):")
            out("    _fields_ = [")
            for member, kind in members:
                out(f'        ("{member}", {kind}),')
            out("    ]")
        out("\n\n# name: (result, arguments)")
        out("FUNCTIONS = {")
        for name, (result, parameters) in self.functions.items():
            kinds = ", ".join(kind for _, kind in parameters)
            out(f'    "{name}": ({self.type(result)}, [{kinds}]),')
        out("}\n\n# What the header says of each.")
        out("DOCS = {")
        for name, text in self.docs.items():
            out(f"    {name!r}: {text!r},")
        out("}")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        header = Header(file.read())
    lines = []
    header.write(lines.append)
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
