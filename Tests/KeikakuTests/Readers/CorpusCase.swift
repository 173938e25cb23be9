import Foundation
import Testing

/// A case of a corpus file: a title, the input below it, and after `---` the expected lines.
///
/// ```
/// === A title that says what is tried
/// heading: yes
/// 指標 | 現状値 | 目標値
/// 出生数(人) | 72 | 80
/// ---
/// indicator 出生数 [人] base=72 target=80
/// ```
/// Lines that begin with `#` are remarks.
struct CorpusCase: Sendable, CustomTestStringConvertible {
  var title: String
  var file: String
  /// Of the title.
  var line: Int
  var input: [String] = []
  var expected: [String] = []

  var testDescription: String { title }

  /// The case's place, as a failing test shows it.
  var location: SourceLocation { SourceLocation(fileID: "KeikakuTests/\(file)", filePath: file, line: line, column: 1) }

  /// Settings at the head of the input: `key: value`.
  func setting(_ key: String) -> String? {
    input.first { $0.hasPrefix(key + ": ") }.map { String($0.dropFirst(key.count + 2)) }
  }

  static let settings = ["heading", "baseline", "target", "unit", "caption"]

  /// The input without its settings.
  var body: [String] {
    input.filter { line in !Self.settings.contains { line.hasPrefix($0 + ": ") } }
  }

  /// The cases of a file in `Corpus`, beside the tests' folder.
  static func cases(_ name: String, testFile: String = #filePath) -> [CorpusCase] {
    let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent().deletingLastPathComponent()
    let path = folder.appendingPathComponent("Corpus/\(name)").path
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { fatalError("No corpus at \(path)") }
    var cases: [CorpusCase] = []
    var inExpected = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("=== ") {
        cases.append(CorpusCase(title: String(line.dropFirst(4)), file: path, line: index + 1))
        inExpected = false
      } else if line == "---" {
        inExpected = true
      } else if !cases.isEmpty, !line.isEmpty, !line.hasPrefix("# ") {
        if inExpected {
          cases[cases.count - 1].expected.append(String(line))
        } else {
          cases[cases.count - 1].input.append(String(line))
        }
      }
    }
    return cases
  }

  /// Fails at the case's own line when the lines differ.
  func check(_ actual: [String]) {
    guard actual != expected else { return }
    let message =
      "\(file):\(line): \(title)\n  expected:\n    \(expected.joined(separator: "\n    "))\n  got:\n    \(actual.joined(separator: "\n    "))"
    Issue.record(Comment(rawValue: message), sourceLocation: location)
  }
}
