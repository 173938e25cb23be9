import Foundation

/// One row of a file of worked examples: an input and what a reader must find in it. A key that a row lacks is not
/// checked; `flags` names those that must be there.
struct WorkedCase: CustomStringConvertible {
  let place: String
  let input: String
  let expected: [String: Any]

  var description: String { "\(place): \(input)" }

  static func corpus(_ name: String) throws -> [WorkedCase] {
    try read(URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Corpus/\(name)"))
  }

  static func read(_ file: URL) throws -> [WorkedCase] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").enumerated().map { index, line in
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as! [String: Any]
      return WorkedCase(
        place: "\(file.lastPathComponent):\(index + 1)", input: row["input"] as! String, expected: row)
    }
  }

  /// The differences between what was read and what a row asks, one text each.
  func differences(from actual: [String: String?], flags: [String]) -> [String] {
    var found: [String] = []
    for (key, value) in actual {
      guard let wanted = expected[key] else { continue }
      let text: String? =
        switch wanted {
        case is NSNull: nil
        case let list as [String]: list.sorted().joined(separator: ",")
        case let number as NSNumber:
          number.doubleValue == number.doubleValue.rounded() ? "\(number.int64Value)" : number.description
        default: "\(wanted)"
        }
      if text != value { found.append("\(key): \(value ?? "nil"), not \(text ?? "nil")") }
    }
    for flag in expected["flags"] as? [String] ?? [] where !flags.contains(flag) { found.append("no flag \(flag)") }
    return found
  }
}
