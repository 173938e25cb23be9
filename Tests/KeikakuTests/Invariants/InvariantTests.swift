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

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      ("tabs", [UInt8](repeating: 9, count: 100_000)),
      ("brackets", [UInt8](String(repeating: "【（「", count: 30_000).utf8)),
      ("one long line", [UInt8](String(repeating: "計画を推進します。", count: 40_000).utf8)),
      ("marks", [UInt8](String(repeating: "■", count: 50_000).utf8)),
      ("numbers", [UInt8](String(repeating: "1-", count: 50_000).utf8)),
      ("combining marks", [UInt8](String(repeating: "5\u{302}年\u{FE0F}", count: 20_000).utf8)),
      ("lone BOM", [0xEF, 0xBB, 0xBF]), ("nothing", []), ("carriage returns", [UInt8](repeating: 13, count: 20_000)),
      ("form feeds", [UInt8](repeating: 12, count: 20_000)), ("half a letter", [0xE8, 0xA8]),
      ("short headings", [UInt8](String(repeating: "(1) 施策\n", count: 4_000).utf8)),
      ("a variation selector alone", [0xEF, 0xB8, 0x8F, 10]), ("arrows alone", [UInt8]("→→→\n".utf8)),
      ("numbered lines with pipes", [UInt8](String(repeating: "41. 施策|指標|現状\n42. 施策の（1）事業\n", count: 2_000).utf8)),
    ])
  func holdOnWorstCases(name: String, bytes: [UInt8]) {
    let document = Pipeline().document(from: SourceFile(name: "worst.txt", bytes: bytes))
    Invariants.expectConsistent(document, "\(name)")
    Invariants.expectLossless(document.text, "\(name)")
  }
}
