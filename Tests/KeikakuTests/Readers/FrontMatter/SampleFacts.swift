import Foundation

/// A sample with the facts of its annotation; none where the annotation is not at hand.
struct SampleFacts: Sendable, CustomStringConvertible {
  var name: String
  var text: String
  var expected: [String: String]

  var description: String { name }

  static func all() -> [SampleFacts] {
    (SharedFiles.lines(of: "gold/documents.jsonl") ?? []).compactMap { line in
      guard let row = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let name = row["doc"] as? String, let text = SharedFiles.text(of: "samples/\(name)")
      else { return nil }
      var expected: [String: String] = [:]
      for key in ["title", "kind", "municipality", "code", "prefecture", "status", "published", "reporting_year"] {
        if let value = row[key] { expected[key] = value as? String ?? "null" }
      }
      if let days = row["period"] { expected["period"] = (days as? [String])?.joined(separator: "/") ?? "null" }
      return SampleFacts(name: name, text: text, expected: expected)
    }
  }
}
