#!/usr/bin/env python3
"""Count the cells and rows that readers of PDF tables get right, side by side.

usage: compare.py [--pdfs DIR] [--keikaku PATH] [--readers NAME,...] [--show NAME]

Prints a table in Markdown: for every PDF in DIR (NAME.pdf with the truth in NAME.json, as Tests/Fixtures/Pdf/make.py writes
them) the rows and cells that came out right. A row is right when all its cells are, in order; a cell when a cell of the same
text came out; blanks do not count. Readers: keikaku, layout (`pdftotext -layout` split at two blanks), pdfplumber (lines and
text strategy), camelot (lattice and stream); those of PyPI (pdfplumber, camelot-py) are left out where they are not installed.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import unicodedata
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", "..", ".."))


def plain(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


def rows_of(tables):
    rows = [tuple(cell for cell in map(plain, row) if cell) for table in tables for row in table]
    return [row for row in rows if row]


def keikaku(path, program):
    output = subprocess.run([program, "extract", path], check=True, capture_output=True).stdout
    return [table["rows"] for table in json.loads(output)["tables"]]


def layout(path, _):
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    return [[re.split(r"\s{2,}", line.strip()) for line in text.splitlines() if re.search(r"\S\s{2,}\S", line)]]


def pdfplumber_with(strategy):
    def read(path, _):
        import pdfplumber

        settings = {"vertical_strategy": strategy, "horizontal_strategy": strategy}
        with pdfplumber.open(path) as document:
            return [table for page in document.pages for table in page.extract_tables(settings)]

    return read


def camelot_with(flavor):
    def read(path, _):
        import camelot

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return [table.df.values.tolist() for table in camelot.read_pdf(path, pages="all", flavor=flavor)]

    return read


READERS = {
    "keikaku": keikaku,
    "layout": layout,
    "pdfplumber lines": pdfplumber_with("lines"),
    "pdfplumber text": pdfplumber_with("text"),
    "camelot lattice": camelot_with("lattice"),
    "camelot stream": camelot_with("stream"),
}


def score(truth, found):
    wanted, given = collections.Counter(rows_of(truth)), collections.Counter(rows_of(found))
    cells = [collections.Counter(cell for row in rows.elements() for cell in row) for rows in (wanted, given)]
    return sum((wanted & given).values()), sum((cells[0] & cells[1]).values())


def available(name):
    module = {"pdfplumber": "pdfplumber", "camelot": "camelot"}.get(name.split()[0])
    if module is None:
        return True
    try:
        __import__(module)
        return True
    except ImportError:
        print(f"{name}: not installed, left out", file=sys.stderr)
        return False


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pdfs", default=os.path.join(ROOT, "Tests", "Fixtures", "Pdf"))
    arguments.add_argument("--keikaku", default=os.path.join(ROOT, ".build", "release", "keikaku"))
    arguments.add_argument("--readers", default=",".join(READERS))
    arguments.add_argument("--show", help="print the wrong rows of this PDF, as the first reader gives them")
    options = arguments.parse_args()
    readers = [name for name in options.readers.split(",") if available(name)]
    print("| printed as | rows, cells |" + "".join(f" {name} |" for name in readers))
    print("|---|---|" + "---|" * len(readers))
    totals, wanted = collections.Counter(), [0, 0]
    for name in sorted(os.listdir(options.pdfs)):
        stem, extension = os.path.splitext(name)
        truth_path = os.path.join(options.pdfs, stem + ".json")
        if extension != ".pdf" or not os.path.exists(truth_path) or options.show not in (None, stem):
            continue
        truth = json.load(open(truth_path, encoding="utf-8"))["tables"]
        rows = rows_of(truth)
        size = (len(rows), sum(map(len, rows)))
        wanted = [wanted[0] + size[0], wanted[1] + size[1]]
        columns = []
        for reader in readers:
            found = READERS[reader](os.path.join(options.pdfs, name), options.keikaku)
            right = score(truth, found)
            totals[reader, "rows"] += right[0]
            totals[reader, "cells"] += right[1]
            columns.append(f"{right[0]}, {right[1]}")
            if options.show and reader == readers[0]:
                missing = collections.Counter(rows) - collections.Counter(rows_of(found))
                extra = collections.Counter(rows_of(found)) - collections.Counter(rows)
                for sign, left in (("-", missing), ("+", extra)):
                    for row in left.elements():
                        print(sign, " | ".join(row), file=sys.stderr)
        print(f"| {stem} | {size[0]}, {size[1]} |" + "".join(f" {column} |" for column in columns))
    print(f"| all | {wanted[0]}, {wanted[1]} |" + "".join(f" {totals[r, 'rows']}, {totals[r, 'cells']} |" for r in readers))


if __name__ == "__main__":
    main()
