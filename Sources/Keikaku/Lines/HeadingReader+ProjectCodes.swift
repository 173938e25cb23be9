import KeikakuText

/// Projects that their first letter counts: P1 稼ぐ力創造プロジェクト, PJ1 …. G7 and A4 are other things.
extension HeadingReader {
  func readProjectCode(_ cursor: inout ScalarCursor, _ candidate: inout HeadingCandidate, _ end: Int) -> Bool {
    var probe = cursor
    guard bytes[cursor.offset..<end].suffix(Self.project.count).elementsEqual(Self.project), let letter = probe.next(),
      letter == 0x50
    else { return false }
    _ = probe.take("J")
    let labelEnd = probe.offset
    guard let numbering = Numbering.read(bytes, labelEnd..<end, afterLabel: true), numbering.style == .decimal else {
      return false
    }
    probe.skip(numbering.end - labelEnd)
    guard probe.skipBlanks(), !probe.isAtEnd else { return false }
    candidate.label = cursor.offset..<labelEnd
    candidate.labelKind = .leadingProject
    candidate.numbering = numbering
    candidate.title = probe.offset..<end
    cursor = probe
    return true
  }

  private static let project = Array("プロジェクト".utf8)
}
