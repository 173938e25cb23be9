#!/usr/bin/env python3
"""Print invented plans in many styles, each with what is true of it.

usage: make.py DIRECTORY [--plans N] [--seed N] [--wide] [--chromium PATH]

Every plan has goals, measures and what is done, numbered in one of many styles, and tables of indicators in one of twelve
forms, or with --wide in one of six others. It is written as a page of HTML, printed by headless Chromium, and taken from the
PDF as text by `pdftotext` in its three ways: NUMBER.html, .pdf, .layout.txt, .raw.txt, .plain.txt, with NUMBER.json beside
them. A seed gives the same plans always; the print depends on the programs' versions.
"""
import argparse
import json
import os
import random
import subprocess

import words

CIRCLED = "①②③④⑤⑥⑦⑧"
KANA = "アイウエオカキク"
ROMAN = "ⅠⅡⅢⅣⅤ"


def wide(number):
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


GOAL_STYLES = [
    lambda g: f"基本目標{g}　", lambda g: f"基本目標{wide(g)}　", lambda g: f"基本目標{ROMAN[g - 1]}　", lambda g: f"【基本目標{g}】",
    lambda g: f"政策{g}　", lambda g: f"政策目標{g}：", lambda g: f"■基本目標{g} ", lambda g: f"基本方針{wide(g)}　", lambda g: f"＜基本目標{g}＞ ",
    lambda g: f"まちづくりの目標{g}　", lambda g: f"戦略{g}　"]
# How a measure's number is written, and whether the goal's is part of it.
MEASURE_STYLES = [
    (lambda g, m: f"施策{g}-{m}　", True), (lambda g, m: f"施策{m}　", False), (lambda g, m: f"（{m}）", False), (lambda g, m: f"({m}) ", False),
    (lambda g, m: f"（{wide(m)}）", False), (lambda g, m: f"{g}-{m}　", True), (lambda g, m: f"{wide(g)}－{wide(m)}　", True),
    (lambda g, m: f"基本施策{m}　", False), (lambda g, m: f"【施策{m}】", False), (lambda g, m: f"施策{g}－（{m}）　", True), (lambda g, m: f"{m}．", False)]
# How a part of a measure is numbered: as its own count, as a path, or by a mark alone.
PART_STYLES = [
    (lambda g, m, p: f"{CIRCLED[p - 1]} ", "own"), (lambda g, m, p: f"{g}-{m}-{p}　", "path"), (lambda g, m, p: f"{KANA[p - 1]}　", "own"),
    (lambda g, m, p: f"具体的施策{p}　", "own"), (lambda g, m, p: f"{wide(g)}-{wide(m)}-{wide(p)} ", "path"), (lambda g, m, p: "● ", "none")]
HEADS = ["【主な取組】", "【具体的な取組】", "■主な事業", "主な取組", "［主な取組］", "◆主な取組", "≪主な事業≫", "具体的な取組内容", "【今後の取組】", "○主な取り組み"]
BULLETS = ["・", "○", "◇", "・ ", "➢", None]
SITUATIONS = [None, ["現状と課題", "施策の方向"], ["【現状と課題】", "【取組の方向性】"], ["■現状", "■課題"], ["１　現状と課題", "２　今後の方向"]]
FORMS = ["simple", "simple", "unit", "number", "department", "series", "merged", "years", "group", "explained", "dated", "interim"]
# Forms of progress reports and of larger plans, with --wide.
WIDE_FORMS = ["graded", "targets", "groups", "remarks", "sources", "unit-years"]


def year(value, style):
    era, short, count = ("令和", "R", value - 2018) if value >= 2019 else ("平成", "H", value - 1988)
    count = "元" if count == 1 else str(count)
    return {"full": f"{era}{count}年度", "short": f"{short}{count}", "year": f"{short}{count}年度", "western": f"{value}年度"}[style]


def element(tag, text, **attributes):
    return f"<{tag}" + "".join(f' {key}="{value}"' for key, value in attributes.items()) + f">{text}</{tag}>"


def table(rows):
    return element("table", "".join(element("tr", "".join(row)) for row in rows))


def cell(text):
    return element("td", text)


class IndicatorTables:
    """Tables of indicators in one form, with the words and years of one plan."""

    def __init__(self, dice, forms):
        self.dice = dice
        self.form = dice.choice(forms)
        self.baseline = dice.choice([2018, 2019, 2021, 2022])
        self.target = self.baseline + dice.choice([4, 5])
        self.style = dice.choice(["full", "short", "year", "western", "full"])
        self.bracket = dice.choice(["（{}）", "<br>（{}）", "<br>{}", "({})"])
        self.name = dice.choice(["指標", "指標名", "重要業績評価指標（KPI）", "KPI", "成果指標", "数値目標", "項目"])
        self.before = dice.choice(["基準値", "現状値", "現状"])
        self.after = dice.choice(["目標値", "目標"])
        self.names = dice.sample(words.INDICATORS, len(words.INDICATORS))
        self.truth = []

    def year(self, value):
        return year(value, self.style)

    def head(self, word, value):
        return element("th", word + self.bracket.format(self.year(value)))

    @property
    def between(self):
        return list(range(self.baseline + 1, self.target))

    def header(self):
        name = element("th", self.name)
        first, last = self.head(self.before, self.baseline), self.head(self.after, self.target)
        if self.form == "graded":
            return [[name, first, self.head("実績値", self.target - 1), last, element("th", "達成率"), element("th", "評価")]]
        if self.form == "targets":
            tall = [element("th", text, rowspan=2) for text in (self.name, self.before + self.bracket.format(self.year(self.baseline)))]
            return [tall + [element("th", self.after, colspan=len(self.between) + 1)],
                    [element("th", self.year(y)) for y in self.between + [self.target]]]
        if self.form == "groups":
            return [[element("th", "分野"), name, first, last]]
        if self.form == "remarks":
            return [[name, first, last, element("th", "備考", style="width:30%")]]
        if self.form == "sources":
            return [[name, element("th", "単位"), first, last, element("th", "出典")]]
        if self.form == "unit-years":
            return [[name, element("th", "単位")] + [element("th", self.year(y) + "<br>実績") for y in [self.baseline] + self.between[:2]] + [last]]
        if self.form == "unit":
            return [[name, element("th", "単位"), first, last]]
        if self.form == "number":
            return [[element("th", "No."), name, first, last]]
        if self.form == "department":
            return [[name, first, last, element("th", "担当課")]]
        if self.form == "explained":
            return [[name, element("th", "指標の説明", style="width:30%"), first, last]]
        if self.form == "series":
            return [[name, first] + [element("th", self.year(y) + "<br>実績") for y in self.between] + [last]]
        if self.form == "merged":
            tall = [element("th", text, rowspan=2) for text in
                    (self.name, self.before + self.bracket.format(self.year(self.baseline)), self.after + self.bracket.format(self.year(self.target)))]
            return [tall[:2] + [element("th", "実績値", colspan=len(self.between)), tall[2]], [element("th", self.year(y)) for y in self.between]]
        if self.form == "years":
            return [[element("th", self.name, rowspan=2), element("th", self.before, colspan=2), element("th", self.after, colspan=2)],
                    [element("th", word) for word in ("年度", "数値") * 2]]
        if self.form == "group":
            return [[element("th", "施策"), name, first, last]]
        if self.form == "dated":
            return [[name, element("th", self.before), element("th", self.after)]]
        if self.form == "interim":
            return [[name, first, self.head("中間" + self.after, self.baseline + 2), last]]
        return [[name, first, last]]

    def figure(self, value, unit, decimals):
        if value is None:
            return "―"
        if isinstance(value, str):
            return value
        return ("▲" if value < 0 else "") + f"{abs(value):,.{decimals}f}" + ("" if self.form in ("unit", "sources", "unit-years") else unit)

    def row(self, number, indicator):
        name, unit, start, change, decimals = indicator
        first = None if self.dice.random() < .05 else round(start, decimals)
        goal = round(start * (1 + change) if start else change, decimals)
        last = self.dice.choice(["増加", "維持", "現状値以上"]) if self.form != "years" and self.dice.random() < .06 else goal
        targets, actuals = [[last, self.target]], []
        before, after = cell(self.figure(first, unit, decimals)), cell(self.figure(last, unit, decimals))
        cells = [cell(name), before, after]
        if self.form == "graded":
            middle = round(start + (goal - start) * self.dice.random(), decimals)
            actuals.append([middle, self.target - 1])
            cells.insert(2, cell(self.figure(middle, unit, decimals)))
            cells += [cell(f"{self.dice.randint(30, 130)}.{self.dice.randint(0, 9)}％"), cell(self.dice.choice("ABCD"))]
        elif self.form == "targets":
            for place, value in enumerate(self.between):
                target = round(start + (goal - start) * (place + 1) / (len(self.between) + 1), decimals)
                targets.insert(-1, [target, value])
                cells.insert(-1, cell(self.figure(target, unit, decimals)))
        elif self.form == "remarks":
            cells.append(cell(self.dice.choice(words.EXPLANATIONS + [""])))
        elif self.form == "sources":
            cells = [cells[0], cell(unit or "－"), before, after, cell(self.dice.choice(words.SOURCES))]
        elif self.form == "unit-years":
            for place, value in enumerate(self.between[:2]):
                actual = round(start + (goal - start) * (place + 1) / (len(self.between) + 1), decimals)
                cells.insert(-1, cell(self.figure(actual, unit, decimals)))
                actuals.append([actual, value])
            cells.insert(1, cell(unit or "－"))
            if first is not None:
                actuals.insert(0, [first, self.baseline])
            first = None
        elif self.form == "unit":
            cells.insert(1, cell(unit or "－"))
        elif self.form == "number":
            cells.insert(0, cell(number))
        elif self.form == "department":
            cells.append(cell(self.dice.choice(words.DEPARTMENTS)))
        elif self.form == "explained":
            cells.insert(1, cell(self.dice.choice(words.EXPLANATIONS)))
        elif self.form in ("series", "merged"):
            known = self.dice.randint(1, len(self.between))
            for place, value in enumerate(self.between):
                actual = round(start + (goal - start) * (place + 1) / (len(self.between) + 1), decimals) if place < known else None
                cells.insert(-1, cell(self.figure(actual, unit, decimals)))
                if actual is not None:
                    actuals.append([actual, value])
        elif self.form == "years":
            cells = [cell(name), cell(self.year(self.baseline)), before, cell(self.year(self.target)), after]
        elif self.form == "dated":
            dated = f"（{self.year(self.baseline)}）" if first is not None else ""
            cells = [cell(name), cell(self.figure(first, unit, decimals) + dated), cell(self.figure(last, unit, decimals) + f"（{self.year(self.target)}）")]
        elif self.form == "interim":
            middle = round((round(start, decimals) + goal) / 2, decimals)
            targets.insert(0, [middle, self.baseline + 2])
            cells.insert(2, cell(self.figure(middle, unit, decimals)))
        self.truth.append({"name": name, "baseline": first if first is None else [first, self.baseline], "targets": targets, "actuals": actuals})
        return cells

    def table(self, count):
        rows = [self.row(place + 1, self.names.pop()) for place in range(count)]
        if self.form == "group":
            rows[0].insert(0, element("td", self.dice.choice(words.MEASURES), rowspan=count))
        if self.form == "groups":
            cut = self.dice.randint(1, count - 1)
            for start, length in ((0, cut), (cut, count - cut)):
                rows[start].insert(0, element("td", self.dice.choice(words.MEASURES), rowspan=length))
        return table(self.header() + rows)


class Plan:
    """A plan as a page, with its nodes, actions and indicators."""

    def __init__(self, seed, forms):
        self.dice = dice = random.Random(seed)
        self.tables = IndicatorTables(dice, forms)
        self.goal_style = dice.choice(GOAL_STYLES)
        self.measure_style = dice.choice(MEASURE_STYLES)
        self.part_style = dice.choice(PART_STYLES) if dice.random() < .4 else None
        self.head, self.bullet = dice.choice(HEADS), dice.choice(BULLETS)
        self.lists = dice.choice(["list", "list", "sentences", "table", "departments"])
        self.situation = dice.choice(SITUATIONS)
        self.goals, self.measures, self.parts = (dice.sample(kind, len(kind)) for kind in (words.GOALS, words.MEASURES, words.PARTS))
        self.actions = dice.sample(words.ACTIONS, len(words.ACTIONS))
        self.page, self.nodes, self.done = [], [], []
        self.write()

    def add(self, tag, text):
        self.page.append(element(tag, text))

    def introduce(self, title):
        self.add("p", self.dice.choice(words.INTRODUCTIONS).format(title))

    def write(self):
        outline = [(g, self.goals.pop(), [(m, self.measures.pop()) for m in range(1, self.dice.randint(2, 3) + 1)])
                   for g in range(1, self.dice.randint(2, 3) + 1)]
        self.add("h1", "第2期北浜市まち・ひと・しごと創生総合戦略")
        self.add("p", f"計画期間　{year(self.tables.baseline + 1, 'full')}～{year(self.tables.target, 'full')}")
        if self.dice.random() < .4:
            self.overview(outline)
        for g, goal, measures in outline:
            self.add("h2", self.goal_style(g) + goal)
            self.nodes.append([goal, str(g), None])
            self.introduce(goal)
            if self.dice.random() < .8:
                self.add("p", "■数値目標")
                self.page.append(self.tables.table(self.dice.randint(2, 4)))
            for m, measure in measures:
                self.measure(g, goal, m, measure)

    def overview(self, outline):
        rows = [[element("th", "基本目標"), element("th", "施策")]]
        for g, goal, measures in outline:
            for m, measure in measures:
                first = [element("td", self.goal_style(g) + goal, rowspan=len(measures))] if m == 1 else []
                rows.append(first + [cell(self.measure_style[0](g, m) + measure)])
        self.add("p", "＜施策の体系＞")
        self.page.append(table(rows))

    def measure(self, g, goal, m, measure):
        write, has_path = self.measure_style
        self.add("h3", write(g, m) + measure)
        self.nodes.append([measure, f"{g}-{m}" if has_path else str(m), goal])
        for word in self.situation or []:
            self.add("p", word)
            self.introduce(measure)
        if not self.part_style:
            return self.list_actions(measure)
        for p in range(1, self.dice.randint(2, 3) + 1):
            part, (write_part, count) = self.parts.pop(), self.part_style
            self.add("h4", write_part(g, m, p) + part)
            self.nodes.append([part, {"own": str(p), "path": f"{g}-{m}-{p}", "none": None}[count], measure])
            self.list_actions(part)

    def list_actions(self, owner):
        self.add("p", self.head)
        names = [self.actions[(len(self.done) + place) % len(self.actions)] for place in range(self.dice.randint(2, 4))]
        if self.lists == "sentences":
            names = [name + self.dice.choice(["を進めます。", "に取り組みます。", "を図ります。"]) for name in names]
        self.done += [[name, owner] for name in names]
        if self.lists in ("table", "departments"):
            header = [element("th", self.dice.choice(["事業名", "主な事業", "取組"])), element("th", self.dice.choice(["事業内容", "内容"]))]
            rows = [[cell(name), cell(self.dice.choice(words.TEXTS))] for name in names]
            if self.lists == "departments":
                header.append(element("th", "担当課"))
                for row in rows:
                    row.append(cell(self.dice.choice(words.DEPARTMENTS)))
            self.page.append(table([header] + rows))
        elif self.bullet:
            for name in names:
                self.add("p", self.bullet + name)
        else:
            self.add("ul", "".join(element("li", name) for name in names))

    @property
    def html(self):
        style = (f"body{{font-family:'Noto Sans CJK JP';font-size:{self.dice.choice([9.5, 10.5, 11])}pt}}p{{margin:.3em 0}}h4{{margin:.4em 0}}"
                 f"table{{border-collapse:collapse;width:{self.dice.choice(['100%', '100%', '75%'])}}}"
                 f"td,th{{border:1px solid #000;padding:{self.dice.choice([2, 4, 6])}px}}td+td{{text-align:{self.dice.choice(['left', 'center', 'right'])}}}")
        return f"<html><head><meta charset=utf-8><style>{style}</style></head><body>{''.join(self.page)}</body></html>"

    @property
    def truth(self):
        return {"form": self.tables.form, "indicators": self.tables.truth, "nodes": self.nodes, "actions": self.done}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("directory")
    parser.add_argument("--plans", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wide", action="store_true", help="the forms of progress reports and of larger plans")
    parser.add_argument("--chromium", default="chromium")
    options = parser.parse_args()
    os.makedirs(options.directory, exist_ok=True)
    for seed in range(options.seed, options.seed + options.plans):
        plan, path = Plan(seed, WIDE_FORMS if options.wide else FORMS), os.path.join(options.directory, f"{seed:03d}")
        with open(path + ".html", "w", encoding="utf-8") as file:
            file.write(plan.html)
        with open(path + ".json", "w", encoding="utf-8") as file:
            json.dump(plan.truth, file, ensure_ascii=False)
        subprocess.run([options.chromium, "--headless", "--no-sandbox", "--no-pdf-header-footer", f"--print-to-pdf={path}.pdf", path + ".html"],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for name, ways in (("layout", ["-layout"]), ("raw", ["-raw"]), ("plain", [])):
            subprocess.run(["pdftotext", *ways, path + ".pdf", f"{path}.{name}.txt"], check=True)


if __name__ == "__main__":
    main()
