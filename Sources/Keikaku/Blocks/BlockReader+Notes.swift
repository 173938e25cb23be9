/// Notes, which end with their line unless it is wrapped:
///
///     ※1 住民基本台帳による。外国人を含み、転入と転出の差を
///       加えた数                                          one note
///     ※12月1日現在
///     人口：31,507                                        a note, and a line behind it
extension BlockReader {
  mutating func readNote(at start: Int) -> Int {
    var text = mapped(lines[start].body)
    var end = start + 1
    // ※ in a cell of its own, above the figures of its column.
    let isMark = lines[start].body.count <= Self.longestMark
    if isMark, end < lines.count, lines[end].shape == .text, ValueLook.isValue(lines.body(end)) {
      add(.fragment(text), start..<end)
      return end
    }
    while end < lines.count, lines[end].shape == .text, !Sentences.ends(text.text), !endsBelowStatement(end - 1),
      isWrapped(end), goesOn(note: start, from: end - 1, to: end)
    {
      append(end, to: &text)
      end += 1
    }
    add(.note(NoteReader.read(text)), start..<end)
    return end
  }

  /// In bytes: ※, 注.
  private static let longestMark = 3
  /// Columns from which on the line of a note may be full.
  private static let fullNote = 44

  /// A note ends with its line, unless that line is full or breaks off within a phrase, or the next hangs below its text.
  private func goesOn(note start: Int, from line: Int, to next: Int) -> Bool {
    if lines[line].body.count <= Self.longestMark || hints.look(ofLine: line).isFull || indent(next) > indent(start) {
      return true
    }
    let body = lines[line].body
    // …を除いたもの is whole.
    let breaksOff = Joining.breaksOff(bytes, body) && !Sentences.hasSuffix(bytes, body, Self.thing)
    guard !standsAbove(line) || breaksOff else { return false }
    return Sentences.width(bytes, body) + Int(lines[line].indent) >= Self.fullNote || breaksOff || isOpenInBracket(body)
  }

  private static let thing = Array("もの".utf8)

  /// ※国の統計による among indicators: the next one stands right below, further left than the note or longer.
  private func endsBelowStatement(_ note: Int) -> Bool {
    guard note + 1 < lines.count, lines[note + 1].shape == .text else { return false }
    return statesIndicator(lines[note + 1].body)
      && (lines[note + 1].indent < lines[note].indent || standsAbove(note))
  }
}
