import KeikakuText

/// Lines that would be numbered headings but begin with a figure or a number of something else, as cells of plain text and
/// lines of a paragraph do.
///
///     21.4 万人(2015 年)     a figure with its unit
///     27 年度               a year without its era
///     2 5 件                a figure with a blank in it
///     0 指標④               nothing is counted 0
///     8 2.窓口の業務          two numbers: cells of a row
///     取組12件              how many there are
struct FigureInLine {
  let bytes: [UInt8]
  let lexicon: Lexicon

  /// Whether what is taken for a number and a title is none.
  func holds(_ numbering: Numbering, _ title: Range<Int>) -> Bool {
    switch numbering.style {
    case .decimal, .decimalDot, .hyphenated: break
    default: return false
    }
    if numbering.number == "0" || numbering.number.hasPrefix("0-") { return true }
    guard numbering.style != .decimalDot, bytes[numbering.end - 1] != UInt8(ascii: ".") else { return false }
    return isCounted(title) || beginsWithNumber(title)
  }

  /// 件 of 取組12件: right behind the number of a label only a unit.
  func counts(_ numbering: Numbering, _ title: Range<Int>) -> Bool {
    title.lowerBound == numbering.end && [.decimal, .hyphenated].contains(numbering.style) && !title.isEmpty
      && isUnit(String(decoding: bytes[title], as: UTF8.self))
  }

  /// 万人(2015 年), 年度, 5 件: a unit, perhaps behind more digits, and nothing or a bracket or a blank behind it.
  func isCounted(_ title: Range<Int>) -> Bool {
    let text = String(decoding: bytes[title.prefix(Self.longest)], as: UTF8.self).folded
    let rest = text.drop { $0.isASCII && $0.isNumber || ",. ".contains($0) }
    let word = rest.prefix { !" (),、".contains($0) }
    return !word.isEmpty && isUnit(String(word))
  }

  /// In bytes.
  private static let longest = 60
  private static let parts: Set<String> = [
    "年", "年度", "年度末", "月", "日", "月末", "年間", "か月", "時", "分", "位", "歳", "万", "千", "億",
  ]

  /// A unit or a part of a date; 事業 and 施策 are counted as well, but name a heading where they stand alone.
  private func isUnit(_ word: String) -> Bool {
    if Self.parts.contains(word) { return true }
    guard lexicon.labels[word] == nil, lexicon.groups[word] == nil, lexicon.groupKinds[word] == nil else {
      return false
    }
    return QuantityReader(units: lexicon.units).isUnit(word)
  }

  /// 2. of 8 2.窓口の業務, 3 of 4 3 回: a second number; 3 つの of 1 3 つの視点 is a word.
  private func beginsWithNumber(_ title: Range<Int>) -> Bool {
    guard let second = Numbering.read(bytes, title), [.decimal, .decimalDot].contains(second.style) else {
      return false
    }
    var cursor = ScalarCursor(bytes, second.end..<title.upperBound)
    cursor.skipBlanks()
    return cursor.peek().map { !(0x3041...0x3096).contains($0.scalar) } ?? true
  }
}
