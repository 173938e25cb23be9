/// Vertical writing that came out one letter a line.
///
///     基
///     本
///     目
///     標
///
/// Four such lines or more are one word: their line ends go. A column of units or marks, one a line, is none.
enum VerticalTextRepair {
  private static let fewest = 4

  static func find(_ findings: inout RepairFindings) {
    let lines = findings.rows
    var line = 0
    while line < lines.count {
      var end = line
      while end < lines.count, isSingleLetter(lines, end) { end += 1 }
      if end - line >= fewest { join(line..<end, &findings) }
      line = max(end, line + 1)
    }
  }

  private static func isSingleLetter(_ lines: TextLines, _ line: Int) -> Bool {
    let length = lines.lineLength(line)
    guard length >= 3, length <= 12 else { return false }
    let content = lines.content(line)
    return content.count == 3 && Letters.isJapanese(at: content.lowerBound, in: lines.text.bytes)
      && !lines.beginsPage(line)
  }

  private static func join(_ run: Range<Int>, _ findings: inout RepairFindings) {
    let lines = findings.rows
    let letters = run.map { lines.content($0) }
    let words = Set(letters.map { lines.string($0) })
    let units = letters.count { Letters.units.contains(lines.string($0)) }
    guard words.count > 2, units * 2 < letters.count else { return }
    findings.add(zip(letters, letters.dropFirst()).map { RepairedText.Edit(range: $0.upperBound..<$1.lowerBound) })
    findings.report(
      .textVertical, "\(run.count) lines of one letter each were read as one line.",
      at: letters[0].lowerBound..<letters[letters.count - 1].upperBound)
  }
}
