#!/usr/bin/env python3
"""Write the plans of make.py as other programs turn them into text.

usage: convert.py DIRECTORY

From each page of HTML: Markdown by pandoc, and by pandoc and markitdown from a word processor's document (DOCX, by pandoc). From each PDF
the text of pdfplumber and pypdf. Needs Debian's pandoc, and markitdown[docx], pdfplumber and pypdf from PyPI. score.py takes
the forms by the ends of their names: --form pandoc.md --form docx-pandoc.md --form docx-markitdown.md --form pdfplumber.txt --form pypdf.txt.
"""
import glob
import os
import subprocess
import sys

import pdfplumber
import pypdf
from markitdown import MarkItDown


def pandoc(source, kind, target):
    subprocess.run(["pandoc", "-f", kind, "-t", "markdown", source, "-o", target], check=True)


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def convert(plan):
    pandoc(plan + ".html", "html", plan + ".pandoc.md")
    document = plan + ".docx"
    subprocess.run(["pandoc", "-f", "html", "-t", "docx", plan + ".html", "-o", document], check=True)
    pandoc(document, "docx", plan + ".docx-pandoc.md")
    write(plan + ".docx-markitdown.md", MarkItDown().convert(document).text_content)
    os.remove(document)
    # Each page begins a line, as pdftotext has it.
    with pdfplumber.open(plan + ".pdf") as pages:
        write(plan + ".pdfplumber.txt", "\n\f".join(page.extract_text() or "" for page in pages.pages))
    write(plan + ".pypdf.txt", "\n\f".join(page.extract_text() for page in pypdf.PdfReader(plan + ".pdf").pages))


for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.pdf"))):
    convert(path.removesuffix(".pdf"))
