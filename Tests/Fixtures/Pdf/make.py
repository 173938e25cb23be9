#!/usr/bin/env python3
"""Print the samples' tables in many styles, with the truth beside each print.

usage: make.py [--samples DIR] [--wide | --full] [--output DIR] [--chromium PATH]

Writes NAME.pdf and NAME.json for every style: the PDF is printed by headless Chromium with Japanese fonts (fonts-noto-cjk,
fonts-ipafont), the JSON holds the tables as they stand in the printed HTML: {"tables": [[[cell, ...], ...], ...]}, a merged
cell's text at its first place and "" at the others. What is kept in the repository holds a few tables, in the styles that
differ most; --wide prints more tables in all styles, for the comparison with other readers, --full every sample whole, in the
styles that the end-to-end figures are taken on.
"""
import argparse
import html
import json
import os
import re
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.normpath(os.path.join(HERE, "..", "..", "..", "Samples"))

PAGE = """
@page {{ size: {size}; margin: 18mm 20mm;
  @top-right {{ content: "{head}"; font: 8pt {font}; }}
  @bottom-center {{ content: "- " counter(page) " -"; font: 9pt {font}; }} }}
body {{ font: {points}pt/1.6 {font}; margin: 0; }}
h1 {{ font-size: 1.7em; text-align: center; }} h2 {{ font-size: 1.35em; margin: 1em 0 .4em; }} h3 {{ font-size: 1.12em; margin: .8em 0 .3em; }}
p {{ margin: .3em 0; }} .blank {{ height: .7em; }} table {{ border-collapse: collapse; margin: .6em 0 1em; line-height: 1.35; {table} }}
td {{ padding: {padding}; vertical-align: middle; {cell} }} tr {{ break-inside: avoid; }}
.number {{ text-align: {numbers}; }} .contents {{ display: flex; }} .contents i {{ flex: 1; overflow: hidden; white-space: nowrap; }}
.shadow {{ position: relative; white-space: nowrap; }} .shadow span {{ position: absolute; top: .25pt; line-height: 1; }}
{extra}
"""

# name: (font, points, padding, numbers, css of the table, css of a cell, more css, paper)
GOTHIC, MINCHO, NOTO, PROPORTIONAL = "IPAGothic", "IPAMincho", "'Noto Sans CJK JP'", "IPAPGothic"
STYLES = {
    "bordered": (MINCHO, 10.5, "2pt 5pt", "left", "", "border: .75pt solid #000;", "", "A4"),
    "thin": (NOTO, 9.5, "3pt 4pt", "right", "", "border: .2pt solid #555;", "", "A4"),
    "dashed": (GOTHIC, 10, "2pt 4pt", "right", "", "border: .75pt dashed #000;", "", "A4"),
    "dotted": (PROPORTIONAL, 9, "2pt 4pt", "center", "", "border: .75pt dotted #000;", "", "A4"),
    "double": (MINCHO, 10, "2pt 5pt", "left", "", "border: 2pt double #000;", "", "A4"),
    "open": (GOTHIC, 10, "2pt 5pt", "right", "", "border: .5pt solid #000;",
             "td:first-child { border-left: none; } td:last-child { border-right: none; }", "A4"),
    "horizontal": (GOTHIC, 9.5, "2pt 8pt", "right", "", "border-top: .5pt solid #000; border-bottom: .5pt solid #000;", "", "A4"),
    "zebra": (GOTHIC, 9.5, "3pt 8pt", "right", "", "", "tr:nth-child(odd) td { background: #dde6f0; }", "A4"),
    "fills": (PROPORTIONAL, 10, "2pt 5pt", "left", "border-collapse: separate; border-spacing: 2pt;", "background: #e8eef5;", "", "A4"),
    "borderless": (MINCHO, 10, "2pt 9pt", "left", "", "", "", "A4"),
    "borderless-numbers": (NOTO, 9, "2pt 12pt", "right", "", "", "", "A4"),
    "landscape": (GOTHIC, 10, "2pt 5pt", "right", "width: 100%;", "border: .5pt solid #000;", "", "A4 landscape"),
    "shadow": (MINCHO, 10.5, "2pt 5pt", "left", "", "border: .75pt solid #000;", "", "A4"),
    "justified": (GOTHIC, 10, "0 4pt", "left", "width: 100%;", "border: .75pt solid #000; text-align: justify;",
                  "tr:first-child td { text-align-last: justify; }", "A4"),
}
END_TO_END = ["bordered", "borderless", "shadow", "landscape"]
KEPT = ["bordered", "borderless", "shadow", "landscape", "horizontal", "zebra"]
# Which tables of a sample are printed, counted from 0.
FEW = [("mine-2015.txt", [0, 15]), ("kurume-2020.txt", [1])]
MANY = [("mine-2015.txt", [0, 2, 3, 6, 8, 9, 10, 14, 15, 20]), ("kurume-2020.txt", [0, 1, 3, 5, 8]), ("kumamoto-2020-summary.txt", [0, 1])]

CONTENTS = re.compile(r"(-{4,}|…|・{3,})\t?\s*\d*$")
HEADINGS = [re.compile(r"^(第[0-9一二三四五六七八九十]+[章部]|[0-9]\. )"), re.compile(r"^([0-9]-[0-9]\. |基本目標|基本方針|重要戦略|\([0-9]\) |[0-9] )")]
NUMBER = re.compile(r"^[0-9０-９,，.．▲△\-%％()（）〜～HRh年度末人件社円か所]+$")


def parts(text):
    """The sample as a list of ("table", rows), ("contents", line) and ("line", line)."""
    result = []
    for line in text.splitlines():
        line = line.rstrip(" ")
        if CONTENTS.search(line):
            result.append(("contents", line))
        elif "\t" in line:
            row = [cell.strip() for cell in line.split("\t")]
            if result and result[-1][0] == "table":
                result[-1][1].append(row)
            else:
                result.append(("table", [row]))
        else:
            result.append(("line", line))
    return [item for kind, part in result for item in ([(kind, part)] if kind != "table" or is_table(part) else as_lines(part))]


def is_table(rows):
    return len(rows) > 1 and any(sum(map(bool, row)) > 1 for row in rows)


def as_lines(rows):
    """One row, and lines that only end in tabs, are no table."""
    return [("line", "\u3000".join(filter(None, row))) for row in rows]


def spans(rows):
    """Merges: an empty first cell goes to the row above, an empty cell of a header goes to its left."""
    columns = max(map(len, rows))
    grid = [row + [""] * (columns - len(row)) for row in rows]
    shape = {(r, c): [1, 1] for r in range(len(grid)) for c in range(columns)}
    for c in range(1, columns):
        left = max(k for k in range(c) if (0, k) in shape)
        if not grid[0][c] and grid[0][left]:
            shape[0, left][1] += 1
            del shape[0, c]
    for r in range(2 if len(grid) > 2 else 1, len(grid)):
        above = max((k for k in range(r) if (k, 0) in shape), default=None)
        if not grid[r][0] and above is not None and shape[above, 0][1] == 1 and grid[above][0] and (above > 0 or len(grid) == 2):
            shape[above, 0][0] += 1
            del shape[r, 0]
    return grid, shape


def table_html(rows, shadow=False):
    grid, shape = spans(rows)
    out = ["<table>"]
    for r, row in enumerate(grid):
        out.append("<tr>")
        for c, cell in enumerate(row):
            if (r, c) not in shape:
                continue
            tall, wide = shape[r, c]
            attributes = (f' rowspan="{tall}"' if tall > 1 else "") + (f' colspan="{wide}"' if wide > 1 else "")
            attributes += ' class="number"' if NUMBER.match(cell) and r > 0 else ""
            text = shadowed(cell) if shadow and r == 0 and 3 < len(cell) < 20 else html.escape(cell)
            out.append(f"<td{attributes}>{text}</td>")
        out.append("</tr>")
    return "".join(out) + "</table>", [list(row) for row in grid]


def shadowed(text):
    """The text drawn twice a quarter of a point apart, the copies cut at other places, as word processors fake bold type."""
    middle = len(text) // 2
    first = f'<span style="left:.25pt">{html.escape(text[: middle + 1])}</span>'
    return f'<b class="shadow" style="font-weight:400">{first}{html.escape(text)}</b>'


def line_html(line, shadow):
    if not line:
        return '<div class="blank"></div>'
    for level, pattern in enumerate(HEADINGS):
        if pattern.match(line) and len(line) < 60:
            body = shadowed(line) if shadow and len(line) > 4 and len(line) < 34 else html.escape(line)
            return f"<h{level + 2}>{body}</h{level + 2}>"
    return f"<p>{html.escape(line)}</p>"


def document(items, style, title):
    font, points, padding, numbers, table, cell, extra, paper = STYLES[style]
    css = PAGE.format(size=paper, head=title, font=font, points=points, padding=padding, numbers=numbers, table=table, cell=cell, extra=extra)
    body, truth = [], []
    for kind, part in items:
        if kind == "table":
            markup, grid = table_html(part, style == "shadow")
            body.append(markup)
            truth.append(grid)
        elif kind == "contents":
            label, _, number = part.rpartition("\t") if "\t" in part else part.rpartition(" ")
            label = re.sub(r"[\s\t]*(-{4,}|…)?[\s\t]*$", "", label)
            body.append(f'<div class="contents"><span>{html.escape(label)}</span><i>{"・" * 90}</i><span>{html.escape(number)}</span></div>')
        else:
            body.append(line_html(part, style == "shadow"))
    page = f'<!doctype html><html lang="ja"><meta charset="utf-8"><style>{css}</style><body>{"".join(body)}</body></html>'
    return page, truth


def print_pdf(page, path, chromium):
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "page.html")
        with open(source, "w", encoding="utf-8") as file:
            file.write(page)
        subprocess.run(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={path}", source],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def selection(samples, choice):
    """Chosen tables with the lines before them."""
    result = []
    for name, wanted in choice:
        items = parts(open(os.path.join(samples, name), encoding="utf-8").read())
        places = [place for place, item in enumerate(items) if item[0] == "table"]
        for which in wanted:
            if which < len(places):
                place = places[which]
                lines = [item for item in items[max(0, place - 6) : place] if item[0] == "line" and item[1]]
                result += lines[-2:] + [items[place]]
    return result


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--samples", default=SAMPLES)
    arguments.add_argument("--output", default=HERE)
    arguments.add_argument("--chromium", default="chromium")
    arguments.add_argument("--wide", action="store_true")
    arguments.add_argument("--full", action="store_true")
    options = arguments.parse_args()
    os.makedirs(options.output, exist_ok=True)
    styles, choice = (STYLES, MANY) if options.wide else (KEPT, FEW)
    jobs = [(style, selection(options.samples, choice), style) for style in styles]
    if options.full:
        jobs = [
            (f"{os.path.splitext(name)[0]}.{style}", parts(open(os.path.join(options.samples, name), encoding="utf-8").read()), style)
            for name in sorted(os.listdir(options.samples)) if name.endswith(".txt") for style in END_TO_END]
    for name, items, style in jobs:
        page, truth = document(items, style, "総合戦略")
        print_pdf(page, os.path.join(options.output, name + ".pdf"), options.chromium)
        with open(os.path.join(options.output, name + ".json"), "w", encoding="utf-8") as file:
            json.dump({"tables": truth}, file, ensure_ascii=False, indent=None)
            file.write("\n")


if __name__ == "__main__":
    main()
