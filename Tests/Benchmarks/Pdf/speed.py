#!/usr/bin/env python3
"""Time the reading of PDF files beside poppler's own time for the same pages.

usage: speed.py [--keikaku PATH] [--pages N] [--rounds N] [--chromium PATH] [--keep DIR]

Prints a table in Markdown: for pages of prose, and for pages of text with ruled tables, both printed by headless Chromium,
the pages a second by the clock, the processor time that poppler's programs take for the calls that keikaku makes, the time that
`keikaku extract` takes beyond them, and the share of the one in the other; medians over the rounds. Poppler's calls are written
down in a run with programs of the same names that pass everything on, and then made again alone.
"""
import argparse
import os
import resource
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "Fixtures", "Pdf"))
import make  # noqa: E402

PROGRAMS = ["pdfinfo", "pdftotext", "pdftocairo"]
PROSE = ("町では人口の減少と高齢化が同時に進み、集落の維持や農地の管理に携わる人が不足しています。こうした状況を踏まえ、町民と行政が力を合わせ、"
         "地域にある資源を生かした仕事づくりと暮らしの支えを進めます。相談の窓口を一つにまとめ、移り住む人の住まいと仕事を共に探します。")
ROWS = [["指標", "基準値（R1）", "目標値（R6）", "担当課"], ["新規就農者数（累計）", "3人", "8人", "産業課"], ["直売所の年間販売額", "2,400万円", "3,000万円", "産業課"],
        ["移住相談件数", "310件", "500件", "企画課"], ["健康診査の受診率", "52.1%", "60.0%", "保健福祉課"], ["自主防災組織の数", "14組織", "18組織", "総務課"]]


def items(pages, ruled):
    result = []
    for page in range(1, pages + 1):
        result.append(("line", f"基本目標{page} 暮らしを支える"))
        if ruled:
            result += [("line", PROSE)] * 3 + [("table", ROWS)] + [("line", PROSE)] * 2 + [("table", ROWS)]
        else:
            result += [("line", PROSE)] * 9
    return result


def measured(command, environment=None):
    """Seconds by the clock and of processor time, with those of the children that the program waited for."""
    before, start = processor_time(), time.perf_counter()
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    clock = time.perf_counter() - start
    return clock, processor_time() - before


def processor_time():
    """Seconds that the children took so far; finer than the hundredths that os.times counts."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def calls(keikaku, path, folder):
    """The command lines of poppler's programs that keikaku runs for a file."""
    log = os.path.join(folder, "calls")
    for program in PROGRAMS:
        real = subprocess.run(["which", program], check=True, capture_output=True, text=True).stdout.strip()
        wrapper = os.path.join(folder, program)
        with open(wrapper, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nprintf "%s" {shlex.quote(real)} >> {log}; for each in "$@"; do printf "\\t%s" "$each" >> {log}; done\n'
                       f'echo >> {log}; exec {shlex.quote(real)} "$@"\n')
        os.chmod(wrapper, 0o755)
    # One call at a time, so that no two write their line at once.
    measured(["taskset", "-c", "0", keikaku, "extract", path], {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"})
    with open(log, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--keikaku", default=os.path.join(HERE, "..", "..", "..", ".build", "release", "keikaku"))
    arguments.add_argument("--pages", type=int, default=50)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--chromium", default="chromium")
    arguments.add_argument("--keep", help="leave the printed files here")
    options = arguments.parse_args()
    keikaku = os.path.abspath(options.keikaku)
    print("| pages of | pages | pages a second | clock, s | poppler, s of processor | keikaku, s of processor | share |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, ruled in [("prose", False), ("text and tables", True)]:
            path = os.path.join(options.keep or folder, name.split()[0] + ".pdf")
            page, _ = make.document(items(options.pages, ruled), "bordered", "総合戦略")
            make.print_pdf(page.replace("<h3>", '<h3 style="break-before: page">').replace("<h2>", '<h2 style="break-before: page">'),
                           path, options.chromium)
            with tempfile.TemporaryDirectory() as wrappers:
                commands = calls(keikaku, path, wrappers)
            count = int(subprocess.run(f"pdfinfo {shlex.quote(path)} | awk '/^Pages/ {{ print $2 }}'", shell=True, check=True,
                                       capture_output=True, text=True).stdout)
            clocks, poppler, ours = [], [], []
            for _ in range(options.rounds):
                alone = sum(measured(command)[1] for command in commands)
                clock, whole = measured([keikaku, "extract", path])
                clocks.append(clock)
                poppler.append(alone)
                ours.append(whole - alone)
            clock, alone, own = map(statistics.median, (clocks, poppler, ours))
            print(f"| {name} | {count} | {count / clock:.0f} | {clock:.3f} | {alone:.3f} | {own:.3f} | {own / alone:.2f} |")


if __name__ == "__main__":
    main()
