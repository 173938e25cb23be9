import KeikakuText

/// Pieces of a heading that stand twice or more with wide blanks between, be their letters spaced or not:
///
///     第 ３ 章　第 ３ 章　暮 ら し の 安 心　暮 ら し の 安 心
///     ３－２　地域の足　３－２　地域の足
///
/// A line that holds nothing but such pieces is read once where it begins as a heading does, or where a piece is too long to
/// be the cell of a row whose cells are equal.
struct ShadowPieces {
  /// What goes: all copies but the last, each with the blanks behind it.
  private(set) var removed: [Range<Int>] = []
  let times: Int

  private static let mostTimes = 4
  private static let mostPieces = 32
  /// In kana and kanji.
  private static let longPiece = 7
  /// In bytes.
  private static let wideBlank = 3

  init?(_ content: Range<Int>, in bytes: [UInt8]) {
    guard let pieces = Self.pieces(of: content, in: bytes) else { return nil }
    let isEqual = { (first: Range<Int>, second: Range<Int>) in
      first.count == second.count && bytes.span.isEqual(first.lowerBound, second.lowerBound, length: first.count)
    }
    guard
      let (length, times) = Self.shape(pieces.count, { isEqual(pieces[$0], pieces[$1]) }),
      Self.isHeading(pieces, content, in: bytes)
    else { return nil }
    self.times = times
    for start in stride(from: 0, to: pieces.count, by: length * times) {
      removed.append(pieces[start].lowerBound..<pieces[start + length * (times - 1)].lowerBound)
    }
  }

  /// The pieces between wide blanks; nil where there are none, or cells of a table.
  private static func pieces(of content: Range<Int>, in bytes: [UInt8]) -> [Range<Int>]? {
    let span = bytes.span
    var blank = span.firstWideBlank(from: content.lowerBound, to: content.upperBound)
    guard blank < content.upperBound, !ShadowTextRepair.partsCells(content, in: bytes) else { return nil }
    var pieces: [Range<Int>] = []
    var start = content.lowerBound
    while start < content.upperBound {
      let piece = TextLines.trimmed(start..<blank, in: bytes)
      if !piece.isEmpty { pieces.append(piece) }
      guard pieces.count <= mostPieces else { return nil }
      start = min(blank + wideBlank, content.upperBound)
      blank = span.firstWideBlank(from: start, to: content.upperBound)
    }
    return pieces.count > 1 ? pieces : nil
  }

  /// How many pieces are one text, and how often it stands: the whole line as one text, or each piece for itself.
  private static func shape(_ count: Int, _ isEqual: (Int, Int) -> Bool) -> (length: Int, times: Int)? {
    for times in 2...mostTimes where count % times == 0 {
      for length in [count / times, 1] {
        let stands = (0..<count).allSatisfy { place in
          place % (length * times) >= length * (times - 1) || isEqual(place, place + length)
        }
        if stands { return (length, times) }
      }
    }
    return nil
  }

  private static func isHeading(_ pieces: [Range<Int>], _ content: Range<Int>, in bytes: [UInt8]) -> Bool {
    if Letters.beginHeading(content, in: bytes), pieces.contains(where: { Letters.japaneseCount($0, in: bytes) >= 2 }) {
      return true
    }
    return pieces.contains { Letters.japaneseCount($0, in: bytes) >= longPiece }
  }
}
