import KeikakuText

/// Tells which lines of words are one cell.
///
/// Blank lines part cells; a line that is as wide as its column goes on in the next; and some lines cannot end or begin a
/// cell. Where these leave more than one way, there is none.
enum StackedCells {
  /// The lines as `count` cells; nil where they cannot be told apart.
  static func parted(_ lines: [StackedItem], into count: Int, widest: Int) -> [ArraySlice<StackedItem>]? {
    guard count > 0, lines.count >= count else { return lines.isEmpty && count == 0 ? [] : nil }
    if let blocks = blocks(lines, count, widest) { return blocks }
    let joints = lines.indices.dropLast()
    let needed = lines.count - count
    let certain = joints.filter { mustJoin(lines[$0], lines[$0 + 1]) }
    if lines.count == count { return certain.isEmpty ? lines.indices.map { lines[$0...$0] } : nil }
    if certain.count == needed { return split(lines, joinedAt: Set(certain)) }
    for slack in [1, 3] {
      let possible = joints.filter {
        certain.contains($0)
          || isFull(lines[$0], widest, slack) && lines[$0].block == lines[$0 + 1].block
            && !areTwoNames(lines[$0].text, lines[$0 + 1].text)
      }
      if possible.count == needed { return split(lines, joinedAt: Set(possible)) }
      let likely = possible.filter { certain.contains($0) || breaksWord(lines[$0].text, lines[$0 + 1].text) }
      if likely.count == needed { return split(lines, joinedAt: Set(likely)) }
      let unfinished = possible.filter { certain.contains($0) || !endsWhole(lines[$0].text) }
      if unfinished.count == needed { return split(lines, joinedAt: Set(unfinished)) }
    }
    return nil
  }

  /// One block for each cell, where blank lines stand between all of them and each line within is full.
  static func blocks(_ lines: [StackedItem], _ count: Int, _ widest: Int) -> [ArraySlice<StackedItem>]? {
    guard !lines.isEmpty else { return nil }
    var starts = [0]
    for index in lines.indices.dropFirst() {
      if lines[index].block != lines[index - 1].block || areSideBySide(lines[index - 1], lines[index]) {
        starts.append(index)
      } else if !mustJoin(lines[index - 1], lines[index]), !isFull(lines[index - 1], widest, 4) {
        return nil
      }
    }
    guard starts.count == count else { return nil }
    let ends = starts.dropFirst() + [lines.count]
    return zip(starts, ends).map { lines[$0..<$1] }
  }

  /// Whether lines that were taken for one name hold more: two names one below the other, or the title of a group above a
  /// name, where the first ends before its line is full; or another column's words between blanks beside the first of
  /// several lines.
  static func holdOthers(_ lines: ArraySlice<StackedItem>, _ widest: Int) -> Bool {
    zip(lines, lines.dropFirst()).contains { line, next in
      if line.text.contains(" "), !line.text.folded.contains(where: { $0.isASCII && $0.isLetter }) { return true }
      let endsWhole =
        NameContinuation.endsAsName(line.text)
        || NameContinuation.endsAsTitle(line.text) && NameContinuation.endsAsName(next.text)
      return endsWhole && next.text.count > 2 && !isFull(line, widest)
        && !NameContinuation.continues(next.text)
    }
  }

  /// Half a bracket, or the title of a group before a name.
  ///
  ///     防災・減災対策の推進 防災訓練の参加者数
  static func isMixed(_ name: String) -> Bool {
    if NameContinuation.isOpenInBracket(name) || NameContinuation.closesUnopened(name) { return true }
    return name.split(separator: " ").dropLast().contains { NameContinuation.endsAsTitle(String($0)) }
  }

  /// Two columns of words in one line.
  private static func areSideBySide(_ item: StackedItem, _ next: StackedItem) -> Bool {
    item.line == next.line && !mustJoin(item, next)
  }

  /// A letter alone is the end of a wrapped cell.
  static func mustJoin(_ line: StackedItem, _ next: StackedItem) -> Bool {
    line.block == next.block && (mustJoin(line.text, next.text) || next.text.count == 1 && next.line != line.line)
  }

  static func mustJoin(_ text: String, _ next: String) -> Bool {
    NameContinuation.isOpen(text) || NameContinuation.continues(next)
  }

  /// A full line that ends as names do, or with a bracket, is hardly wrapped.
  private static func endsWhole(_ text: String) -> Bool {
    NameContinuation.endsAsName(text) || text.folded.hasSuffix(")")
  }

  /// Two names one below the other, not one that is broken within a word.
  private static func areTwoNames(_ text: String, _ next: String) -> Bool {
    NameContinuation.areTwoNames(text, next) && !breaksWord(text, next)
  }

  /// The next line belongs to the cell, since it cannot begin one or a katakana word is broken between them.
  static func goesOn(_ text: String, in next: String) -> Bool { mustJoin(text, next) || breaksKatakana(text, next) }

  /// The break stands within a word: katakana on both sides, or hiragana behind it.
  private static func breaksWord(_ text: String, _ next: String) -> Bool {
    guard let first = next.unicodeScalars.first?.value else { return false }
    return (0x3041...0x3096).contains(first) || breaksKatakana(text, next)
  }

  private static func breaksKatakana(_ text: String, _ next: String) -> Bool {
    guard let last = text.unicodeScalars.last, let first = next.unicodeScalars.first else { return false }
    return last.isKatakana && first.isKatakana
  }

  /// No further full-width letter fits in; with more slack, one that may not begin a line.
  static func isFull(_ line: StackedItem, _ widest: Int, _ slack: Int = 1) -> Bool {
    line.width + slack >= widest
  }

  private static func split(_ lines: [StackedItem], joinedAt joints: Set<Int>) -> [ArraySlice<StackedItem>] {
    var cells: [ArraySlice<StackedItem>] = []
    var start = 0
    for index in lines.indices where !joints.contains(index) {
      cells.append(lines[start...index])
      start = index + 1
    }
    return cells
  }
}
