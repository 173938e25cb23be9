import Testing

@testable import Keikaku

/// Tables that blank space alone makes: their heads, their rows, and what of them stands on the next page.
struct OpenTableTests {
  private static let judge = TableJudge(lexicon: .standard)

  private func word(_ text: String, _ x: Double, _ y: Double) -> PdfWord {
    let width = text.unicodeScalars.reduce(0.0) { $0 + ($1.isWide ? 10 : 5) }
    return PdfWord(text: text, box: PageBox(x0: x, y0: y, x1: x + width, y1: y + 10))
  }

  private func lines(_ words: [PdfWord]) -> [PrintedLine] { PrintedLine.lines(of: words, em: 10) }

  private func tables(_ words: [PdfWord], frames: [PageBox] = []) -> [PageTable] {
    GutterTables(lines: lines(words), frames: frames, judge: Self.judge, em: 10).tables
  }

  private func layout(_ words: [PdfWord], page: Int = 1) -> PageLayout {
    var boxes = BoxParser.Page(width: 595, height: 842)
    boxes.words = words
    return PageLayout(PrintedPage(number: page, boxes: boxes), furniture: [], drawing: nil, judge: Self.judge)
  }

  private func texts(_ table: PageTable?) -> [[String]] { table?.rows.map { $0.map(\.text) } ?? [] }

  /// The tables of the pages as the text has them.
  private func joined(_ pages: [[PdfWord]]) -> [[[String]]] {
    var layouts = pages.enumerated().map { layout($1, page: $0 + 1) }
    let continuations = PrintedContinuation(judge: Self.judge).join(&layouts)
    var text = LinearText(em: 10)
    var repeated: Int?
    for (layout, following) in zip(layouts, continuations) {
      text.add(layout, printedPage: nil, goesOn: following != nil, continuation: repeated)
      repeated = following
    }
    return text.hints.tables.map { $0.table.rows.map { $0.map(\.text) } }
  }

  // MARK: Heads

  @Test func headPieceOverSeveralColumnsCoversThem() throws {
    let table = try #require(
      tables([
        word("値", 230, 0), word("指標", 50, 14), word("現状値", 200, 14), word("目標値", 280, 14), word("出生数", 50, 30),
        word("48人", 200, 30), word("60人", 280, 30), word("転入者数", 50, 46), word("120人", 200, 46),
        word("150人", 280, 46),
      ]).first)
    #expect(texts(table).suffix(3) == [["指標", "現状値", "目標値"], ["出生数", "48人", "60人"], ["転入者数", "120人", "150人"]])
  }

  @Test func headPiecesFoundOverTheirColumns() throws {
    let table = OpenTable(middles: [150, 260], em: 10).table(
      of: lines([
        word("令和元年度から令和六年度までの値", 170, 0), word("出生数", 50, 16), word("48人", 200, 16), word("60人", 280, 16),
      ]), heads: 1)
    #expect(table.rows[0].map(\.isCovered) == [false, false, true])
    #expect(table.rows[0][1].columnSpan == 2 && table.rows[0][0].isEmpty)
  }

  @Test func upperTierCoversTheColumnsItIsCentredOver() throws {
    let table = try #require(
      tables([
        word("基準値", 300, 0), word("目標値", 440, 0), word("指標", 120, 11), word("単位", 235, 11), word("令和5年度", 292, 22),
        word("令和7年度", 382, 22), word("令和10年度", 473, 22), word("出生数", 50, 44), word("人", 228, 44), word("48", 276, 44),
        word("60", 366, 44), word("1,000", 456, 44), word("転入者数", 50, 66), word("人", 228, 66), word("120", 276, 66),
        word("150", 366, 66), word("180", 456, 66),
      ]).first)
    #expect(
      texts(table) == [
        ["指標", "単位", "基準値", "目標値", ""], ["", "", "令和5年度", "令和7年度", "令和10年度"], ["出生数", "人", "48", "60", "1,000"],
        ["転入者数", "人", "120", "150", "180"],
      ])
    #expect(table.rows[0].map(\.columnSpan) == [1, 1, 1, 2, 1] && table.rows[0].map(\.rowSpan) == [2, 2, 1, 1, 1])
  }

  @Test func namesWithTheirYearsBelowAreOneTier() throws {
    let table = try #require(
      tables([
        word("現状値", 200, 0), word("目標値", 280, 0), word("名称", 50, 7), word("(R5)", 205, 14), word("(R10)", 285, 14),
        word("出生数", 50, 34), word("48人", 200, 34), word("60人", 280, 34), word("転入者数", 50, 54), word("120人", 200, 54),
        word("150人", 280, 54),
      ]).first)
    #expect(texts(table).first == ["名称", "現状値(R5)", "目標値(R10)"])
  }

  @Test func headHalfWayBetweenTwoLinesIsOneRowWithThem() throws {
    let table = OpenTable(middles: [150, 240], em: 10).table(
      of: lines([
        word("現状", 200, 0), word("目標値", 280, 0), word("名称", 50, 7), word("値", 200, 14), word("(R6)", 280, 14),
        word("出生数", 50, 34), word("48人", 200, 34), word("60人", 280, 34),
      ]), heads: 3)
    #expect(texts(table) == [["名称", "現状値", "目標値(R6)"], ["出生数", "48人", "60人"]])
  }

  @Test func headOfTwoLinesBesideOneSetHalfWayIsFound() {
    let table = tables([
      word("現状", 200, 0), word("目標値", 280, 0), word("名称", 50, 7), word("値", 200, 14), word("(R6)", 280, 14),
      word("出生数", 50, 34), word("48人", 200, 34), word("60人", 280, 34), word("転入者数", 50, 54), word("120人", 200, 54),
      word("150人", 280, 54),
    ]).first
    #expect(texts(table).first == ["名称", "現状値", "目標値(R6)"])
  }

  // MARK: Rows

  @Test(arguments: [
    ("(R6)", [["出生数", "48人(R6)", "60人"], ["転入者数", "120人", "150人"]]),
    ("（累計）", [["出生数", "48人（累計）", "60人"], ["転入者数", "120人", "150人"]]),
    ("(145)", [["出生数", "48人(145)", "60人"], ["転入者数", "120人", "150人"]]),
  ])
  func bracketBelowAFigureBelongsToItsCell(_ bracket: String, _ rows: [[String]]) throws {
    let table = try #require(
      tables([
        word("指標", 50, 0), word("現状値", 200, 0), word("目標値", 280, 0), word("出生数", 50, 22), word("48人", 200, 22),
        word("60人", 280, 22), word(bracket, 200, 35), word("転入者数", 50, 57), word("120人", 200, 57),
        word("150人", 280, 57),
      ]).first)
    #expect(Array(texts(table).dropFirst()) == rows)
  }

  @Test func valuesHalfALineOffTheirNamesMakeATable() throws {
    let words =
      [word("H27", 200, 0), word("H28", 280, 0)]
      + [0.0, 40].flatMap { y in
        [
          word("空き店舗を使", 50, 20 + y), word("相談", 200, 27 + y), word("った出店支援", 50, 34 + y),
        ]
      }
    #expect(texts(tables(words).first).dropFirst() == [["空き店舗を使った出店支援", "相談", ""], ["空き店舗を使った出店支援", "相談", ""]])
  }

  @Test func labelsBesideTextAreATable() throws {
    let full = "町では農業の担い手を増やすために学びの場を設け"
    let level = [
      word("名称", 50, 0), word("農業の担い手づくり", 120, 0), word("内容", 50, 32), word(full, 120, 20), word(full, 120, 32),
      word("支えます。", 120, 44),
    ]
    #expect(texts(tables(level).first) == [["名称", "農業の担い手づくり"], ["内容", full + full + "支えます。"]])
    let staggered = StaggeredColumns(
      lines: lines([
        word("内容", 50, 6), word(full, 120, 0), word("支えます。", 120, 12), word("方針", 50, 36), word(full, 120, 30),
        word("進めます。", 120, 42),
      ]), em: 10)
    #expect(texts(staggered.tables.first) == [["内容", full + "支えます。"], ["方針", full + "進めます。"]])
    #expect(staggered.stretches.isEmpty && staggered.columns.isEmpty)
  }

  @Test func boxesWithArrowsBetweenThemAreNoTable() {
    let words = [0.0, 20, 40].flatMap { y in
      [word("人口減少", 50, y), word("→", 120, y), word("3,000人", 160, y)]
    }
    let frames = [PageBox(x0: 45, y0: -5, x1: 100, y1: 60), PageBox(x0: 155, y0: -5, x1: 220, y1: 60)]
    #expect(tables(words).count == 1)
    #expect(tables(words, frames: frames).isEmpty)
  }

  // MARK: Over a page break

  private var header: [PdfWord] {
    [
      word("指標", 50, 700), word("現状値", 200, 700), word("目標値", 280, 700), word("担当課", 360, 700), word("出生数", 50, 716),
      word("48人", 200, 716), word("60人", 280, 716), word("住民課", 360, 716),
    ]
  }

  @Test func singleRowOnTheNextPageBelongsToTheTable() {
    let row = [word("転入者数", 50, 60), word("120人", 200, 60), word("150人", 280, 60)]
    let heading = [word("基本目標２　ひとの流れをつくる", 50, 110)]
    #expect(
      joined([header, row + heading]) == [
        [["指標", "現状値", "目標値", "担当課"], ["出生数", "48人", "60人", "住民課"], ["転入者数", "120人", "150人", ""]]
      ])
  }

  @Test func rowThatStandsInNoColumnIsNoneOfTheTable() {
    let other = [word("転入者数", 50, 60), word("120人", 230, 60)]
    #expect(joined([header, other]) == [[["指標", "現状値", "目標値", "担当課"], ["出生数", "48人", "60人", "住民課"]]])
  }

  @Test func rowsThatLeaveColumnsEmptyComeIntoTheirs() {
    let rows = [0.0, 16].flatMap { y in [word("転入者数", 50, 60 + y), word("住民課", 360, 60 + y)] }
    let more = [word("転出者数", 50, 92), word("企画課", 360, 92)]
    #expect(
      joined([header, rows + more]).first?.dropFirst(2) == [
        ["転入者数", "", "", "住民課"], ["転入者数", "", "", "住民課"], ["転出者数", "", "", "企画課"],
      ])
  }
}
