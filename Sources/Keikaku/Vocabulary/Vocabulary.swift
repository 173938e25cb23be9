/// A list of canonical indicators, as data: the program's own, or one that a user gives.
///
/// A CSV with a header line; columns `code` and `name`, and as wanted `unit`, `good_direction` (up, down), `result_kind`
/// (outcome, output), `aliases` and `patterns` (several parted by `|` and, as a pattern holds `|`, by `;`).
public struct Vocabulary: Sendable {
  /// The version of the program's own list. A code that changes its meaning is a new code.
  public static let standardVersion = "1.0"

  public let entries: [VocabularyEntry]

  public init(entries: [VocabularyEntry]) { self.entries = entries }

  public static let standard: Vocabulary = {
    let csv = VocabularyData.csv.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    do { return try Vocabulary(csv: csv) } catch { preconditionFailure("vocabulary.csv: \(error)") }
  }()

  /// Reads a vocabulary from the text of a CSV file. Throws `VocabularyError` with the number of the line that is wrong.
  public init(csv: String) throws {
    var rows = try CSVRows(csv).rows
    guard let header = rows.first else {
      throw VocabularyError(line: 1, problem: "The file is empty; a header is needed.")
    }
    rows.removeFirst()
    let columns = try Columns(header)
    var firstLines: [String: Int] = [:]
    entries = try rows.map { row in
      let entry = try columns.entry(row)
      if let first = firstLines.updateValue(row.line, forKey: entry.code) {
        throw VocabularyError(line: row.line, problem: "The code \(entry.code) stands in line \(first) already.")
      }
      return entry
    }
  }

  /// Where each column stands.
  private struct Columns {
    private static let known = ["code", "name", "unit", "good_direction", "result_kind", "aliases", "patterns"]
    private let places: [String: Int]
    private let count: Int

    init(_ header: CSVRows.Row) throws {
      var places: [String: Int] = [:]
      for (index, name) in header.fields.enumerated() {
        guard Self.known.contains(name) else {
          throw VocabularyError(
            line: header.line, problem: "Unknown column \(name); known are \(Self.known.joined(separator: ", ")).")
        }
        places[name] = index
      }
      for name in ["code", "name"] where places[name] == nil {
        throw VocabularyError(line: header.line, problem: "The column \(name) is missing.")
      }
      self.places = places
      count = header.fields.count
    }

    func entry(_ row: CSVRows.Row) throws -> VocabularyEntry {
      guard row.fields.count == count else {
        throw VocabularyError(line: row.line, problem: "\(row.fields.count) fields; the header has \(count).")
      }
      func field(_ name: String) -> String? {
        places[name].map { row.fields[$0] }.flatMap { $0.isEmpty ? nil : $0 }
      }
      func choice(_ name: String, _ allowed: [String]) throws -> String? {
        guard let value = field(name) else { return nil }
        guard allowed.contains(value) else {
          throw VocabularyError(
            line: row.line, problem: "\(name) is \(value); allowed are \(allowed.joined(separator: ", ")) or nothing.")
        }
        return value
      }
      guard let code = field("code"), let name = field("name") else {
        throw VocabularyError(line: row.line, problem: "Code and name must not be empty.")
      }
      return VocabularyEntry(
        code: code, name: name, unit: field("unit"), goodDirection: try choice("good_direction", ["up", "down"]),
        resultKind: try choice("result_kind", ["outcome", "output"]),
        aliases: Self.parts(field("aliases"), at: UInt8(ascii: "|")),
        patterns: Self.parts(field("patterns"), at: UInt8(ascii: ";")))
    }

    private static func parts(_ field: String?, at separator: UInt8) -> [String] {
      (field ?? "").utf8.split(separator: separator).map { String(Substring($0)) }
    }
  }
}

/// What is wrong with a vocabulary file, and in which line.
public struct VocabularyError: Error, Equatable, CustomStringConvertible {
  /// From 1.
  public var line: Int
  public var problem: String

  public var description: String { "line \(line): \(problem)" }
}
