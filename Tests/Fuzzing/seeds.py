"""Fills a corpus folder with inputs: seeds.py FUZZER CORPUS [FEATURES]. One file an input, named by its digest."""

import hashlib
import pathlib
import re
import sys

# As long as the fuzzers' inputs may be.
LONGEST = 400

NODES = (
    'id:ID,name:STRING,:LABEL\n1,"a, ""b""",A\n2,c,A;B\n',
    "id:ID,n:INT64,f:DOUBLE,d:DATE,b:BOOLEAN,:LABEL\n1,-7,0.5,2013-01-11,true,A\n2,,,,,B\n",
    'key:ID,l:STRING[],:LABEL\r\nx,a;b,A\r\ny,"c\nd",A\r\n',
)
RELATIONSHIPS = (":START_ID,:END_ID,:TYPE\n1,2,R\n2,1,S\n", ":START_ID,:END_ID,w:INT64,:TYPE\n1,2,3,R\n")
DOCUMENTS = (
    b"\0The mayor, Anna Berg, said on 11 January 2013 that the bridge would close.\n\nShe denied it.",
    b"\1---\ntitle: A bridge\ndate: 2013-01-11\n---\n# Head\n\n> quoted *so*\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- one\n- two\n",
    b"\2<html><head><title>T</title><meta charset=utf-8></head><body><nav>x</nav><article><p>Anna &amp; Bo met.</p></article>",
    b"\3From: a@b.c\nSubject: =?utf-8?Q?S=C3=A5?=\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nAnna met Bo.\n--x--\n",
    b'\4{"title": "T", "text": "Anna met Bo in Berg on Friday.", "date": "2013-01-11"}\n',
    b'\5<html><body><doc><page width="600" height="800"><word xMin="1" yMin="2" xMax="30" yMax="12">Anna</word></page></doc>',
)
CHANGES = (bytes(range(8)), b"\0\0\0\x12\1\1\1\1", b"\0\1\0\0\xff\xff\xff\xff\0\2\0\0\0\0\0\0")


def statements(features: pathlib.Path, root: pathlib.Path):
    for script in sorted((root / "Scripts").glob("*.cypher")) + sorted((root / "Graphs").glob("*/*.cypher")):
        for statement in script.read_text().split(";\n"):
            yield statement
    for snapshot in ("Parser/ParseTreeTests.swift", "Semantics/WrongQueries.swift"):
        source = root / "Tests" / "CypherTests" / snapshot
        if source.exists():
            yield from re.findall(r'"((?:[A-Z][A-Z]|//)[^"\\]*)"', source.read_text())
    for feature in sorted(features.glob("**/*.feature")):
        yield from re.findall(r'"""\n(.*?)"""', feature.read_text(), re.S)


def inputs(fuzzer: str, features: pathlib.Path):
    if fuzzer == "csv":
        return [text.encode() for text in NODES] + [f"{a}\n{b}".encode() for a in NODES for b in RELATIONSHIPS]
    if fuzzer == "document":
        return DOCUMENTS
    if fuzzer == "file":
        return CHANGES
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    return [" ".join(statement.split()).encode() for statement in statements(features, root)]


def main():
    fuzzer, corpus = sys.argv[1], pathlib.Path(sys.argv[2])
    features = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else pathlib.Path("/nonexistent")
    for data in inputs(fuzzer, features):
        if 0 < len(data) <= LONGEST:
            (corpus / hashlib.sha1(data).hexdigest()).write_bytes(data)


main()
