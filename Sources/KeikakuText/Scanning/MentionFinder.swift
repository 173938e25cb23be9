/// Finds dates and quantities in running text in one pass over its bytes.
///
/// Most characters are passed over by one look into a table of bytes; only where a digit, an era or a kanji numeral with
/// a power stands is the piece of text around it folded and read.
public struct MentionFinder: Sendable {
  public enum Finding: Sendable {
    case date(Temporal)
    case quantity(Quantity)
  }

  public struct Mention: Sendable {
    public var finding: Finding
    /// Bytes of the text that was searched.
    public var range: Range<Int>
  }

  /// The longest piece that is folded at once, so that one endless line costs no more than many short ones.
  private static let pieceLength = 2048

  /// About as many bytes as plans have for each mention; the room for what is found is made by it.
  private static let bytesPerMention = 256

  private let units: Units

  public init(units: Units = .standard) { self.units = units }

  /// The mentions in `bytes[range]`, in order, never overlapping. A date beside a quantity is the quantity's period.
  public func mentions(in bytes: [UInt8], range: Range<Int>) -> [Mention] {
    bytes.withUnsafeBufferPointer { buffer in
      var found: [Mention] = []
      found.reserveCapacity(range.count / Self.bytesPerMention)
      var text = FoldedScalars()
      var start = range.lowerBound
      while start < range.upperBound {
        guard let trigger = CandidateBytes.first(in: buffer, start..<range.upperBound) else { break }
        let piece = Self.piece(around: trigger, in: buffer, start..<range.upperBound)
        text.fold(UnsafeBufferPointer(rebasing: buffer[piece]), at: piece.lowerBound)
        var reader = MentionReader(text, bytes: buffer, units: units.reader)
        reader.readAll(into: &found)
        start = piece.upperBound
      }
      return found
    }
  }

  /// From a little before the trigger to the end of its line, or to a blank or a full stop where the line is long.
  private static func piece(
    around trigger: Int, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    var start = max(range.lowerBound, trigger - 48)
    while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    for index in stride(from: trigger - 1, through: start, by: -1) where bytes[index] == UInt8(ascii: "\n") {
      start = index + 1
      break
    }
    var end = trigger
    let limit = min(range.upperBound, trigger + pieceLength)
    while end < limit, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    guard end == limit, end < range.upperBound else { return start..<end }
    return start..<lastBreak(in: bytes, trigger + pieceLength / 2, limit)
  }

  private static func lastBreak(in bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = end
    while index > start, bytes[index - 1] != UInt8(ascii: " "), bytes[index - 1] != UInt8(ascii: "\t") { index -= 1 }
    guard index == start else { return index }
    index = end
    while index > start, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}
