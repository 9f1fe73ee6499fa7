"""Fills a corpus folder with statements: seeds.py CORPUS [FEATURES]. One file a statement, named by its digest."""

import hashlib
import pathlib
import re
import sys

# As long as the fuzzers' inputs may be.
LONGEST = 400


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


def main():
    corpus = pathlib.Path(sys.argv[1])
    features = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else pathlib.Path("/nonexistent")
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    for statement in statements(features, root):
        text = " ".join(statement.split())
        if 0 < len(text) <= LONGEST:
            (corpus / hashlib.sha1(text.encode()).hexdigest()).write_text(text)


main()
