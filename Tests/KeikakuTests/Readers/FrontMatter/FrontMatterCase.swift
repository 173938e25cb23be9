import Foundation
import KeikakuText

@testable import Keikaku

/// A case of the corpus: a snippet of a document and what must be read from it.
///
/// Cases stand in plain files: `=== what it shows`, the snippet, `---`, and lines `key: value`. A key that a case lacks is
/// not checked; `null` is checked to be absent.
struct FrontMatterCase: Sendable, CustomStringConvertible {
  var place: String
  var text: String
  var expected: [(key: String, value: String)]

  var description: String { place }

  static func all() -> [FrontMatterCase] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = tests.appending(path: "Corpus/FrontMatter")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.sorted { $0.path < $1.path }.flatMap { cases(in: $0) }
  }

  private static func cases(in file: URL) -> [FrontMatterCase] {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    var cases: [FrontMatterCase] = []
    var isExpectation = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("=== ") {
        let place = "\(file.lastPathComponent):\(index + 1): \(line.dropFirst(4))"
        cases.append(FrontMatterCase(place: place, text: "", expected: []))
        isExpectation = false
      } else if line == "---" {
        isExpectation = true
      } else if !cases.isEmpty, isExpectation {
        guard let colon = line.firstIndex(of: ":") else { continue }
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        cases[cases.count - 1].expected.append((String(line[..<colon]), value))
      } else if !cases.isEmpty {
        cases[cases.count - 1].text += line + "\n"
      }
    }
    return cases
  }
}

/// A plan's facts by the names that the corpus uses.
enum PlanFacts {
  static func read(_ text: String) -> [String: String] {
    let source = SourceText(bytes: Array(text.utf8))
    let blocks = BlockReader.read(LineReader.read(source), lexicon: .standard)
    let (plan, diagnostics) = FrontMatterReader().read(blocks: blocks, text: source, planID: "plan")
    return [
      "title": plan.title ?? "null", "kind": plan.kind.rawValue, "status": plan.status?.rawValue ?? "null",
      "series": plan.series.map(String.init) ?? "null", "period": days(plan.period),
      "published": days(plan.published), "reporting_year": plan.reportingYear?.startYear.map(String.init) ?? "null",
      "code": plan.municipality.code ?? "null", "municipality": plan.municipality.name ?? "null",
      "prefecture": plan.municipality.prefecture ?? "null",
      "candidates": plan.municipality.candidates.map(\.code).joined(separator: " "),
      "diagnostics": diagnostics.map(\.code.name).joined(separator: " "),
    ]
  }

  /// `start/end` as ISO dates, or one day.
  private static func days(_ temporal: Temporal?) -> String {
    guard let temporal, let start = temporal.start, let end = temporal.end else { return "null" }
    return start == end ? "\(start)" : "\(start)/\(end)"
  }
}
