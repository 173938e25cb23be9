import KeikakuText

/// A piece of a sentence whose end says by when: 転出超過数を令和6年までに, 農業産出額を、平成29年の, 新規就農者を令和10年度までの10年間で.
struct DatedPiece {
  /// What stands before the date.
  private(set) var rest: Range<Int>
  private(set) var date: Range<Int>?

  private static let ends = ProseWords("までには までに までの まで には において に の 時点で")
  /// 現状 of 再生利用率を現状（平成19年度）.
  private static let marks = ProseWords("現状 現状値 現況 基準値 基準年")
  /// What parts the date from the words before it; から belongs to the figure that it follows.
  private static let particles: Set<Unicode.Scalar> = ["を", "は", "が", "、", "ら", "り"]

  init(_ piece: Range<Int>, in text: ProseText) {
    rest = piece
    for place in piece.dropFirst().reversed() where Self.particles.contains(text.scalars[place - 1]) {
      let first = text.skipBlanks(place, piece.upperBound)
      let start = first + (text.match(Self.marks, at: first, limit: piece.upperBound) ?? 0)
      guard let end = ValueSpan.date(in: text, at: start, limit: piece.upperBound) else { continue }
      let behind = text.match(Self.ends, at: end, limit: piece.upperBound).map { end + $0 } ?? end
      guard ValueSpan.skipTime(in: text, at: behind, limit: piece.upperBound) == piece.upperBound else { continue }
      rest = piece.lowerBound..<place
      date = start..<end
      return
    }
  }
}
