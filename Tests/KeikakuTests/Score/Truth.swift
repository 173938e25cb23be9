import Foundation

/// The annotations of the samples: what a careful reader finds in them.
struct Truth {
  /// One annotated row, its texts folded once.
  struct Row {
    private let values: [String: Any]
    private let folded: [String: ComparedText]

    init(_ values: [String: Any]) {
      self.values = values
      folded = values.compactMapValues { ($0 as? String).map(ComparedText.init) }
    }

    var keys: Set<String> { Set(values.keys) }
    func text(_ key: String) -> String? { values[key] as? String }
    func number(_ key: String) -> Double? { (values[key] as? NSNumber)?.doubleValue }
    func integer(_ key: String) -> Int? { (values[key] as? NSNumber)?.intValue }
    func texts(_ key: String) -> [String]? { values[key] as? [String] }
    func row(_ key: String) -> Row? { (values[key] as? [String: Any]).map(Row.init) }
    func rows(_ key: String) -> [Row] { (values[key] as? [[String: Any]] ?? []).map(Row.init) }
    func isTrue(_ key: String) -> Bool? { values[key] as? Bool }
    func compared(_ key: String) -> ComparedText { folded[key] ?? ComparedText.nothing }
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Truth")

  private let rows: [String: [Row]]

  init() throws {
    var rows: [String: [Row]] = [:]
    for name in ["actions", "documents", "indicators", "nodes", "notes", "relations"] {
      let text = try String(contentsOf: Self.folder.appending(path: "\(name).jsonl"), encoding: .utf8)
      rows[name] = try text.split(separator: "\n").compactMap {
        (try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]).map(Row.init)
      }
    }
    self.rows = rows
  }

  var documents: [String] { (rows["documents"] ?? []).compactMap { $0.text("doc") }.sorted() }

  func rows(_ kind: String, of document: String) -> [Row] {
    (rows[kind] ?? []).filter { $0.text("doc") == document }
  }

  /// Whether the annotation of a kind is said to be complete for a document.
  func isComplete(_ kind: String, of document: String) -> Bool {
    let said = rows("documents", of: document).compactMap { $0.isTrue("\(kind)_complete") }
    return said.isEmpty ? !rows(kind, of: document).isEmpty : said.contains(true)
  }
}
