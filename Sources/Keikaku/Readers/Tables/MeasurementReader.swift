import KeikakuText

/// Turns a cell of a value column into a measurement: the cell first, then what its header and neighbours add.
struct MeasurementReader: Sendable {
  /// What the table says of a cell beyond its text.
  struct Surroundings {
    var name: String
    var unit: String?
    /// From the header or a column of its own.
    var period: Temporal?
    var isCumulative = false
  }

  let units: Units
  private let quantities: QuantityReader

  init(_ units: Units) {
    self.units = units
    quantities = QuantityReader(units: units)
  }

  func isUnit(_ text: String) -> Bool { quantities.isUnit(text) }

  /// The base unit of a written one.
  func baseUnit(_ written: String) -> String { quantities.unit(written)?.base ?? written }

  func measurement(_ text: String, at source: SourceRange, _ surroundings: Surroundings) -> Measurement {
    let context = QuantityReader.Context(unit: surroundings.unit, name: surroundings.name)
    var quantity = quantities.read(text, context: context)
    if quantity.period != nil, Self.comparesWithYear(text) {
      quantity.period = nil
      if quantity.text != nil { quantity.text = text }
    }
    if quantity.period == nil, !Self.tellsOwnYear(text) { quantity.period = surroundings.period }
    if let words = quantity.text, let first = words.unicodeScalars.first, (0x3041...0x3096).contains(first.value) {
      // The date before the words was part of what they say: 令和5年度に調査.
      quantity.text = text
    }
    let hasResult = quantity.value != nil || quantity.low != nil || quantity.high != nil || !quantity.parts.isEmpty
    if surroundings.isCumulative, hasResult, !quantity.qualifiers.contains(.cumulative) {
      quantity.qualifiers.insert(.cumulative, at: 0)
    }
    return Measurement(quantity: quantity, source: source)
  }
}

extension MeasurementReader {
  /// 小97（H30） 中95（R1）: brackets with years of the cell's own. Where these cannot be read, the year of the header is not
  /// the value's either.
  static func tellsOwnYear(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "(")) || text.contains("（") else { return false }
    if YearOfUnsaidEra(inBracketOf: text) != nil { return true }
    return text.folded.split(separator: "(").dropFirst().contains { rest in
      guard let close = rest.firstIndex(of: ")") else { return false }
      // 1,500(2019) may hold a second figure.
      let inner = rest[..<close]
      return !inner.allSatisfy(\.isNumber) && ValueLook.isYear(String(inner))
    }
  }

  /// 令和元年度の2倍, 2019年水準超え, R4年度以上, 令和4年度から5ポイント増: the year that begins the text is the one it is measured against.
  fileprivate static func comparesWithYear(_ text: String) -> Bool {
    guard comparing.occurs(in: text) else { return false }
    let folded = text.folded
    if let start = folded.firstRange(of: "から"), ValueLook.isYear(String(folded[..<start.lowerBound])) {
      return !ValueLook.isYear(String(folded[start.upperBound...]))
    }
    guard let year = temporals.first(in: folded), year.range.lowerBound == 0 else { return false }
    let bytes = folded.utf8.span
    return comparisons.longestMatch(in: bytes, at: year.range.upperBound, limit: bytes.count) != nil
      || folded.hasSuffix("倍") && ofYear.longestMatch(in: bytes, at: year.range.upperBound, limit: bytes.count) != nil
  }

  private static let temporals = TemporalReader()
  /// One look that nearly all texts end with.
  private static let comparing = WordTrie(
    ["比", "水準", "以上", "以下", "より", "から", "上回", "下回", "超", "未満", "並", "同", "対し", "倍"].map { ($0, true) })
  private static let comparisons = WordTrie(
    [
      "比", "水準", "の水準", "以上", "以下", "より", "から", "を上回", "を下回", "超", "未満", "並み", "並", "と同", "に比べ", "に対し", "実績以上", "実績以下",
      "実績の", "実績を", "実績値以上", "実績値以下", "値以上", "値以下", "の値以上", "の値以下", "の実績以上", "の実績値以上",
    ].map { ($0, true) })
  private static let ofYear = WordTrie(["の", "値の"].map { ($0, true) })
}

extension Quantity {
  /// A number, a bound, parts or words: something that the cell says.
  var saysSomething: Bool {
    value != nil || low != nil || high != nil || !parts.isEmpty || text != nil || !qualifiers.isEmpty
  }

  /// Read after a repair of its digits, or left unread though it begins with a digit.
  var isDoubtful: Bool {
    if flags.contains(.ocrRepaired) { return true }
    guard !isNumber, let text, let first = text.folded.utf8.first else { return false }
    return (0x30...0x39).contains(first) && !MeasurementReader.comparesWithYear(text)
  }

  var isNumber: Bool { value != nil || low != nil || high != nil || !parts.isEmpty }
}
