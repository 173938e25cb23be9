import KeikakuText

/// The words at the beginning of a text whose line ends are lost, each as a line of a cover would hold it.
///
///     12 令和 5 年度 施策評価シート 〇 〇 市 目 次 1 評価の目的 …
///     → 令和 5 年度 | 施策評価シート | 〇 〇 市 | 目 次
///
/// Blanks within a date and between single letters part no words; what stands behind a lone number is the head of a section.
struct FlowWords: Sendable {
  struct Word: Sendable {
    var source: Range<Int>
    /// A lone number stands before it.
    var isNumbered = false
  }

  private(set) var words: [Word] = []

  /// The words of a range of bytes, at most `limit`.
  init(_ bytes: [UInt8], in range: Range<Int>, limit: Int) {
    var start = range.lowerBound
    var followsNumber = false
    while start < range.upperBound, words.count < limit {
      let end = bytes.span.first(Ascii.space, from: start, to: range.upperBound)
      defer { start = end + 1 }
      guard start < end else { continue }
      let piece = start..<end
      if let last = words.last, last.source.upperBound + 1 == start,
        Self.joins(last.source, piece, bytes) || Self.opensMonth(last.source, piece, bytes)
      {
        words[words.count - 1].source = last.source.lowerBound..<end
        continue
      }
      if words.last.map({ Self.isNumber(bytes[$0.source]) }) == true {
        words.removeLast()
        followsNumber = true
      }
      words.append(Word(source: piece, isNumbered: followsNumber))
      followsNumber = false
    }
  }

  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= 3 && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static let eras = ["平成", "令和", "昭和", "第"].map { Array($0.utf8) }
  private static let counters = ["年", "月", "日", "次", "期"].map { Array($0.utf8) }
  private static let phrases = ["における", "に係る", "に関する", "に基づく", "の"].map { Array($0.utf8) }

  private static func joins(_ before: Range<Int>, _ piece: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let (first, second) = (bytes[before], bytes[piece])
    let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
    if second.first.map(isDigit) == true, eras.contains(where: { first.span.ends(with: $0.span) }) {
      return true
    }
    if first.last.map(isDigit) == true, counters.contains(where: { second.starts(with: $0) }), !isNumber(first) {
      return true
    }
    if phrases.contains(where: { second.starts(with: $0) }) { return true }
    return isLetter(second) && endsInLetter(before, bytes)
      && !places.contains { first.span.ends(with: $0.span) }
  }

  private static let places = ["市", "町", "村", "区", "県"].map { Array($0.utf8) }
  private static let year = Array("年".utf8)
  private static let month = Array("月".utf8)

  /// 平成 29 年 | 2 | 月: the number of a month.
  private static func opensMonth(_ before: Range<Int>, _ piece: Range<Int>, _ bytes: [UInt8]) -> Bool {
    isNumber(bytes[piece]) && bytes[before].span.ends(with: year.span)
      && bytes[min(piece.upperBound + 1, bytes.count)...].starts(with: month)
  }

  /// One kanji or kana alone.
  private static func isLetter(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 3 && (0xE3...0xE9).contains(bytes.first!) && !bytes.elementsEqual("・".utf8)
  }

  /// A letter alone, or one behind a blank.
  private static func endsInLetter(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let last = bytes[range].lastIndex(of: Ascii.space).map { $0 + 1 } ?? range.lowerBound
    let letter = bytes[last..<range.upperBound]
    // 2 月 is a month, and no word that goes on.
    let counts = last - 2 >= range.lowerBound && (0x30...0x39).contains(bytes[last - 2])
    return isLetter(letter) && !(counts && counters.contains(where: letter.elementsEqual))
  }
}
