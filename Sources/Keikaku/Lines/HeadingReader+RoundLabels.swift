import KeikakuText

/// Labels in round brackets before their titles: （施策１）観光産業の再生, (基本目標2) ひとの流れをつくる.
///
/// The bracket holds the label with its number and nothing else; （施策１の再掲） and （１） are other things, and so is
/// （基本目標2）の達成状況, which speaks of the goal.
extension HeadingReader {
  func readRoundLabel(_ cursor: inout ScalarCursor, _ candidate: inout HeadingCandidate, _ end: Int) -> Bool {
    var probe = cursor
    guard probe.take("("), let close = closingRound(probe.offset..<end) else { return false }
    var label = candidate
    var inside = ScalarCursor(bytes, probe.offset..<close.lowerBound)
    inside.skipBlanks()
    guard readLabel(&inside, &label, close.lowerBound), label.numbering != nil, label.title.isEmpty else {
      return false
    }
    probe.skip(close.upperBound - probe.offset)
    probe.skipBlanks()
    guard let next = probe.peek()?.scalar, !Self.particles.contains(next), !Sentences.ends(bytes, probe.offset..<end)
    else {
      return false
    }
    label.title = probe.offset..<end
    candidate = label
    cursor = probe
    return true
  }

  private static let particles = Set("のにはをとがへ、".unicodeScalars.map(\.value))

  private func closingRound(_ range: Range<Int>) -> Range<Int>? {
    var cursor = ScalarCursor(bytes, range)
    while let (scalar, width) = cursor.peek() {
      if scalar == 0x29 { return cursor.offset..<cursor.offset + width }
      cursor.skip(width)
    }
    return nil
  }
}
