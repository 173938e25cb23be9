import KeikakuText

/// Puts the pieces of a line together that are one cell, where single blanks part cells as well as what stands within them.
///
///     図書館の利用者数 4,200 人 (令和元年度) 4,800 人 (令和6年度)
///
/// A figure and its unit, a value and the bracket with its year, the letters of a year.
struct CellPieces {
  let rows: TextLines
  let quantities: QuantityReader
  /// 平成 28 年度.
  private static let mostOfYear = 5
  /// In bytes.
  private static let longestPart = 60

  /// - Parameter hasUnits: the table has a column of units: one behind a figure is a cell of its own.
  func joined(_ pieces: [Range<Int>], hasUnits: Bool) -> [Range<Int>] {
    guard pieces.count > 1 else { return pieces }
    let years = withYearsWhole(pieces)
    return withYearsOfValues(hasUnits ? years : withUnits(years))
  }

  // MARK: Years

  /// 平成 28 年度, （令和 6 年度）.
  private func withYearsWhole(_ pieces: [Range<Int>]) -> [Range<Int>] {
    var whole: [Range<Int>] = []
    var index = 0
    while index < pieces.count {
      let end = endOfYear(pieces, from: index) ?? index + 1
      whole.append(pieces[index].lowerBound..<pieces[end - 1].upperBound)
      index = end
    }
    return whole
  }

  /// Behind the last of the pieces that are one year; nil where none begins. 60 年度末時点 is a figure and a remark.
  private func endOfYear(_ pieces: [Range<Int>], from index: Int) -> Int? {
    guard mayBeginYear(pieces[index]) else { return nil }
    let ends = index + 2..<max(index + 2, min(pieces.count, index + Self.mostOfYear) + 1)
    return ends.reversed().first { end in
      let range = pieces[index].lowerBound..<pieces[end - 1].upperBound
      guard range.count <= Self.longestPart, Self.lastOfYear.contains(rows.string(pieces[end - 1]).folded) else {
        return false
      }
      let text = rows.string(range)
      return isOneYear(text) && ValueLook.isYear(text)
    }
  }

  /// An era, perhaps with its number, the four digits of a year, or a bracket that is open.
  private func mayBeginYear(_ piece: Range<Int>) -> Bool {
    guard piece.count <= Self.longestPart else { return false }
    let text = rows.string(piece).folded
    if text.hasPrefix("(") { return !text.hasSuffix(")") }
    let number = Self.eras.first(where: text.hasPrefix).map { text.dropFirst($0.count) }
    if let number { return number.count <= 2 && number.allSatisfy { $0.isASCII && $0.isNumber || $0 == "元" } }
    return text.utf8.count == 4 && ValueLook.isYear(text)
  }

  private static let eras = ["令和", "平成", "昭和", "R", "H", "S"]
  private static let lastOfYear: Set<String> = ["年", "年度", "年)", "年度)", "年度末", "年度末)"]

  /// 平成28年度 平成33年度 are two: 年 stands once, and the bracket of one that has any is around it all.
  private func isOneYear(_ text: String) -> Bool {
    let folded = text.folded
    guard folded.count(where: { $0 == "年" }) == 1 else { return false }
    let inner = folded.hasPrefix("(") && folded.hasSuffix(")") ? folded.dropFirst().dropLast() : folded[...]
    return !inner.contains("(") && !inner.contains(")")
  }

  // MARK: Units

  /// 4,200 人, 35.4 ％, 18 万人以上.
  private func withUnits(_ pieces: [Range<Int>]) -> [Range<Int>] {
    var whole: [Range<Int>] = []
    for piece in pieces {
      if let last = whole.last, isUnit(piece), isBareFigure(last) {
        whole[whole.count - 1] = last.lowerBound..<piece.upperBound
      } else {
        whole.append(piece)
      }
    }
    return whole
  }

  /// A figure that ends in a digit and is no year.
  private func isBareFigure(_ range: Range<Int>) -> Bool {
    guard range.count <= Self.longestPart else { return false }
    let text = rows.string(range)
    guard text.folded.utf8.last.map({ (0x30...0x39).contains($0) }) == true else { return false }
    return ValueLook.isFigure(text)
  }

  /// A unit, perhaps with a word for a bound or a bracket behind it: 人, 万人以上, 人(2014年).
  private func isUnit(_ range: Range<Int>) -> Bool {
    guard range.count <= Self.longestPart else { return false }
    var text = rows.string(range).folded[...]
    if text.last == ")", let open = text.lastIndex(of: "("), open > text.startIndex { text = text[..<open] }
    if let bound = Self.bounds.first(where: text.hasSuffix) { text = text.dropLast(bound.count) }
    guard let first = text.first, first != "(", first != "[", !Self.endsOfNames.contains(String(text)) else {
      return false
    }
    return quantities.isUnit(String(text))
  }

  private static let bounds = ["以上", "以下", "以内", "未満", "程度"]

  /// 数 ends names and no figures.
  private static let endsOfNames: Set<String> = ["数", "率", "額", "量", "割合", "比", "度"]

  // MARK: Years of values

  /// 402件 (2019年): where each bracket with a year stands behind a value. Where one stands elsewhere, before its value or
  /// behind another year, they are left alone.
  private func withYearsOfValues(_ pieces: [Range<Int>]) -> [Range<Int>] {
    let isYear = pieces.map { $0.count <= Self.longestPart && YearBracket.dates(rows.string($0)) }
    guard isYear.contains(true),
      isYear.indices.allSatisfy({ !isYear[$0] || $0 > 0 && !isYear[$0 - 1] && takesYear(pieces[$0 - 1]) })
    else { return pieces }
    var whole: [Range<Int>] = []
    for (piece, isYear) in zip(pieces, isYear) {
      if isYear, let last = whole.last {
        whole[whole.count - 1] = last.lowerBound..<piece.upperBound
      } else {
        whole.append(piece)
      }
    }
    return whole
  }

  private func takesYear(_ range: Range<Int>) -> Bool {
    let text = rows.string(range)
    return ValueLook.isValue(text) && !ValueLook.endsInYear(text)
  }
}
