import Foundation
import KeikakuText
import Testing

@testable import Keikaku

/// A form of text in which each plan of `Corpus/Tellings` is told, by the end of the files' names.
enum TellingForm: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case markdown = "md"
  case html = "html"
  case tabs = "tabs.txt"
  /// Columns held apart by blanks, with wrapped cells and headings drawn twice.
  case layout = "layout.txt"
  /// The same with each cell some columns off its place.
  case staggered = "staggered.txt"
  /// One line of a cell a line, row by row.
  case plain = "plain.txt"
  /// The same with a blank line between cells.
  case plainParted = "plain-parted.txt"
  /// A row a line, single blanks between its cells.
  case blanks = "blanks.txt"
  /// What `pdftotext -layout` makes of the printed plan.
  case printedLayout = "printed-layout.txt"
  /// What `pdftotext` makes of it: columns and rows in the order in which the program finds them.
  case printedPlain = "printed-plain.txt"

  var testDescription: String { rawValue }
}

/// A plan's true indicators and what was read from one telling of it.
struct Telling {
  /// A value with the year in which it holds.
  struct Dated: Hashable {
    var value: String
    var year: String
  }

  /// A line of a file of truth: name ¦ unit ¦ baseline@year ¦ target@year, ….
  struct Indicator {
    var name: String
    var unit: String
    var baseline: Dated?
    var targets: [Dated]
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "../Corpus/Tellings")

  static let plans: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".truth") }.map { String($0.dropLast(6)) }.sorted()
  }()

  static func truth(of plan: String) throws -> [Indicator] {
    let text = try String(contentsOf: folder.appendingPathComponent(plan + ".truth"), encoding: .utf8)
    return text.split(separator: "\n").map { line in
      let fields = line.components(separatedBy: " ¦ ")
      return Indicator(
        name: fields[0], unit: fields[1] == "–" ? "" : fields[1], baseline: dated(fields[2]),
        targets: fields[3].components(separatedBy: ", ").compactMap(dated))
    }
  }

  private static func dated(_ text: String) -> Dated? {
    let parts = text.components(separatedBy: "@")
    return parts.count == 2 ? Dated(value: parts[0], year: parts[1]) : nil
  }

  static func document(_ plan: String, _ form: TellingForm) throws -> PlanDocument {
    let name = "\(plan).\(form.rawValue)"
    let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    return Pipeline().document(from: SourceFile(name: name, bytes: bytes))
  }

  static func dated(_ measurement: Keikaku.Measurement) -> Dated? {
    guard let value = measurement.quantity.value else { return nil }
    return Dated(value: "\(value)", year: measurement.quantity.period?.startYear.map(String.init) ?? "–")
  }
}
