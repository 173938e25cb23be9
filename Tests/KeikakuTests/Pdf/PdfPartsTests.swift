import Testing

@testable import Keikaku

/// The single steps from words to tables, on words made by hand.
struct PdfPartsTests {
  private func word(_ text: String, _ x: Double, _ y: Double, em: Double = 10) -> PdfWord {
    let width = text.unicodeScalars.reduce(0) { $0 + ($1.isWide ? em : em / 2) }
    return PdfWord(text: text, box: PageBox(x0: x, y0: y, x1: x + width, y1: y + em))
  }

  @Test func mergesShadowCopiesCutOtherwise() {
    let copies = [
      word("高校の入学者数（", 100, 50), word("高校の", 100.3, 50.2), word("入学者数（H26", 130.3, 50.2), word("H26", 180, 50),
    ]
    let repaired = ShadowRepair.repaired(copies, em: 10)
    #expect(repaired.words.map(\.text) == ["高校の入学者数（H26"])
    #expect(repaired.repairs == 3)
  }

  @Test func mergesTheShadowOfALargeHeading() {
    let copies = [word("総合戦略の概要", 100, 50, em: 17), word("総合戦", 100.3, 54.5, em: 17)]
    #expect(ShadowRepair.repaired(copies, em: 10).words.map(\.text) == ["総合戦略の概要"])
  }

  @Test func leavesOverlapWithoutEqualLettersAlone() {
    let pulled = [word("「計画」", 100, 50), word("（案）", 136, 50)]
    #expect(ShadowRepair.repaired(pulled, em: 10).words.count == 2)
  }

  @Test func readsBoxesAndEntities() throws {
    let xml = """
      <page width="595.276000" height="841.890000">
        <word xMin="56.600000" yMin="60.1" xMax="98.6" yMax="70.6">A&amp;B&lt;計画</word>
      </page>
      """
    let page = try #require(BoxParser.pages(of: Array(xml.utf8)).first)
    #expect(page.width == 595.276 && page.words.count == 1)
    #expect(page.words[0].text == "A&B<計画" && abs(page.words[0].box.x0 - 56.6) < 1e-9)
  }

  @Test func readsDrawingsOfOldAndNewCairo() {
    let svg = """
      <svg><pageSet><page>
      <defs><path d="M 0 0 L 100 0 L 100 1 L 0 1 Z"/></defs>
      <path style="stroke:none;fill:rgb(0%,0%,0%);" d="M 10 10 L 110 10 L 110 11 L 10 11 Z M 10 10 "/>
      <path style="stroke:none;fill:rgb(100%,100%,100%);" d="M 0 0 L 500 0 L 500 1 L 0 1 Z"/>
      </page><page>
      <path fill="none" stroke-width="1" stroke="rgb(0%, 0%, 0%)" d="M 0 0 L 100 0" transform="matrix(1, 0, 0, -1, 20, 300)"/>
      <rect x="0" y="0" width="50" height="20" fill="rgb(90%, 90%, 90%)"/>
      </page></pageSet></svg>
      """
    let pages = DrawingParser.drawings(of: Array(svg.utf8))
    #expect(pages.count == 2)
    #expect(pages[0].horizontals.count == 1 && pages[0].horizontals[0].position == 10.5)
    #expect(
      pages[1].horizontals.count == 1 && pages[1].horizontals[0].position == 300 && pages[1].horizontals[0].from == 20)
    #expect(pages[1].fills.count == 1)
  }

  @Test func cutsWordThatRunsThroughABorder() throws {
    var drawing = PageDrawing()
    for y in [0.0, 20, 40] { drawing.horizontals.append(PdfRule(position: y, from: 0, to: 200)) }
    for x in [0.0, 50, 200] { drawing.verticals.append(PdfRule(position: x, from: 0, to: 40)) }
    let words = [word("出生数七千人", 20, 5), word("計", 5, 25), word("十人", 60, 25)]
    let found = RuledTables(horizontals: drawing.horizontals, verticals: drawing.verticals, words: words, em: 10)
    #expect(found.tables.first?.rows.map { $0.map(\.text) } == [["出生数", "七千人"], ["計", "十人"]])
  }

  @Test func mergedCellsSpan() throws {
    var drawing = PageDrawing()
    drawing.horizontals =
      [0.0, 40].map { PdfRule(position: $0, from: 0, to: 200) } + [PdfRule(position: 20, from: 100, to: 200)]
    for x in [0.0, 100, 200] { drawing.verticals.append(PdfRule(position: x, from: 0, to: 40)) }
    let words = [word("目標", 10, 15), word("一", 110, 5), word("二", 110, 25)]
    let found = RuledTables(horizontals: drawing.horizontals, verticals: drawing.verticals, words: words, em: 10)
    let table = try #require(found.tables.first)
    #expect(table.rows.map { $0.map(\.text) } == [["目標", "一"], ["", "二"]])
    #expect(table.rows[0][0].rowSpan == 2 && table.rows[1][0].isCovered)
  }

  @Test func readsVerticalWritingFromRightToLeft() {
    let words =
      ["政", "策"].enumerated().map { word($1, 130, Double($0) * 11) }
      + ["目", "標"].enumerated().map { word($1, 110, Double($0) * 11) }
    let lines = VerticalWriting.lines(of: words, em: 10)
    #expect(lines.map { $0.words.map(\.text).joined() } == ["政策", "目標"])
  }

  /// The cells of a drawn table of two columns, as the text has them.
  private func written(_ words: [PdfWord], height: Double) -> [[String]] {
    var boxes = BoxParser.Page(width: 300, height: 400)
    boxes.words = words
    var drawing = PageDrawing()
    drawing.horizontals = [0, height].map { PdfRule(position: $0, from: 0, to: 200) }
    drawing.verticals = [0.0, 100, 200].map { PdfRule(position: $0, from: 0, to: height) }
    let layout = PageLayout(
      PrintedPage(number: 1, boxes: boxes), furniture: [], drawing: drawing, judge: TableJudge(lexicon: .standard))
    var text = LinearText(em: 10)
    text.add(layout, printedPage: nil, goesOn: false, continuation: nil)
    return text.hints.tables.flatMap { $0.table.rows.map { $0.map(\.text) } }
  }

  @Test func dotInAWordSetDownwardBeginsNoItem() {
    let letters = ["移", "住", "・", "定", "住"].enumerated().map { word($1, 40, 4 + 11 * Double($0)) }
    #expect(written(letters + [word("移住相談件数", 110, 25)], height: 62) == [["移住・定住", "移住相談件数"]])
    let items = [word("移住", 5, 4), word("・", 5, 18), word("定住", 15, 18)]
    #expect(written(items + [word("移住相談件数", 110, 12)], height: 34) == [["移住 ・定住", "移住相談件数"]])
  }

  @Test func joinsLetterSpacedHeads() {
    #expect(WordJoining.isLetterSpaced([word("指", 0, 0), word("標", 40, 0)]))
    #expect(!WordJoining.isLetterSpaced([word("指標", 0, 0), word("値", 40, 0)]))
  }

  @Test(arguments: [
    ("(1)|相談の充実", "(1) 相談の充実"), ("-|・|相談の充実", "- ・ 相談の充実"), ("-|2-1|相談の充実", "- 2-1 相談の充実"),
    ("第２章|地域の暮らしを支える", "第２章 地域の暮らしを支える"), ("I|計画の策定にあたって", "I 計画の策定にあたって"),
    ("■|相談の充実|■|窓口の拡大", "■ 相談の充実 ■ 窓口の拡大"), ("「農業都市|南町」を広める", "「農業都市 南町」を広める"),
    // Spread over a width, after a comma, and figures that are set apart wherever they stand.
    ("地|域|の|暮らし|を|支える", "地域の暮らしを支える"), ("農業、|林業を広める", "農業、林業を広める"), ("令和|6|年度の|30|人", "令和6年度の30人"),
    ("5|年間で|30|人の増", "5年間で30人の増"),
  ])
  func narrowBlanksAreKeptWhereTheyWereTyped(_ words: String, _ text: String) {
    var x = 0.0
    var printed: [PdfWord] = []
    for text in words.split(separator: "|") {
      printed.append(word(String(text), x, 0))
      x = printed[printed.count - 1].box.x1 + 2.3
    }
    let line = PrintedLine(printed)
    let separators = WordJoining.separators(of: line, em: 10) + [""]
    #expect(zip(line.words, separators).map { $0.text + $1 }.joined() == text)
  }

  @Test func putsRaisedMarksOnTheirLine() {
    let words = [word("認知度", 10, 50), word("※1", 40, 48, em: 5), word("割合", 60, 50)]
    let lines = PrintedLine.lines(of: words, em: 10)
    #expect(lines.map { $0.words.map(\.text) } == [["認知度", "※1", "割合"]])
  }

  /// Three pages begin with a heading of their own and 主な取組 at one height; the running head stands above all text.
  @Test func whatStandsBelowAHeadingIsNoRunningHead() {
    let pages = (1...3).map { number in
      var boxes = BoxParser.Page(width: 300, height: 800)
      boxes.words = [
        word("総合計画", 20, 10), word("防災の推進\(["一", "二", "三"][number - 1])", 20, 40), word("主な取組", 20, 60),
        word("本文", 20, 100),
      ]
      return PrintedPage(number: number, boxes: boxes)
    }
    let furniture = Furniture(of: pages)
    for (page, lines) in zip(pages, furniture.lines) {
      #expect(lines.map { page.lines[$0].words.map(\.text).joined() } == ["総合計画"])
    }
  }

  /// ○主な取組 begins three pages by chance.
  @Test func markedHeadingIsNoRunningHead() {
    let pages = (1...3).map { number in
      var boxes = BoxParser.Page(width: 300, height: 800)
      boxes.words = [word("○主な取組", 20, 20), word("本文", 20, 100)]
      return PrintedPage(number: number, boxes: boxes)
    }
    let lines = Furniture(of: pages).lines
    #expect(lines == [[], [], []])
  }

  @Test func contentsPageIsNoTable() {
    let lines = (0..<5).map { row in
      PrintedLine([
        word("第\(row)章", 50, Double(row) * 20), word("・・・・・・・・", 120, Double(row) * 20),
        word("\(row)", 400, Double(row) * 20),
      ])
    }
    let found = GutterTables(lines: lines, judge: TableJudge(lexicon: .standard), em: 10)
    #expect(found.tables.isEmpty && found.lines.count == 5)
  }

  @Test func scatteredLabelsAreNoTable() {
    let places = [(50.0, 0.0), (210, 6), (95, 22), (260, 25), (70, 47), (330, 48)]
    let lines = PrintedLine.lines(of: places.map { word("企業", $0.0, $0.1) }, em: 10)
    let found = GutterTables(lines: lines, judge: TableJudge(lexicon: .standard), em: 10)
    #expect(found.tables.isEmpty)
  }

  @Test func proseColumnsAreReadOneAfterTheOther() {
    let lines = (0..<8).map { row in
      PrintedLine([word("左の段の文章は続いていきます。", 50, Double(row) * 16), word("右の段の文章も続いていきます。", 230, Double(row) * 16)])
    }
    let found = GutterTables(lines: lines, judge: TableJudge(lexicon: .standard), em: 10)
    #expect(found.tables.isEmpty && found.columns.first?.columns.count == 2)
  }

  /// A grid of a head row and one tall body: names, figures and one office for all of them.
  private func tallBody(_ names: [String], _ figures: [String]) -> RuledTables {
    let bottom = Double(20 + 15 * names.count)
    let words =
      [word("指標", 10, 5), word("目標値", 130, 5), word("担当課", 210, 5), word("福祉課", 210, 20)]
      + names.enumerated().map { word($1, 5, 22 + 15 * Double($0)) }
      + figures.enumerated().map { word($1, 130, 22 + 15 * Double($0)) }
    return RuledTables(
      horizontals: [0.0, 20, bottom].map { PdfRule(position: $0, from: 0, to: 260) },
      verticals: [0.0, 120, 200, 260].map { PdfRule(position: $0, from: 0, to: bottom) }, words: words, em: 10)
  }

  @Test func rowsWithoutRulesBetweenThemAreRows() throws {
    let table = try #require(tallBody(["保育所数", "児童数", "待機児"], ["４か所", "８０人", "０人"]).tables.first)
    #expect(table.rows.map { $0.map(\.text) }[2...] == [["児童数", "８０人", ""], ["待機児", "０人", ""]])
    #expect(table.rows[1].map(\.text) == ["保育所数", "４か所", "福祉課"])
    #expect(table.rows[1][2].rowSpan == 3 && table.rows[2][2].isCovered)
  }

  @Test(arguments: [
    (["町の保育所に通える子", "の割合"], ["４か所", "８か所"]),
    (["待機児", "（年間）"], ["４人", "８人"]),
    (["待機児", "累計"], ["４人", "（見込み）"]),
    (["待機児", "累計"], ["４人", "２０２４年度"]),
  ])
  func wrappedCellsAndRemarksStayOneRow(_ names: [String], _ figures: [String]) throws {
    let table = try #require(tallBody(names, figures).tables.first)
    #expect(table.rows.count == 2)
    #expect(table.rows[1].map(\.text) == [names.joined(), figures.joined(), "福祉課"])
  }

  @Test func proseColumnsThatAreNotLevelAreReadOneAfterTheOther() {
    let left = (0..<8).map { PrintedLine([word("左の段の文章は続いていきます。", 50, 40 + Double($0) * 16)]) }
    let right = (0..<6).map { PrintedLine([word("右の段の文章も続いていきます。", 230, 46 + Double($0) * 16)]) }
    let heading = PrintedLine([word("見出しは両方の段にわたって長く続くので段には入らない", 50, 10)])
    let tail = PrintedLine([word("次の見出し", 50, 220)])
    let lines = ([heading, tail] + left + right).sorted { $0.center < $1.center }
    let found = StaggeredColumns(lines: lines, em: 10)
    #expect(found.columns.map { $0.columns.map(\.count) } == [[8, 6]])
    #expect(found.stretches.map(\.count) == [1, 1])
    let labels = StaggeredColumns(lines: lines.filter { $0.letters < 10 }, em: 10)
    #expect(labels.columns.isEmpty && labels.stretches.joined().count == 1)
  }

  /// A rectangle's four sides.
  private func sides(_ box: PageBox) -> PageDrawing {
    var drawing = PageDrawing()
    for y in [box.y0, box.y1] { drawing.horizontals.append(PdfRule(position: y, from: box.x0, to: box.x1)) }
    for x in [box.x0, box.x1] { drawing.verticals.append(PdfRule(position: x, from: box.y0, to: box.y1)) }
    return drawing
  }

  private func frame(_ x0: Double, _ x1: Double) -> PageBox { PageBox(x0: x0, y0: 0, x1: x1, y1: 20) }

  @Test func rectanglesThatStandAloneAreFrames() {
    let sides = [sides(frame(0, 100)), sides(frame(140, 240))]
    let words = [word("基本目標１", 5, 5), word("移住を進める", 150, 5)]
    let found = RuledTables(
      horizontals: sides.flatMap(\.horizontals), verticals: sides.flatMap(\.verticals), words: words, em: 10)
    #expect(found.tables.isEmpty && found.words.count == 2)
    #expect(found.frames == [frame(0, 100), frame(140, 240)])
  }

  @Test(arguments: [(140.0, true), (104.0, false)])
  func lineThroughBoxesApartJoinsThem(_ second: Double, _ joins: Bool) {
    let line = PrintedLine([word("基本目標１", 5, 5), word("移住を進める", second + 10, 5)])
    let banner = PageBox(x0: -10, y0: -5, x1: 300, y1: 25)
    #expect(line.joinsFrames([banner, frame(0, 100), frame(second, second + 100)], em: 10) == joins)
    #expect(!line.joinsFrames([banner, frame(0, 100)], em: 10))
    #expect(!line.joinsFrames([frame(0, 100)], em: 10) && !line.joinsFrames([], em: 10))
  }

  @Test func linesOfDiagramsHeadNothing() {
    let text = SourceText(bytes: Array("基本目標１　しごと　移住を進める\n\n基本目標２　ひと\n\n基本目標３　子育て →\n".utf8))
    var hints = PageHints()
    hints.looks = Array(repeating: PageHints.LineLook(), count: 5)
    hints.looks[0].joinsFrames = true
    let blocks = BlockReader.read(LineReader.read(text), lexicon: .standard, hints: hints)
    let titles = blocks.compactMap { block in
      if case .heading(let heading) = block.content { heading.title } else { nil }
    }
    #expect(titles == ["ひと"])
  }

  @Test func labelInABoxBesideOthersHeadsNothing() {
    let own = PrintedLine([word("基本目標２", 10, 5)])
    let words = own.words + [word("目標人口", 150, 5)]
    #expect(own.standsBeside([frame(0, 100), frame(140, 240)], words: words, em: 10))
    #expect(!own.standsBeside([frame(0, 100), frame(140, 240)], words: own.words, em: 10))
    #expect(!own.standsBeside([frame(0, 100), frame(104, 204)], words: words, em: 10))
    #expect(!own.standsBeside([frame(140, 240), frame(300, 400)], words: words, em: 10))
  }

  @Test func titleIsNotTakenFromALineThroughBoxes() {
    let text = SourceText(bytes: Array("基本目標１\n\n人口減少　仕事をつくる\n".utf8))
    var hints = PageHints()
    hints.looks = Array(repeating: PageHints.LineLook(), count: 3)
    hints.looks[2].joinsFrames = true
    let blocks = BlockReader.read(LineReader.read(text), lexicon: .standard, hints: hints)
    #expect(!blocks.contains { if case .heading(let heading) = $0.content { !heading.title.isEmpty } else { false } })
  }

  @Test(arguments: [
    (["1-1-1 創業の支援を進めます", "1-1-2 担い手の育成"], " "), (["創業の支援 1-1-2", "担い手の育成"], " "),
    (["創業の支援 1-", "1-2 担い手"], ""), (["創業の支援を進め", "ます"], ""), (["平成２７", "年度"], ""),
  ])
  func numbersOfItemsStandApart(_ texts: [String], _ separator: String) {
    let lines = texts.map { text in
      PrintedLine(text.split(separator: " ").enumerated().map { word(String($1), 100 * Double($0), 0) })
    }
    #expect(WordJoining.lineSeparator(lines[0], lines[1], upperIsFull: true) == separator)
  }

  @Test func lineBeforeALongFigureIsFull() {
    let joining = ParagraphJoining(margins: 0...300, em: 10)
    let line = PrintedLine([word("転入者を五年の平均で増やす（平成三十年度の平均：", 0, 0)])
    #expect(joining.paragraphs(of: [line, PrintedLine([word("3,152人）", 0, 16)])]).count == 2)
    let near = ParagraphJoining(margins: 0...262, em: 10)
    #expect(near.paragraphs(of: [line, PrintedLine([word("3,152人）", 0, 16)])]).count == 1)
    #expect(near.paragraphs(of: [line, PrintedLine([word("三千人）", 0, 16)])]).count == 2)
    let list = PrintedLine([word("①農業の振興／②林業の振興と森の保全と活用／", 0, 0)])
    let rest = PrintedLine([word("③商業の振興", 0, 16)])
    #expect(ParagraphJoining(margins: 0...230, em: 10).paragraphs(of: [list, rest]).count == 1)
  }

  @Test func brokenFontsAreSeen() {
    let garbage = [
      PdfWord(text: String(repeating: "\u{E000}\u{E123}", count: 60), box: PageBox(x0: 0, y0: 0, x1: 1, y1: 1))
    ]
    let plain = [PdfWord(text: String(repeating: "計画の目標を示します。", count: 30), box: PageBox(x0: 0, y0: 0, x1: 1, y1: 1))]
    #expect(TextHealth(of: garbage).isBroken && !TextHealth(of: plain).isBroken)
    let mixed = plain + ["基準値ÿＨ３０Ā", "農業を支え»人を増や»ことが求め¹¼てº1"].map { PdfWord(text: $0, box: plain[0].box) }
    let foreign = plain + ["São Paulo", "Zürich", "25℃±2", "10㎥", "3×4m²"].map { PdfWord(text: $0, box: plain[0].box) }
    #expect(TextHealth(of: mixed).isBroken && !TextHealth(of: foreign).isBroken)
  }

  @Test func headOfTableThatGoesOnIsNoRunningHead() {
    let pages = (1...4).map { number in
      var boxes = BoxParser.Page(width: 595, height: 842)
      boxes.words = [word("総合戦略", 400, 20), word("指標", 60, 50), word("現状値", 200, 50), word("出生数\(number)", 60, 64)]
      boxes.words.append(word("\(number)", 290, 810))
      return PrintedPage(number: number, boxes: boxes)
    }
    let furniture = Furniture(of: pages)
    let texts = zip(pages, furniture.lines).map { page, lines in
      Set(lines.map { line in page.lines[line].words.map(\.text).joined() })
    }
    #expect(texts[1] == ["総合戦略", "2"])
    #expect(furniture.printedPages == [1, 2, 3, 4])
  }
  @Test func headOfADrawnTableIsNoRunningHead() {
    var boxes = BoxParser.Page(width: 595, height: 842)
    boxes.words = [word("指標", 60, 24), word("現状値", 200, 24), word("新規就農者数", 60, 54), word("6人", 200, 54)]
    let page = PrintedPage(number: 1, boxes: boxes)
    func furniture(verticals: [Double]) -> Int {
      var drawing = PageDrawing()
      drawing.horizontals = [14.0, 44, 74].map { PdfRule(position: $0, from: 40, to: 300) }
      drawing.verticals = verticals.map { PdfRule(position: $0, from: 14, to: 74) }
      let layout = PageLayout(page, furniture: [0], drawing: drawing, judge: TableJudge(lexicon: .standard))
      return layout.items.count(where: \.isFurniture)
    }
    #expect(furniture(verticals: [40, 180, 300]) == 0)
    #expect(furniture(verticals: [40, 300]) == 1)
  }
}
