import Foundation
import Testing

@testable import Keikaku

/// Pages bound sideways or upside down are read as if they stood upright, and their words keep their places as shown.
struct TurnedPageTests {
  private static let turns: [PageTurn] = [.clockwise, .upsideDown, .counterclockwise]

  /// A page of whole words as poppler gives them, its text turned: the shown page is as large as the upright one or lies.
  private func boxes(_ turn: PageTurn, texts: [(text: String, x: Double, y: Double)]) -> BoxParser.Page {
    let lies = turn == .clockwise || turn == .counterclockwise
    let frame = PageTurn.Frame(turn: turn, width: lies ? 595 : 842, height: lies ? 842 : 595)
    var page = BoxParser.Page(width: frame.width, height: frame.height)
    page.words = texts.map { text, x, y in
      let width = text.unicodeScalars.reduce(0) { $0 + ($1.isWide ? 10.0 : 5.0) }
      let box = PageBox(x0: x, y0: y, x1: x + width, y1: y + 10)
      return PdfWord(text: text, box: frame.shown(box))
    }
    return page
  }

  private static let plan: [(text: String, x: Double, y: Double)] = [
    ("(1)", 50, 60), ("相談の充実", 70, 60), ("安心して暮らせる環境をつくります。", 50, 80),
    ("(2)", 50, 100), ("窓口の充実", 70, 100),
    ("指標名", 50, 140), ("基準値（令和元年度）", 300, 140), ("目標値（令和6年度）", 450, 140),
    ("新規就農者数", 50, 160), ("12人", 300, 160), ("20人", 450, 160),
    ("支援センターの利用者数", 50, 180), ("1,234人", 300, 180), ("2,500人", 450, 180),
  ]

  @Test(arguments: PageTurn.allCases)
  func boxesComeBack(_ turn: PageTurn) {
    let frame = PageTurn.Frame(turn: turn, width: 595, height: 842)
    let box = PageBox(x0: 20, y0: 31, x1: 47, y1: 99)
    let upright = frame.upright(box)
    #expect(frame.shown(upright) == box)
    #expect(upright.x0 < upright.x1 && upright.y0 < upright.y1)
    #expect(upright.x1 <= frame.uprightSize.width && upright.y1 <= frame.uprightSize.height)
  }

  @Test(arguments: PageTurn.allCases)
  func linesAreTheSameWhicheverWayThePageIsBound(_ turn: PageTurn) {
    let page = PrintedPage(number: 1, boxes: boxes(turn, texts: Self.plan))
    let upright = PrintedPage(number: 1, boxes: boxes(.upright, texts: Self.plan))
    #expect(page.frame.turn == turn && !page.isTurnOpen)
    #expect(page.lines.map { $0.words.map(\.text) } == upright.lines.map { $0.words.map(\.text) })
  }

  @Test func directionThatCannotBeToldIsOpen() {
    let words = [("新規就農者数", 300.0, 100.0), ("2,400万円", 300, 130), ("直売所の販売額", 300, 160)]
    let page = PrintedPage(number: 1, boxes: boxes(.clockwise, texts: words))
    #expect(page.isTurnOpen && page.frame.isUpright)
    // Vertical writing sets digits one by one.
    let downward = [("新規就農者数", 300.0, 100.0), ("二千万円", 300, 130), ("直売所の販売額", 300, 160)]
    #expect(!PrintedPage(number: 1, boxes: boxes(.clockwise, texts: downward)).isTurnOpen)
  }

  @Test func contentsPageStaysUpright() {
    var entries: [(text: String, x: Double, y: Double)] = []
    for number in 1...20 {
      let y = 40 + 20 * Double(number)
      entries.append(("第\(number)節", 50 + 10 * Double(number % 7), y))
      entries.append(("\(number + 10)", 500, y))
    }
    #expect(PrintedPage(number: 1, boxes: boxes(.upright, texts: entries)).frame.isUpright)
  }

  @Test func marksOfAScheduleTurnNoPage() {
    var texts: [(text: String, x: Double, y: Double)] = [("具体的な取組", 60, 40), ("H27", 160, 40), ("H30", 440, 40)]
    for row in 1...4 {
      let y = 40 + 40 * Double(row)
      texts += [("相談窓口の拡大", 60, y), ("●-----", 440, y - 7), ("●", 440, y + 7)]
    }
    #expect(PrintedPage(number: 1, boxes: boxes(.upright, texts: texts)).frame.isUpright)
  }

  @Test func titlesBehindNumbersTurnNoPage() {
    var texts: [(text: String, x: Double, y: Double)] = []
    for row in 1...6 {
      let y = 40 + 60 * Double(row)
      texts += [("１-２-\(row)", 33 + Double(row % 3) * 9, y), ("担い手の育成", 80, y), ("農林課", 530, y + 20)]
    }
    #expect(PrintedPage(number: 1, boxes: boxes(.upright, texts: texts)).frame.isUpright)
  }

  @Test func numberAtTheFootOfAShownPageIsNoCell() throws {
    var page = boxes(.counterclockwise, texts: Self.plan)
    page.words.append(PdfWord(text: "27", box: PageBox(x0: 292, y0: 800, x1: 302, y1: 810)))
    let printed = PrintedPage(number: 1, boxes: page)
    #expect(printed.asides.map { $0.words.map(\.text) } == [["27"]])
    #expect(!printed.words.contains { $0.text == "27" })
    #expect(Furniture(of: [printed]).printedPages == [27])
  }

  /// The pages of a printed file, each turned as /Rotate tells the viewer, which leaves their text turned.
  @Test(.disabled(if: PopplerHere.isMissing, PopplerHere.reason), arguments: [90, 180, 270], PdfFixture.all)
  func turnedFilesGiveTheSameIndicators(_ angle: Int, _ fixture: PdfFixture) throws {
    func indicators(_ path: String) throws -> [String] {
      let file = SourceFile(name: "plan.pdf", bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
      let document = try Pipeline().document(fromPDF: path, file: file)
      return document.indicators.map { indicator in
        let values = ([indicator.baseline].compactMap(\.self) + indicator.targets).map {
          document.text.string($0.source)
        }
        return ([indicator.name] + values).joined(separator: " ")
      }
    }
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: fixture.path)))
    let turned = PdfWriting.turned(bytes, by: angle)
    try #require(turned.count > bytes.count)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keikaku-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path + "/plan.pdf"
    try Data(turned).write(to: URL(fileURLWithPath: path))
    #expect(try indicators(path) == indicators(fixture.path))
  }
}
