/// Where running heads, running feet and page numbers stand.
enum PageEdge {
  /// The outermost part of a page's height, at its top and at its bottom.
  static let share = 0.08
}

extension PrintedLine {
  /// `5`, `- 5 -`, `P.5`.
  var loneNumber: (number: Int, isDashed: Bool)? {
    let text = words.map(\.text).joined()
    var number = 0
    var digits = 0
    var others = 0
    var isDashed = false
    for scalar in text.unicodeScalars {
      if scalar.isDecimal, let value = scalar.properties.numericValue {
        number = number * 10 + Int(value)
        digits += 1
      } else if "-－–—‐ー―~〜～".unicodeScalars.contains(scalar) {
        isDashed = true
      } else if "pP.．頁ページ".unicodeScalars.contains(scalar) {
        others += 1
      } else {
        return nil
      }
      if digits > 4 || others > 4 { return nil }
    }
    return digits > 0 ? (number, isDashed) : nil
  }
}
