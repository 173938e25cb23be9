import KeikakuText

/// A reference to a node, taken apart: 施策1-2「観光の振興」（P.23）.
struct NodeReference: Sendable {
  /// The kind that the reference's own word names.
  var kind: NodeKind?
  /// In ASCII digits, parts joined by `-`: 1-2 of Ⅰ－２ and of 1-(2).
  var number: String?
  /// Empty where only a number stands.
  var title: String
  /// The printed page.
  var page: Int?

  init(_ text: String, lexicon: Lexicon) {
    let (rest, page) = Self.withoutPage(text)
    self.page = page
    if let path = NumberPath.read(rest) {
      number = path
      title = ""
      return
    }
    if let (label, path) = Self.labelled(rest, lexicon: lexicon) {
      kind = label
      number = path
      title = ""
      return
    }
    let heading = CellHeading(rest, lexicon: lexicon)
    kind = heading.labelKind
    number = heading.number
    title = Self.unquoted(heading.title)
  }

  /// 施策Ⅰ－２ and 基本目標２－施策１: a path of numbers with labels before them; the last label names the kind.
  private static func labelled(_ text: String, lexicon: Lexicon) -> (NodeKind, String)? {
    let bytes = Array(text.utf8)
    var digits: [UInt8] = []
    var kind: NodeKind?
    var index = 0
    while index < bytes.count {
      if let label = lexicon.labels.longestMatch(in: bytes.span, at: index, limit: bytes.count) {
        kind = label.value
        index += label.length
      } else {
        digits.append(bytes[index])
        index += 1
      }
    }
    guard let kind, let path = NumberPath.read(String(decoding: digits, as: UTF8.self)) else { return nil }
    return (kind, path)
  }

  private static func unquoted(_ title: String) -> String {
    guard title.hasPrefix("「"), title.hasSuffix("」"), title.count > 2 else { return title }
    return String(title.dropFirst().dropLast())
  }

  // MARK: Pages

  private static let openers: Set<Character> = ["(", "（", "[", "［", "…", "・", "→", "⇒", " ", "　", "\t"]

  /// Takes P.23, (P15) or 12ページ from the end.
  private static func withoutPage(_ text: String) -> (rest: String, page: Int?) {
    var body = Substring(text)
    while let last = body.last, ")）]］参照 　".contains(last) { body.removeLast() }
    for mark in ["ページ", "頁"] where body.hasSuffix(mark) { body.removeLast(mark.count) }
    let hasMark = body.endIndex < text.endIndex && text[body.endIndex...].contains { "ペ頁".contains($0) }
    let digits = body.reversed().prefix { $0.wholeNumberValue != nil }
    guard (1...3).contains(digits.count), let page = Int(String(digits.reversed()).folded) else { return (text, nil) }
    body.removeLast(digits.count)
    while let last = body.last, ".． 　".contains(last) { body.removeLast() }
    if let last = body.last, "PpＰｐ".contains(last) { body.removeLast() } else if !hasMark { return (text, nil) }
    if body.last == "." || body.last == "p" { body.removeLast() }
    while let last = body.last, openers.contains(last) { body.removeLast() }
    return (String(body), page)
  }
}

/// A number of several parts that stands alone: Ⅰ－２, 1-(2)-③.
enum NumberPath {
  /// In ASCII digits, parts joined by `-`; nil where anything else stands in the text.
  static func read(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    var parts: [String] = []
    var cursor = ScalarCursor(bytes, 0..<bytes.count)
    while let (scalar, width) = cursor.peek() {
      if isSeparator(scalar) {
        cursor.skip(width)
      } else if let part = part(&cursor) {
        parts.append(part)
      } else {
        return nil
      }
      if parts.count > 5 { return nil }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "-")
  }

  private static func isSeparator(_ scalar: UInt32) -> Bool {
    [0x20, 0x28, 0x29, 0x2D, 0x2E, 0x30FC].contains(scalar)
  }

  private static func part(_ cursor: inout ScalarCursor) -> String? {
    guard let (scalar, width) = cursor.peek() else { return nil }
    if let circled = Numbering.circledValue(scalar) {
      cursor.skip(width)
      return String(circled)
    }
    if (0x41...0x48).contains(scalar) {
      cursor.skip(width)
      return String(Int(scalar - 0x40))
    }
    let value = Numbering.arabic(&cursor) ?? Numbering.romanValue(&cursor)
    return value.flatMap { $0 < 100 ? String($0) : nil }
  }
}
