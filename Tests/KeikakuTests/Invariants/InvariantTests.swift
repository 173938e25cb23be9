import Foundation
import Testing

@testable import Keikaku

@Suite struct InvariantTests {
  static let samples: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../Samples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  static func bytes(_ sample: String) throws -> [UInt8] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../Samples/\(sample)")
    return Array(try Data(contentsOf: path))
  }

  @Test(arguments: samples) func holdOnSample(sample: String) throws {
    let bytes = try Self.bytes(sample)
    let text = SourceText(bytes: bytes)
    Invariants.expectLossless(text, "\(sample)")
    Invariants.expectBlocksCoverLines(text, "\(sample)")
    Invariants.expectConsistent(Pipeline().document(from: SourceFile(name: sample, bytes: bytes)), "\(sample)")
  }

  /// A file that was cut off anywhere is read as far as it goes.
  @Test(.timeLimit(.minutes(10)), arguments: samples) func holdOnEveryPrefix(sample: String) throws {
    let bytes = try Self.bytes(sample)
    for length in stride(from: 0, through: bytes.count, by: 997) {
      let prefix = Array(bytes[..<length])
      let document = Pipeline().document(from: SourceFile(name: sample, bytes: prefix))
      Invariants.expectConsistent(document, "\(sample), first \(length) bytes")
      Invariants.expectLossless(document.text, "\(sample), first \(length) bytes")
    }
  }

  /// Fewer than one character in a hundred is left to no rule; the labels of the summary's diagrams apart.
  @Test(arguments: samples) func leaveLittleUnclassified(sample: String) throws {
    let document = Pipeline().document(from: SourceFile(name: sample, bytes: try Self.bytes(sample)))
    let share = Double(document.coverage.unclassified) / Double(document.coverage.characters)
    #expect(share <= (document.plan.kind == .summary ? 0.15 : 0.01), "\(sample): \(share)")
  }

  /// What is repeated so often must not take more than its share of time, and lose nothing.
  struct WorstCase: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }

    init(_ name: String, _ text: String, times: Int = 1, after start: String = "") {
      self.init(name, [UInt8]((start + String(repeating: text, count: times)).utf8))
    }
  }

  static let worstCases: [WorstCase] = [
    WorstCase("tabs", "\t", times: 100_000), WorstCase("brackets", "【（「", times: 30_000),
    WorstCase("one long line", "計画を推進します。", times: 40_000), WorstCase("marks", "■", times: 50_000),
    WorstCase("numbers", "1-", times: 50_000), WorstCase("combining marks", "5\u{302}年\u{FE0F}", times: 20_000),
    WorstCase("lone BOM", [0xEF, 0xBB, 0xBF]), WorstCase("nothing", []),
    WorstCase("carriage returns", "\r", times: 20_000),
    WorstCase("line ends of all kinds", "基準値\r目標値\r\n実績値\n指標\u{2028}備考\u{2029}a\u{85}\r\r\n", times: 500),
    WorstCase("years in one header", "R5\t", times: 20_000, after: "指標\t"),
    WorstCase("pairs of values in one header", "基準値\t目標値\t", times: 5_000),
    WorstCase("lone cells", "\t施策1 防災\t\n", times: 3_000),
    WorstCase("struck and raised, never closed", "<s>5<sup>1<del>~~", times: 2_000),
    WorstCase("form feeds", "\u{0C}", times: 20_000), WorstCase("half a letter", [0xE8, 0xA8]),
    WorstCase("short headings", "(1) 施策\n", times: 4_000), WorstCase("a variation selector alone", "\u{FE0F}\n"),
    WorstCase("arrows alone", "→→→\n"), WorstCase("marks in a row", "◆ ◆ ◆ まちづくり ◆ ◆ ◆\n★ ★ ★ ★ ★\n"),
    WorstCase("numbered lines with pipes", "41. 施策|指標|現状\n42. 施策の（1）事業\n", times: 2_000),
    WorstCase("headers of cells", "児童の割合\n基準値\n実績値\n目標値\n58%\n60%\n62%\n", times: 150),
    WorstCase("labels with words", "目標 観光を推進する取組\n", times: 800),
    WorstCase("quotes over lines", "a\"\t\"b\n", times: 1_000),
    WorstCase("pairs without a target", "現状値\t1.3\n", times: 1_500),
    WorstCase("titles of forms", "施策名|子育て\n", times: 2_000),
    WorstCase("rows that reach down", "<tr><td rowspan=9999>あ</td></tr>\n", times: 800, after: "<table>"),
    WorstCase("a cell never closed", "本文の事業です。\n", times: 4_000, after: "<table><tr><td>\n"),
    WorstCase("periods in one line", "平成27年度～31年度、", times: 1_500),
    WorstCase("comments never closed", "<!--、", times: 3_000),
    WorstCase("headers below headers", "| 目標値 | R2 | R3 |\n| | 5人 | 7人 |\n", times: 800),
    WorstCase("rows broken off", "K\nI\n語\n4:\n指標\t基準\t目標\n", times: 100),
  ]

  @Test(.timeLimit(.minutes(5)), arguments: worstCases) func holdOnWorstCases(worst: WorstCase) {
    let document = Pipeline().document(from: SourceFile(name: "worst.txt", bytes: worst.bytes))
    Invariants.expectConsistent(document, "\(worst.name)")
    Invariants.expectLossless(document.text, "\(worst.name)")
  }
}
