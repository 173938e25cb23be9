import KeikakuText

/// Where a cell ends that begins with one of the pieces between single blanks: behind which piece, or nil where that is one of
/// its own.
struct PieceEnds {
  let rows: TextLines
  let quantities: QuantityReader
  /// In bytes: what is longer is text.
  static let longest = 60
  private static let mostPieces = 6

  /// One blank stands before a piece.
  func areBeside(_ pieces: [Range<Int>], _ index: Int) -> Bool {
    let gap = pieces[index - 1].upperBound..<pieces[index].lowerBound
    return !gap.isEmpty && WhiteSpace.width(at: gap.lowerBound, in: rows.text.bytes, to: gap.upperBound) == gap.count
  }

  /// The places behind the pieces that may be one with that at a place, from the nearest.
  private func places(_ pieces: [Range<Int>], _ index: Int) -> [Int] {
    var places: [Int] = []
    var next = index + 1
    while next < pieces.count, next - index < Self.mostPieces, areBeside(pieces, next),
      pieces[next].upperBound - pieces[index].lowerBound <= Self.longest
    {
      next += 1
      places.append(next)
    }
    return places
  }

  private func text(_ pieces: [Range<Int>], _ index: Int, _ end: Int) -> String {
    rows.string(pieces[index].lowerBound..<pieces[end - 1].upperBound).folded
  }

  /// （令和 6 年度）, 件（5 年間）: a bracket opens and a further piece closes it, with none that opens between.
  func ofBracket(_ pieces: [Range<Int>], _ index: Int) -> Int? {
    guard pieces[index].count <= Self.longest, opens(pieces[index]) else { return nil }
    for end in places(pieces, index) {
      let last = rows.string(pieces[end - 1]).folded
      if last.contains("(") { return nil }
      if last.contains(")") { return end }
    }
    return nil
  }

  private func opens(_ piece: Range<Int>) -> Bool {
    // Of ASCII, or one of the marks of full width that fold to it.
    guard rows.text.bytes[piece].contains(where: { $0 == UInt8(ascii: "(") || $0 == 0xEF }) else { return false }
    let text = rows.string(piece).folded
    return text.lastIndex(of: "(").map { !text[$0...].contains(")") } ?? false
  }

  // MARK: Years

  /// 平成 28 年度, 2019 年度. 60 年度末時点 is a figure and a remark.
  func ofYear(_ pieces: [Range<Int>], _ index: Int) -> Int? {
    guard mayBeginYear(pieces[index]) else { return nil }
    return places(pieces, index).last { end in
      let year = withoutBracketBehind(text(pieces, index, end))
      return Self.lastOfYear.contains(where: year.hasSuffix) && year.count(where: { $0 == "年" }) == 1
        && !year.contains("(") && ValueLook.isYear(year)
    }
  }

  /// An era, perhaps with its number, or the four digits of a year.
  private func mayBeginYear(_ piece: Range<Int>) -> Bool {
    guard piece.count <= Self.longest else { return false }
    let written = rows.string(piece)
    guard ValueLook.mayBeginYear(written) else { return false }
    let text = written.folded
    guard let era = Self.eras.first(where: text.hasPrefix) else {
      return text.utf8.count == 4 && ValueLook.isYear(text)
    }
    let number = text.dropFirst(era.count)
    return number.count <= 2 && number.allSatisfy { $0.isASCII && $0.isNumber || $0 == "元" }
  }

  private static let eras = ValueLook.writtenEras + ValueLook.letterEras
  private static let lastOfYear = ["年", "年度", "年度末"]

  /// 平成 28 年度 of 平成 28 年度（現状）.
  private func withoutBracketBehind(_ text: String) -> String {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), text[..<open].contains("年") else { return text }
    return String(text[..<open])
  }

  // MARK: Figures

  /// ▲ 120, 約 4,800: a sign or a word for how a figure is meant. A dash may as well be a value that is missing.
  func ofSign(_ pieces: [Range<Int>], _ index: Int) -> Int? {
    guard index + 1 < pieces.count, pieces[index].count <= Self.longestSign,
      Self.signs.contains(rows.string(pieces[index]))
    else { return nil }
    let figure = rows.string(pieces[index + 1]).folded
    return figure.first.map { $0.isASCII && $0.isNumber } == true && ValueLook.isFigure(figure) ? index + 2 : nil
  }

  private static let signs: Set<String> = ["▲", "△", "約", "延べ", "のべ", "概ね", "おおむね", "年間", "累計"]
  private static let longestSign = 12

  /// 4,200 人, 35.4 ％, 18 万人以上, 120 件 / 年.
  func ofUnit(_ pieces: [Range<Int>], _ index: Int) -> Int? {
    guard isBareFigure(pieces[index]) else { return nil }
    // 件 / 年 80 is no unit, though a unit may be one for each of so many.
    return places(pieces, index).prefix { !beginsAsFigure(pieces[$0 - 1]) }.last { end in
      isUnit(rows.string(pieces[index + 1].lowerBound..<pieces[end - 1].upperBound).folded.filter { $0 != " " })
    }
  }

  private func beginsAsFigure(_ range: Range<Int>) -> Bool {
    rows.string(range).folded.first.map { $0.isASCII && $0.isNumber } ?? true
  }

  /// A figure that ends in a digit and is no year.
  private func isBareFigure(_ range: Range<Int>) -> Bool {
    guard range.count <= Self.longest else { return false }
    let text = rows.string(range)
    return text.folded.utf8.last.map { (0x30...0x39).contains($0) } == true && ValueLook.isFigure(text)
  }

  /// A unit, perhaps with a word for a bound or a bracket behind it: 人, 万人以上, 人(2014年).
  private func isUnit(_ written: String) -> Bool {
    var text = written[...]
    if text.last == ")", let open = text.lastIndex(of: "("), open > text.startIndex { text = text[..<open] }
    if let bound = Self.bounds.first(where: text.hasSuffix) { text = text.dropLast(bound.count) }
    guard let first = text.first, first != "(", first != "[", !Self.endsOfNames.contains(text) else { return false }
    return quantities.isUnit(String(text))
  }

  private static let bounds = ["以上", "以下", "以内", "未満", "程度"]

  /// 数 ends names and no figures.
  private static let endsOfNames: Set<Substring> = ["数", "率", "額", "量", "割合", "比", "度"]
}
