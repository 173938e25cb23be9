import Foundation
import KeikakuText

/// The project's own table of forms: sections with a sentence of prose, then `input => what is read`, one a line.
///
/// Adding a case needs no Swift: write the line, or only its left side and record the rest.
struct FormCorpus {
  struct Case {
    var line: Int
    var input: String
    var expected: String
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  let file: URL
  let lines: [String]

  init(_ name: String) throws {
    file = Self.folder.appending(path: name)
    lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
  }

  var cases: [Case] {
    lines.enumerated().compactMap { index, line in
      guard let mark = line.range(of: " =>") else { return nil }
      return Case(
        line: index + 1, input: Self.unescaped(String(line[..<mark.lowerBound])),
        expected: line[mark.upperBound...].trimmingCharacters(in: .whitespaces))
    }
  }

  /// The file's text with what `describe` says on every right side.
  func recorded(_ describe: (String) -> String) -> String {
    lines.map { line in
      guard let mark = line.range(of: " =>") else { return line }
      return line[..<mark.upperBound] + " " + describe(Self.unescaped(String(line[..<mark.lowerBound])))
    }.joined(separator: "\n")
  }

  /// `{U+200B}` stands for a character that cannot be seen.
  private static func unescaped(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.range(of: "{U+"), let close = rest[open.upperBound...].firstIndex(of: "}") {
      result += rest[..<open.lowerBound]
      if let code = UInt32(rest[open.upperBound..<close], radix: 16), let scalar = Unicode.Scalar(code) {
        result.unicodeScalars.append(scalar)
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" }
}

/// What a reader found in one line, in the words of the table of forms.
enum FormDescription {
  static func date(_ input: String) -> String {
    let found = Normalizer().date(line: Array(input.utf8))
    let temporal = found.temporal
    if temporal.flags.contains(.notADate) { return "nothing" }
    if let reason = temporal.reason { return "invalid: \(reason)" }
    var words = [temporal.kind?.rawValue ?? "", interval(temporal)]
    if temporal.assumed { words.append("assumed") }
    words += temporal.flags.map(\.rawValue)
    if found.more > 0 { words.append("and \(found.more) more") }
    return words.joined(separator: " ")
  }

  static func interval(_ temporal: Temporal) -> String {
    "\(temporal.start?.description ?? "")..\(temporal.end?.description ?? "")"
  }

  /// A cell may carry its column's unit and its indicator's name behind bars: `2,325 | 十億円`.
  static func quantity(_ input: String) -> String {
    let fields = input.components(separatedBy: " | ")
    var context = QuantityReader.Context()
    if fields.count > 1, !fields[1].isEmpty { context.unit = fields[1] }
    if fields.count > 2 { context.name = fields[2] }
    return describe(QuantityReader().read(fields[0], context: context))
  }

  static func describe(_ quantity: Quantity) -> String {
    var words: [String] = []
    if let value = quantity.value { words.append(value.description) }
    if let unit = quantity.unit { words.append(unit) }
    if quantity.low != quantity.value || quantity.high != quantity.value {
      words.append("[\(quantity.low?.description ?? "")..\(quantity.high?.description ?? "")]")
    }
    if let text = quantity.text { words.append("“\(text)”") }
    words += quantity.qualifiers.map(\.rawValue)
    words += quantity.flags.map(\.rawValue)
    if let period = quantity.period { words.append("in \(interval(period))") }
    words += quantity.parts.map { "{\($0.label): \($0.value?.description ?? "nothing") \($0.unit ?? "")}" }
    words += quantity.also.map { "also (\(describe($0)))" }
    return words.joined(separator: " ")
  }

  static func mentions(_ input: String) -> String {
    let bytes = Array(input.utf8)
    let found = MentionFinder().mentions(in: bytes, range: 0..<bytes.count).map { mention in
      let raw = String(decoding: bytes[mention.range], as: UTF8.self)
      return switch mention.finding {
      case .date(let date): "\(raw): \(interval(date))"
      case .quantity(let quantity): "\(raw): \(describe(quantity))"
      }
    }
    return found.isEmpty ? "nothing" : found.joined(separator: "; ")
  }
}
