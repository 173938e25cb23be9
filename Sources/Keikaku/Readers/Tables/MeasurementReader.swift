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
    // 令和元年度の2倍: the year is the one it is measured against.
    if quantity.unit == "倍", Self.comparesWithYear(text) { quantity.period = nil }
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

  fileprivate static func comparesWithYear(_ text: String) -> Bool {
    ["年度の", "年の", "年度比", "年比"].contains(where: text.folded.contains)
  }
}

extension Quantity {
  /// A number, a bound, parts or words: something that the cell says.
  var saysSomething: Bool {
    value != nil || low != nil || high != nil || !parts.isEmpty || text != nil || !qualifiers.isEmpty
  }

  /// Read after a repair of its digits, or left unread though it begins with a digit.
  var isDoubtful: Bool {
    if flags.contains(.ocrRepaired) { return true }
    guard !isNumber, let first = text?.folded.utf8.first else { return false }
    return (0x30...0x39).contains(first)
  }

  var isNumber: Bool { value != nil || low != nil || high != nil || !parts.isEmpty }
}
