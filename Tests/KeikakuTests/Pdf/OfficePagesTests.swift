import Testing

@testable import Keikaku

/// What word processors, spreadsheets and slides do to pages, on words and rules made by hand.
struct OfficePagesTests {
  private func word(_ text: String, _ x: Double, _ y: Double, em: Double = 10) -> PdfWord {
    let width = text.unicodeScalars.reduce(0) { $0 + ($1.isWide ? em : em / 2) }
    return PdfWord(text: text, box: PageBox(x0: x, y0: y, x1: x + width, y1: y + em))
  }

  private func text(_ words: [PdfWord], _ drawing: PageDrawing = PageDrawing(), width: Double = 600) -> String {
    var boxes = BoxParser.Page(width: width, height: 800)
    boxes.words = words
    let layout = PageLayout(
      PrintedPage(number: 1, boxes: boxes), furniture: [], drawing: drawing, judge: TableJudge(lexicon: .standard))
    var text = LinearText(em: 10)
    text.add(layout, printedPage: nil, goesOn: false, continuation: nil)
    return String(decoding: text.text.bytes, as: UTF8.self).split(separator: "\n").joined(separator: "\n")
  }

  @Test(arguments: [
    ("35", "2", "35^{2}"), ("5人", "*1", "5人^{*1}"), ("3", "1)", "3^{1)}"), ("利用者数", "2", "利用者数^{2}"),
    // A unit's power, and a word as high as the one before it.
    ("12km", "2", "12km2"), ("面積", "km2", "面積km2"),
  ])
  func raisedNumbersArePartedFromFigures(_ figure: String, _ mark: String, _ expected: String) {
    let first = word(figure, 50, 100)
    let small = word(mark, first.box.x1, 99, em: 5.8)
    #expect(text([first, small]) == expected)
  }

  @Test func outlinesOfBoldLettersAreNoRules() {
    var drawing = PageDrawing()
    drawing.horizontals = [PdfRule(position: 103, from: 51, to: 59), PdfRule(position: 120, from: 40, to: 300)]
    drawing.verticals = [PdfRule(position: 59, from: 101, to: 109), PdfRule(position: 300, from: 80, to: 120)]
    let rest = drawing.withoutOutlines(of: [word("目標値", 50, 100)], em: 10)
    #expect(rest.horizontals.map(\.position) == [120] && rest.verticals.map(\.position) == [300])
  }

  @Test func largeHeadingsAreNoStamps() {
    let body = (0..<6).map { word("村の暮らしを支える取組を進めます。", 50, 200 + 20 * Double($0)) }
    let heading = PdfWord(text: "産業", box: PageBox(x0: 50, y0: 100, x1: 110, y1: 139))
    let stamp = PdfWord(text: "複写厳禁", box: PageBox(x0: 100, y0: 300, x1: 400, y1: 600))
    let seen = text(body + [heading, stamp])
    #expect(seen.contains("産業") && !seen.contains("複写"))
  }

  @Test func partsSideBySideAreReadOneAfterTheOther() {
    let words = [
      word("施策１", 50, 100), word("空き家の活用", 90, 100), word("施策２", 320, 100), word("関係人口の拡大", 360, 100),
      word("・空き家バンクの運営", 50, 120), word("・交流会の開催", 320, 120),
      word("・改修への補助", 50, 140), word("・村民制度の創設", 320, 140),
    ]
    #expect(
      text(words)
        == "施策１ 空き家の活用\n・空き家バンクの運営\n・改修への補助\n施策２ 関係人口の拡大\n・交流会の開催\n・村民制度の創設")
  }

  /// Years and quantities beside each other head a table, and no number is too long to be looked at.
  @Test(arguments: [("令和5年度実績", "令和6年度実績"), ("施策99999999999999999999", "施策99999999999999999999")])
  func yearsSideBySideAreNoHeadings(_ left: String, _ right: String) {
    let words = [
      word(left, 50, 100), word(right, 320, 100), word("120人", 50, 120), word("130人", 320, 120),
      word("140人", 50, 140), word("150人", 320, 140),
    ]
    #expect(!text(words).contains("140人\n令和"))
  }

  @Test func headsComeToTheCellsBelowThem() {
    var table = PageTable(
      form: .bands, box: PageBox(x0: 0, y0: 0, x1: 300, y1: 60), borders: [0, 50, 100, 200, 300], rows: [])
    func cell(_ text: String) -> PageTable.Cell {
      text.isEmpty ? PageTable.Cell() : PageTable.Cell(lines: [PrintedLine([word(text, 0, 0)])])
    }
    table.rows = [["", "KPI", "現状値", "目標値"], ["起業件数", "", "1件", "3件"]].map { $0.map(cell) }
    #expect(table.joiningHeads().rows.map { $0.map(\.text) } == [["KPI", "現状値", "目標値"], ["起業件数", "1件", "3件"]])
    // Numbers and names below one head have cells of their own.
    table.rows = [["", "KPI", "現状値", "目標値"], ["1", "起業件数", "1件", "3件"]].map { $0.map(cell) }
    #expect(table.joiningHeads().columnCount == 4)
  }

  @Test func titleBetweenTwoHeadersPartsTables() {
    func cell(_ text: String) -> PageTable.Cell {
      text.isEmpty ? PageTable.Cell() : PageTable.Cell(lines: [PrintedLine([word(text, 0, 0)])])
    }
    var table = PageTable(
      form: .bands, box: PageBox(x0: 0, y0: 0, x1: 300, y1: 60), borders: [0, 100, 200, 300], rows: [])
    table.rows = [
      ["指標", "現状値", "目標値"], ["素材の生産量", "12t", "15t"], ["施策２ 観光", "", ""], ["指標", "現状値", "目標値"],
      ["宿泊者数", "98人", "110人"],
    ].map { $0.map(cell) }
    let (parts, heads) = TableJudge(lexicon: .standard).partedAtHeads(table)
    #expect(parts.map(\.rows.count) == [2, 2] && heads.map { $0.words[0].text } == ["施策２ 観光"])
    table.form = .ruled
    #expect(TableJudge(lexicon: .standard).partedAtHeads(table).parts.count == 1)
  }

  @Test func readingsAboveWordsAreNoText() {
    let body = (0..<4).map { word("山の暮らしを支える人を増やします。", 50, 200 + 20 * Double($0)) }
    let name = [word("杣人", 50, 100), word("の数", 70, 100), word("そまびと", 50, 94, em: 5)]
    #expect(text(body + name).hasPrefix("杣人の数\n"))
    // Small kana with nothing below them are text.
    #expect(text(body + [word("ちいさな注", 300, 60, em: 5)]).contains("ちいさな注"))
  }

  @Test func lastLineOfASpreadItemBelongsToIt() {
    let item = [word("・", 50, 100), word("研修制度と住まいの支援を合わせて行い、長く村に住んで働くこ", 60, 100)]
    let rest = word("とができるようにします。", 60, 116, em: 9)
    #expect(text(item + [rest], width: 380).contains("働くことができる"))
  }

  @Test func lettersSpreadOverALineAreWords() {
    let letters = "基本目標１".enumerated().map { word(String($1), 50 + 20 * Double($0), 100) }
    let title = "産業の振興".enumerated().map { word(String($1), 190 + 20 * Double($0), 100) }
    #expect(text(letters + title) == "基本目標１ 産業の振興")
  }
}
