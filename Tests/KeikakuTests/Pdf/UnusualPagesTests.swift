import Testing

@testable import Keikaku

/// Pages set downward, sheets of two pages, struck-out text and round boxes, on words and rules made by hand.
struct UnusualPagesTests {
  private func word(_ text: String, _ x: Double, _ y: Double, em: Double = 10) -> PdfWord {
    let width = text.unicodeScalars.reduce(0) { $0 + ($1.isWide ? em : em / 2) }
    return PdfWord(text: text, box: PageBox(x0: x, y0: y, x1: x + width, y1: y + em))
  }

  /// Columns from right to left, letter by letter; the boxes may be higher than the letters, around their middle.
  private func columns(_ texts: [String], boxHeight: Double = 10) -> [PdfWord] {
    texts.enumerated().flatMap { column, text in
      text.enumerated().map { place, letter in
        let (x, middle) = (500 - 20 * Double(column), 105 + 10 * Double(place))
        return PdfWord(
          text: String(letter),
          box: PageBox(x0: x, y0: middle - boxHeight / 2, x1: x + 10, y1: middle + boxHeight / 2))
      }
    }
  }

  private func page(_ words: [PdfWord], width: Double = 595, height: Double = 842, number: Int = 1) -> PrintedPage {
    PrintedPage(number: number, boxes: BoxParser.Page(width: width, height: height, words: words))
  }

  @Test(arguments: [10.0, 26.0])
  func columnsAreLinesOfAPageSetDownward(_ boxHeight: Double) {
    let texts = ["町の暮らしを支える人を", "増やすため相談の窓口を", "一つにまとめます︒"]
    let page = page(columns(texts, boxHeight: boxHeight))
    #expect(page.frame.isDownward)
    #expect(
      page.lines.map { $0.words.map(\.text).joined() } == [texts[0], texts[1], "一つにまとめます。"])
    let shown = page.frame.shown(page.lines[2].words[0].box)
    #expect(shown.x0 == 460 && abs(shown.y0 - 100) < 0.01)
  }

  @Test func letterSpacedLinesAreNotSetDownward() {
    let words = (0..<4).flatMap { line in
      "町の暮らしを支える".enumerated().map { word(String($1), 50 + 11 * Double($0), 100 + 20 * Double(line)) }
    }
    #expect(!page(words).frame.isDownward)
  }

  /// Letters of a page that is turned are as wide as the type is high: wider here than their own height.
  @Test func lettersOfATurnedPageAreNotSetDownward() {
    let words = columns(["町の暮らしを支える人を", "増やすため相談の窓口を"]).map { letter in
      var box = letter.box
      box.x0 -= 8
      box.x1 += 8
      return PdfWord(text: letter.text, box: box)
    }
    #expect(DownwardPage.words(of: words, height: 842) == nil)
  }

  private func half(_ left: Double, foot: String) -> [PdfWord] {
    (0..<4).map { word("町の暮らしを支える取組を進めます。", left, 100 + 20 * Double($0)) } + [word(foot, left + 150, 570)]
  }

  @Test func sheetOfTwoIsTwoPages() {
    let sheets = (1...2).map { number in
      page(
        half(40, foot: "\(2 * number - 1)") + half(460, foot: "\(2 * number)"), width: 842, height: 595, number: number)
    }
    let parted = SheetOfTwo.parted(sheets)
    #expect(parted.map(\.number) == [1, 1, 2, 2])
    #expect(Furniture(of: parted).printedPages == [1, 2, 3, 4])
    #expect(parted[1].frame.shown(parted[1].lines[0].box).x0 == 460)
  }

  @Test(arguments: [("1", "7"), ("1", "町"), ("令和5年度", "令和6年度")])
  func widePageWithoutTwoNumbersIsOne(_ left: String, _ right: String) {
    let sheet = page(half(40, foot: left) + half(460, foot: right), width: 842, height: 595)
    #expect(SheetOfTwo.parted([sheet]).count == 1)
  }

  private func left(_ words: [PdfWord], _ rules: [PdfRule]) -> [String] {
    var drawing = PageDrawing()
    drawing.horizontals = rules
    return StruckText(words: words, drawing: drawing, em: 10).words.map(\.text)
  }

  @Test func ruleThroughTextStrikesItOut() {
    #expect(left([word("8人", 50, 100), word("10人", 70, 100)], [PdfRule(position: 106, from: 50, to: 65)]) == ["10人"])
    // A part of a word; what stands on both sides belongs together.
    #expect(
      left([word("直売所の年間販売額", 50, 100)], [PdfRule(position: 105, from: 90, to: 110)]) == ["直売所の", "販売額", ""])
  }

  @Test(arguments: [
    // An underline, an arrow that goes on, the bar of a letter's outline, the border of a row.
    PdfRule(position: 110, from: 50, to: 90), PdfRule(position: 105, from: 50, to: 200),
    PdfRule(position: 105, from: 61, to: 69), PdfRule(position: 105, from: 20, to: 95),
  ])
  func otherRulesStrikeNothingOut(_ rule: PdfRule) {
    #expect(left([word("相談件数", 50, 100)], [rule]) == ["相談件数"])
  }

  @Test func boxesWithRoundCornersAreRead() {
    let svg = """
      <svg>
      <path style="fill:none;stroke:rgb(0%,0%,0%);" d="M 20 10 L 90 10 C 96 10 100 14 100 20 L 100 30 C 100 36 96 40 90 40 L 20 40 C 14 40 10 36 10 30 L 10 20 C 10 14 14 10 20 10 Z"/>
      <path style="fill:rgb(0%,0%,0%);" d="M 60 10 C 88 10 110 32 110 60 C 110 88 88 110 60 110 C 32 110 10 88 10 60 C 10 32 32 10 60 10 Z"/>
      </svg>
      """
    let drawing = DrawingParser.drawings(of: Array(svg.utf8))[0]
    #expect(drawing.roundBoxes == [PageBox(x0: 10, y0: 10, x1: 100, y1: 40)])
    #expect(drawing.horizontals.isEmpty && drawing.verticals.isEmpty && drawing.fills.isEmpty)
  }
}
