import Foundation
import Testing

/// A file of `Corpus` whose blank lines count: cases held apart by `===`, each a sentence of prose and named sections after `>>> `.
struct TextCase: CustomTestStringConvertible, Sendable {
  var file: String
  var line: Int
  private var sections: [String: String] = [:]

  var testDescription: String { "\(file):\(line)" }

  /// The text of a section; `\f` stands for a form feed. Empty where the case has none.
  subscript(section: String) -> String { sections[section] ?? "" }

  /// The text files of a folder of `Corpus`, in order.
  static func files(in folder: String) -> [String] {
    let found = try? FileManager.default.contentsOfDirectory(atPath: corpus.appending(path: folder).path)
    return (found ?? []).filter { $0.hasSuffix(".txt") }.sorted().map { "\(folder)/\($0)" }
  }

  private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  /// The cases of a file below `Corpus`; a missing file has none, which each suite counts.
  static func load(_ path: String) -> [TextCase] {
    guard let text = try? String(contentsOf: corpus.appending(path: path).standardized, encoding: .utf8) else {
      return []
    }
    var line = 1
    return text.components(separatedBy: "===\n").map { part in
      defer { line += part.components(separatedBy: "\n").count }
      var one = TextCase(file: path, line: line)
      for section in part.components(separatedBy: ">>> ").dropFirst() {
        let lines = section.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        one.sections[String(lines[0])] = lines[1].replacingOccurrences(of: "\\f", with: "\u{C}")
      }
      return one
    }
  }

  private init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
