#!/usr/bin/env python3
"""Print pages that are set in unusual ways: downward, two to a sheet, with text struck out, with labels in round boxes,
with tables of rules across alone, with blocks side by side.

usage: make.py [--output DIR] [--chromium PATH] [NAME ...]

Writes NAME.pdf for each page, printed by headless Chromium with Japanese fonts (fonts-noto-cjk, fonts-ipafont). What keikaku makes of
each stands beside it as NAME.txt; `RECORD_SNAPSHOTS=1 swift test --filter PageFixtureTests` writes these anew.
"""
import argparse
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "Pdf"))
import make as printing  # noqa: E402

PROSE = "町では人口の減少と高齢化が進み、地域を支える人が不足しています。町民と行政が力を合わせ、仕事づくりと暮らしの支えを進め、移り住む人の住まいを共に探します。"
MINCHO, NOTO = "IPAMincho", "'Noto Sans CJK JP'"

DOWNWARD = """
@page {{ size: A5; margin: 16mm;
  @bottom-center {{ content: "- " counter(page) " -"; font: 8pt {font}; writing-mode: horizontal-tb; }}
  @top-left {{ content: "総合戦略"; font: 7pt {font}; writing-mode: horizontal-tb; }} }}
html {{ writing-mode: vertical-rl; }} body {{ font: 9pt/1.8 {font}; margin: 0; {columns} }}
h1 {{ font-size: 1.7em; }} h2 {{ font-size: 1.35em; }} h3 {{ font-size: 1.12em; }} p {{ margin: 0; text-indent: 1em; }}
.t {{ text-combine-upright: all; }}
"""


def downward(font, columns=""):
    body = "<h1>南町総合戦略</h1><p>令和六年三月</p>"
    for number, title in [("一", "計画の策定にあたって"), ("二", "基本目標")]:
        body += f'<h2>第{number}章　{title}</h2>'
        for part, heading in [("一", "計画の趣旨"), ("二", "相談の充実")]:
            body += (f'<h3>{part}　{heading}</h3><p>{PROSE}</p><p>期間は２０２４年度から<span class="t">28</span>年度までの五年間です'
                     '（※<span class="t">1</span>）。「ＫＰＩ」を定め、WebサイトとSNSで知らせます。</p>')
    return DOWNWARD.format(font=font, columns=columns), body


TWO = """
@page { size: A4 landscape; margin: 0; } body { font: 9.5pt/1.6 IPAMincho; margin: 0; }
.sheet { width: 297mm; height: 209mm; position: relative; break-after: page; overflow: hidden; }
.page { position: absolute; top: 10mm; width: 124mm; height: 194mm; } .left { left: 12mm; } .right { left: 161mm; }
.foot { position: absolute; bottom: 4mm; width: 124mm; text-align: center; font-size: 8pt; }
h2 { font-size: 1.35em; margin: .5em 0; } h3 { font-size: 1.1em; margin: .5em 0; } p { margin: .3em 0; }
table { border-collapse: collapse; margin: .5em 0; } td { border: .5pt solid #000; padding: 1pt 5pt; }
"""


def two_pages():
    def page(number):
        rows = [["指標", "基準値（R5）", "目標値（R10）"], [f"相談件数（第{number}分野）", f"{10 + number}件", f"{20 + number}件"],
                [f"講座の参加者数（第{number}分野）", f"{110 + number}人", f"{220 + number}人"]]
        table = printing.table_html(rows)[0] if number % 2 == 0 else ""
        side = "right" if number % 2 == 0 else "left"
        return (f'<div class="page {side}"><h2>基本目標{number}　暮らしを支える{"一二三四"[number - 1]}</h2><p>{PROSE}</p>'
                f'<h3>（１）相談の充実</h3><p>{PROSE}</p>{table}<p>{PROSE}</p><div class="foot">- {number} -</div></div>')
    return TWO, "".join(f'<div class="sheet">{page(first)}{page(first + 1)}</div>' for first in (1, 3))


PLAIN = """
@page { size: A4; margin: 18mm 20mm; } body { font: 10.5pt/1.7 IPAMincho; margin: 0; }
h2 { font-size: 1.35em; } h3 { font-size: 1.12em; } p { margin: .3em 0; }
table { border-collapse: collapse; margin: .6em 0; } td { border: .75pt solid #000; padding: 2pt 5pt; }
.label { display: inline-block; border: 1pt solid #369; border-radius: 6pt; padding: 1pt 8pt; margin-right: 10pt; }
.filled { display: inline-block; background: #ccdded; border-radius: 6pt; padding: 1pt 8pt; margin-right: 10pt; }
.row { display: flex; margin: .6em 0; } .card { border: 1pt solid #369; border-radius: 8pt; padding: 6pt; width: 42mm; margin-right: 8mm; }
"""


def struck():
    return PLAIN, """<h2>基本目標１　産業の振興</h2>
<p>新規就農者を<s>３年間で</s>５年間で増やし、<u>相談の窓口</u>を一つにまとめます。</p>
<table><tr><td>指標</td><td>基準値（R5）</td><td>目標値（R10）</td><td>担当課</td></tr>
<tr><td>新規就農者数</td><td>3人</td><td><s>8人</s> 10人</td><td><s>産業課</s><br>農林課</td></tr>
<tr><td><s>直売所の数</s></td><td><s>4か所</s></td><td><s>6か所</s></td><td><s>産業課</s></td></tr>
<tr><td>直売所の<s>年間</s>販売額</td><td>2,400万円</td><td><u>3,000万円</u></td><td>農林課</td></tr></table>
<table><tr><td>改定前</td><td>改定後</td></tr>
<tr><td><s>移住相談の件数を年間500件とします。</s></td><td>移住相談の件数を年間<u>600</u>件とします。</td></tr></table>"""


def round_boxes():
    return PLAIN, """<h2><span class="filled">基本目標１</span>産業の振興</h2>
<p>農業を始める人を増やし、直売所を充実します。</p>
<h3><span class="label">施策１－１</span>担い手の育成</h3>
<p>研修と農地の紹介を行い、新しく農業を始める人を増やします。</p>
<div class="row"><div class="card">１　仕事をつくる</div><div class="card">２　人を呼ぶ</div><div class="card">３　町を守る</div></div>
<p><span class="filled">数値目標</span></p>
<table><tr><td>指標</td><td>基準値（R5）</td><td>目標値（R10）</td></tr><tr><td>新規就農者数</td><td>3人</td><td>8人</td></tr></table>
<h3><span class="label">施策１－２</span>直売所の充実</h3><p>相談の窓口を一つにまとめ、移り住む人の住まいと仕事を共に探します。</p>"""


ACROSS = """
@page { size: A4; margin: 16mm 18mm; } body { font: 10pt/1.6 IPAMincho; margin: 0; }
h2 { font-size: 1.3em; margin: .6em 0 .3em; border-bottom: 1pt solid #060; } h3 { font-size: 1em; margin: .5em 0 .2em; } p { margin: .2em 0; }
table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.35; margin: .2em 0 .5em; } td { padding: 2pt 5pt; }
td:nth-child(n+2) { text-align: right; } ul { list-style: none; margin: .2em 0; padding-left: 1em; }
.ends { border-top: 1.2pt solid #000; border-bottom: 1.2pt solid #000; } .ends tr:first-child td, .head tr:first-child td { border-bottom: .8pt solid #000; }
.rows tr td { border-bottom: .5pt solid #777; } .rows { border-top: 1.2pt solid #000; }
.dark tr:first-child td { background: #369; color: #fff; } .dark tr + tr td { border-bottom: .5pt solid #bbb; }
.stripes tr:nth-child(even) td { background: #dde6f0; }
.two { display: grid; grid-template-columns: 40% 56%; gap: 4%; } .two table { font-size: 8pt; }
"""


def indicators(style, *rows):
    """A table of indicators in one of the designs."""
    rows = [("指標", "基準値（R5）", "目標値（R10）"), *rows]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<table class="{style}">{cells}</table>'


def items(*texts):
    return "<ul>" + "".join(f"<li>・{text}</li>" for text in texts) + "</ul>"


def rules_across():
    long = "地域の見守り活動に参加したことがあり、これからも続けたいと答えた町民の割合（町民アンケート）"
    return ACROSS, "".join([
        "<h2>施策１　見守りの充実</h2><p>一人で暮らす高齢者が増えています。</p><h3>【指標】</h3>",
        indicators("ends", ("見守り協力員の数", "41人", "60人"), (long, "18.5％", "30.0％"), ("見守り拠点の数", "3か所", "7か所")),
        "<h3>【主な取組】</h3>", items("協力員の研修", "拠点の整備"),
        "<h2>施策２　移動の足</h2><h3>【指標】</h3>",
        indicators("ends", ("デマンド交通の登録者数", "220人", "400人"), ("路線の数", "4路線", "維持")),
        "<p>数は年度末のものです。</p><h2>施策３　農の担い手</h2>",
        indicators("rows", ("新規就農者数", "2人", "6人"), (long.replace("見守り", "農業体験"), "9.2％", "15.0％")),
        indicators("rows", ("直売所の販売額", "4,200万円", "5,000万円")),
        "<h3>【主な取組】</h3>", items("研修農場の開設"),
        "<h2>施策４　商いの応援</h2><h3>数値目標</h3>",
        indicators("head", ("創業者数（累計）", "5人", "20人"), ("空き店舗の数", "14店", "8店")),
        "<h3>主な施策</h3>", items("創業塾の開催", "家賃の補助"), "<h3>重要業績評価指標</h3>",
        indicators("head", ("創業塾の受講者数", "12人", "25人")), "<p>実績は毎年度公表します。</p>",
        "<h2>施策５　学びの場</h2>",
        indicators("dark", ("講座の数", "18講座", "24講座"), (long.replace("見守り活動", "学びの場"), "22.0％", "35.0％"), ("図書の貸出数", "1.9万冊", "2.4万冊")),
        "<h3>【主な取組】</h3>", items("移動図書館の運行"), "<h2>施策６　水と緑</h2>",
        indicators("stripes", ("下水道の普及率", "61％", "70％"), ("植樹した本数", "300本", "900本"), ("清掃への参加者数", "510人", "700人"), ("公園の数", "11か所", "12か所")),
        "<h3>【主な取組】</h3>", items("里山の手入れ")])


def side_by_side():
    left = "<h3>■主な取組</h3>" + items("研修農場の開設", "空き農地の紹介", "農業機械の共同利用", "先輩農家との交流")
    right = "<h3>■ＫＰＩ</h3>" + indicators("dark", ("新規就農者数", "2人", "6人"), ("農地の紹介により営農を始めた件数（累計）", "3件", "15件"))
    other = "<h3>■ＫＰＩ</h3>" + indicators("rows", ("創業者数", "5人", "20人"), ("空き店舗の数", "14店", "8店"))
    list_ = "<h3>■主な取組</h3>" + items("創業塾の開催", "家賃の補助")
    return ACROSS, (
        f'<h2>施策１　農の担い手</h2><p>農業を始める人を支えます。</p><div class="two"><div>{left}</div><div>{right}</div></div>'
        f'<h2>施策２　商いの応援</h2><div class="two" style="grid-template-columns: 56% 40%"><div>{other}</div><div>{list_}</div></div>'
        "<p>実績は毎年度公表します。</p>")


HEADS = """
@page { size: A4; margin: 16mm 18mm; } body { font: 10pt/1.5 IPAMincho; margin: 0; }
h3 { font-size: 1em; margin: .5em 0 .2em; } table { border-collapse: collapse; width: 100%; margin: .2em 0 .6em; }
td, th { padding: 2pt 5pt; font-weight: normal; } .open td, .open th { border-top: .7pt solid #333; border-bottom: .7pt solid #333; }
.middle td + td { text-align: center; } .ends { border-top: 1pt solid; border-bottom: 1pt solid; } .ends thead { border-bottom: .5pt solid; }
.groups { border-top: 1pt solid; border-bottom: 1pt solid; } .groups thead, .groups .g td { border-bottom: .5pt solid; } .groups .g td { border-bottom: 0; border-top: .5pt solid; }
.side th { background: #356; color: #fff; } .side { border-collapse: separate; border-spacing: 2pt; } .side .s { background: #cde; }
"""
WIDE_NAME = "読み聞かせなどの活動に登録している町民のうち、この一年に活動した者の割合"


def merged_heads():
    """Tables without upright rules: heads over several columns, heads set otherwise than their figures, rows of a group."""
    def two_tiers(style, upper, lower, *rows):
        head = "".join(f"<th{' rowspan=2' if span == 0 else f' colspan={span}'}>{text}" for text, span in upper)
        body = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
        return f'<table class="{style}"><tr>{head}<tr>{"".join(f"<th>{text}" for text in lower)}{body}</table>'

    return HEADS, "".join([
        "<h3>一つの基準値の右に二つの目標値</h3>",
        two_tiers("open middle", [("指標", 0), ("単位", 0), ("基準値", 1), ("目標値", 2)], ["令和5年度", "令和7年度", "令和10年度"],
                  ("講座の受講者数", "人", "820", "860", "1,000"), ("見守り協力員の数", "人", "34", "40", "50")),
        "<h3>年ごとの計画と実績</h3>",
        two_tiers("open", [("指標", 0), ("R3", 2), ("R4", 2), ("目標値<br>R8", 0)], ["計画", "実績", "計画", "実績"],
                  ("講座の受講者数", "700", "712", "760", "748", "1,000"), ("見守り協力員の数", "25", "24", "30", "31", "50")),
        "<h3>名の下に年</h3>",
        two_tiers("open middle", [("指標", 0), ("実績値", 1), ("目標値", 1)], ["（R5）", "（R10）"],
                  ("講座の受講者数", "820人", "1,000人"), ("見守り協力員の数", "34人", "50人")),
        "<h3>名は中央、値は左</h3>",
        two_tiers("ends", [("指標", 0), ("現状値（R5）", 0), ("目標値（R10）", 0)], [], ("防犯灯のLED化率", "60.0％", "100％"), ("消防水利の数", "212か所", "220か所")),
        "<h3>線のない群</h3>",
        '<table class=side><tr><th style="width:9%">分野<th style="width:40%">指標<th>基準値（R5）<th>目標値<th>目標年度'
        f'<tr><td rowspan=3 class=s>学習<td>講座を受講した町民の延べ人数のうち六十五歳未満の者<td>820人<td>1,000人<td>R10'
        f'<tr><td>{WIDE_NAME}<td>34％<td>50％<td>R10<tr><td>図書館の利用者数<td>41人<td>50人<td>R9</table>',
        '<table class=groups><thead><tr><th style="width:4%">柱<th style="width:44%">指標<th>基準値（R3）<th>目標値（R12）</thead>'
        f'<tr class=g><td rowspan=2 style="width:1em">支え合い<td>転出超過の数<td>318人<td>150人<tr><td>{WIDE_NAME}<td>44.6％<td>65.0％'
        '<tr class=g><td rowspan=2>足<td>路線バスの乗客数<td>5.8人<td>6.5人<tr><td>収納率<td>94.9％<td>96.0％</table>'])


FILLED = """
@page { size: A4; margin: 16mm 18mm; } body { font: 10pt/1.5 IPAMincho; margin: 0; }
h3 { font-size: 1em; margin: .5em 0 .2em; } table { border-collapse: collapse; width: 100%; margin: .2em 0 .6em; }
td, th { padding: 2pt 5pt; font-weight: normal; } th { background: #258; color: #fff; }
.body td { border: .7pt solid #258; } .white th { border: 1pt solid #fff; } .frame { border: 1pt solid #258; }
.inner td { border-top: .5pt solid #258; } .inner td + td { border-left: .5pt solid #258; } .frame table { margin: 0; }
"""


def filled_heads():
    """Headers of coloured cells without lines, above bodies of drawn cells."""
    rows = "<tr><td>講座の受講者数<td>820人<td>1,000人<tr><td>見守り協力員の数<td>34人<td>50人"
    head = "<tr><th>指標<th>現状値（R5）<th>目標値（R10）"
    return FILLED, "".join([
        f"<h3>色だけの見出し</h3><table class=body>{head}{rows}</table>",
        '<h3>二段の見出し</h3><table class="body white"><tr><th rowspan=2>指標<th>基準値<th colspan=2>目標値'
        "<tr><th>令和5年度<th>令和7年度<th>令和10年度<tr><td>講座の受講者数<td>820<td>860<td>1,000"
        "<tr><td>見守り協力員の数<td>34<td>40<td>50</table>",
        f"<h3>枠の中</h3><div class=frame><table class=inner>{head}{rows}</table></div>",
        f"<h3>題の下の表</h3><table class=body><tr><th colspan=3>目標指標の一覧</table><table class=body><tr><td>指標<td>現状値（R5）<td>目標値（R10）{rows}</table>"])


PAGES = {
    "downward-mincho": lambda: downward(MINCHO),
    "downward-gothic": lambda: downward(NOTO),
    "downward-tiers": lambda: downward(MINCHO, "columns: 2; column-gap: 10mm;"),
    "two-on-a-sheet": two_pages,
    "struck-out": struck,
    "round-boxes": round_boxes,
    "rules-across": rules_across,
    "side-by-side": side_by_side,
    "merged-heads": merged_heads,
    "filled-heads": filled_heads,
}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--output", default=HERE)
    arguments.add_argument("--chromium", default="chromium")
    arguments.add_argument("names", nargs="*", default=list(PAGES))
    options = arguments.parse_args()
    for name in options.names:
        css, body = PAGES[name]()
        page = f'<!doctype html><html lang="ja"><meta charset="utf-8"><title>{name}</title><style>{css}</style><body>{body}</body></html>'
        printing.print_pdf(page, os.path.join(options.output, name + ".pdf"), options.chromium)


if __name__ == "__main__":
    main()
