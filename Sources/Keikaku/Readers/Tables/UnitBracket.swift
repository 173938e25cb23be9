import KeikakuText

/// Finds a unit in a bracket or after 単位：, in names and headers: 出生数(人), 現状値［％］, （単位：千円）.
enum UnitBracket {
  /// The bracket that a closing one closes.
  private static func opening(of closing: Unicode.Scalar) -> Unicode.Scalar? {
    switch closing {
    case ")": "("
    case "）": "（"
    case "]": "["
    case "］": "［"
    case "】": "【"
    case "〕": "〔"
    case "〉": "〈"
    case "》": "《"
    default: nil
    }
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "（", "[", "［", "【", "〔", "〈", "《": true
    default: false
    }
  }

  /// How long was counted, no unit: 創業支援件数（年間）.
  private static let spans: Set<String> = ["年間", "月間", "週間", "日間", "年度", "通年", "単年", "単年度"]

  /// A name without a bracket at its end that only holds its unit, and the unit as written.
  static func split(_ name: String, _ units: Units) -> (name: String, unit: String?) {
    if name.contains("単位"), let label = name.ranges(of: "単位").last, label.lowerBound > name.startIndex,
      let unit = unit(in: String(name[label.lowerBound...]), units),
      let before = name[..<label.lowerBound].unicodeScalars.last, isBlank(before) || before == "/" || before == "／"
    {
      return (trimmed(name[..<label.lowerBound].dropLast()), unit)
    }
    let scalars = name.unicodeScalars
    guard let last = scalars.last, let open = opening(of: last), let start = scalars.lastIndex(of: open) else {
      return (name, nil)
    }
    let inner = scalars[scalars.index(after: start)...].dropLast()
    guard start > name.startIndex, let unit = unit(in: String(inner), units) else { return (name, nil) }
    return (trimmed(name[..<start]), unit)
  }

  /// The unit that a header gives.
  static func unit(inHeader text: String, _ units: Units) -> String? {
    guard text.utf8.count <= TableScan.longestHeader else { return nil }
    var rest = Substring(text).unicodeScalars
    while let start = rest.lastIndex(where: isOpening) {
      let inner = rest[rest.index(after: start)...].prefix { opening(of: $0) == nil }
      if let unit = unit(in: String(inner), units) { return unit }
      rest = rest[..<start]
    }
    return nil
  }

  /// The unit of a caption or bracket: 単位：人, or 人 alone.
  static func unit(in text: String, _ units: Units) -> String? {
    var rest = trimmed(Substring(text))
    for label in ["単位：", "単位:", "単位は", "単位"] where rest.hasPrefix(label) {
      rest = trimmed(rest.dropFirst(label.count))
      break
    }
    guard !rest.isEmpty, rest.utf8.count <= 30, QuantityReader(units: units).isUnit(rest), !spans.contains(rest)
    else { return nil }
    return rest
  }

  /// A unit that no table of units knows, from a column of units: 軒, 張. A short word without figures, and without a
  /// numeral before it that would be a factor.
  static func newUnit(in text: String) -> String? {
    let word = trimmed(Substring(text))
    // 目標 in the column of units says what the row holds.
    guard !valueLabels.contains(word), let first = word.unicodeScalars.first, !"十百千万億兆".unicodeScalars.contains(first),
      word.utf8.count <= 24,
      word.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0 == "/" || $0 == "／" || $0 == "・" })
    else { return nil }
    return word
  }

  private static let valueLabels: Set<String> = ["目標", "目標値", "実績", "実績値", "計画", "計画値", "見込", "見込値"]

  static func trimmed(_ text: Substring) -> String {
    var rest = text.unicodeScalars
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    let whole = text.base
    return rest.startIndex == whole.startIndex && rest.endIndex == whole.endIndex ? whole : String(rest)
  }

  /// （地区）: a bracket and nothing more.
  static func isBracket(_ text: String) -> Bool {
    let scalars = trimmed(Substring(text)).unicodeScalars
    guard let first = scalars.first, let last = scalars.last, scalars.count > 2 else { return false }
    return opening(of: last) == first && !scalars.dropLast().contains(last)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{3000}" || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }
}
