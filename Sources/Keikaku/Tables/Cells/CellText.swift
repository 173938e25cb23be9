import KeikakuText

/// What is done to the text of a cell, the same in all forms of tables.
enum CellText {
  /// Joins the lines of a wrapped cell: Japanese letters close up, all else keeps a blank.
  static func joined(_ lines: [String]) -> String {
    var result = ""
    for line in lines where !line.isEmpty {
      result += separator(between: String(result.unicodeScalars.suffix(longestTail)), and: line) + line
    }
    return result
  }

  /// In letters: how far before the end of a cell a bracket may stand open.
  private static let longestTail = 200

  /// Nothing between the letters of one Japanese word; a blank where a figure with its unit ends before the break, so
  /// that two values in one cell stay two.
  static func separator(between left: String, and right: String) -> String {
    guard let last = left.unicodeScalars.last, let first = right.unicodeScalars.first else { return "" }
    if last == "(" || last == "（" || first == ")" || first == "）" { return "" }
    if first == "(" || first == "（" { return "" }
    if isOpenEnded(last) || NameContinuation.isOpenInBracket(left) && isDigit(first) { return "" }
    if isDigit(last), isJapanese(first) { return "" }
    guard isJapanese(last), isJapanese(first) else { return " " }
    return endsWithQuantity(left) && right.unicodeScalars.contains(where: isDigit) ? " " : ""
  }

  /// A mark after which the text must go on.
  private static func isOpenEnded(_ scalar: Unicode.Scalar) -> Bool { "、・／/「『【［[".unicodeScalars.contains(scalar) }

  private static func endsWithQuantity(_ text: String) -> Bool {
    let tail = text.unicodeScalars.suffix(4)
    return tail.contains(where: isDigit)
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  /// Kana, kanji and full-width marks.
  static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FDF, 0x3001...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF0F, 0xFF1A...0xFF9F,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Closes the blanks that a converter left inside a word or a figure: マッチ ング, 2 1.19.
  ///
  /// Only where nothing else can be meant: before a letter that begins no word (ン, ッ, ー, small kana), and between the
  /// digits of one number, when what follows holds a decimal point or a thousands comma and what precedes does not.
  static func withoutStrayBlanks(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(" ") else { return text }
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar == " ", index > 0, index + 1 < scalars.count, isStrayBlank(at: index, in: scalars) { continue }
      result.append(scalar)
    }
    return String(result)
  }

  private static func isStrayBlank(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let (left, right) = (scalars[index - 1], scalars[index + 1])
    if "ンッャュョァィゥェォーんっゃゅょぁぃぅぇぉ".unicodeScalars.contains(right) { return isJapanese(left) }
    guard isDigit(left), isDigit(right) else { return false }
    let before = scalars[..<index].reversed().prefix { isDigit($0) || ".,，．".unicodeScalars.contains($0) }
    let after = scalars[(index + 1)...].prefix { isDigit($0) || ".,，．".unicodeScalars.contains($0) }
    // R2 12,000 is a year and a figure.
    let sign = scalars[..<(index - before.count)].last
    if let sign, "RHS和成".unicodeScalars.contains(sign) { return false }
    return before.allSatisfy(isDigit) && before.count <= 2 && !after.allSatisfy(isDigit)
  }

  /// What converters of spreadsheets write for a blank cell, and for one in the first row.
  private static func isBlankOfSpreadsheet(_ text: String) -> Bool {
    text == "NaN"
      || text.hasPrefix("Unnamed: ") && text.dropFirst("Unnamed: ".count).allSatisfy { "0"..."9" ~= $0 || $0 == "_" }
  }

  /// Takes the marks of Markdown out of a cell: bold, code, links, escapes, `<br>`.
  ///
  /// - Returns: the lines that `<br>` ends; none for a blank cell.
  static func linesWithoutInlineMarks(_ text: String) -> [String] {
    if isBlankOfSpreadsheet(text) { return [] }
    // A line break in a cell of pandoc's.
    let text = text.hasSuffix("\\") && !text.hasSuffix("\\\\") ? String(text.dropLast()) : text
    guard
      text.utf8.contains(where: {
        $0 == 0x2A || $0 == 0x5F || $0 == 0x60 || $0 == 0x5C || $0 == 0x3C || $0 == 0x26 || $0 == 0x7E
      })
    else { return [text] }
    return InlineMarks(text).cleanedLines()
  }
}

extension Table.Cell {
  /// A cell of lines that are joined to its text.
  init(lines: [String], source: SourceRange) {
    let filled = lines.filter { !$0.isEmpty }
    self.init(text: CellText.joined(filled), source: source)
    if filled.count > 1 { self.lines = filled }
  }
}
