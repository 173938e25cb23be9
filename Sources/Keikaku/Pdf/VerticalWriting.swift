/// Reads words that may be set downward, in columns from right to left.
enum VerticalWriting {
  /// The lines of a cell or frame in reading order.
  static func lines(of words: [PdfWord], em: Double) -> [PrintedLine] {
    guard !words.isEmpty else { return [] }
    return isVertical(words, em: em) ? columns(of: words, em: em) : PrintedLine.lines(of: words, em: em)
  }

  /// Most letters stand in words taller than wide, or the single letters are nearer to those below than to those beside.
  static func isVertical(_ words: [PdfWord], em: Double) -> Bool {
    let letters = words.reduce(0) { $0 + $1.letters }
    let tall = words.reduce(0) { $0 + ($1.isTall ? $1.letters : 0) }
    if tall * 2 > letters { return true }
    guard words.count >= 4, words.allSatisfy({ $0.letters == 1 }) else { return false }
    let columns = columns(of: words, em: em)
    guard columns.count >= 2, columns.allSatisfy({ $0.words.count >= 2 }) else { return false }
    let pitch = columns.map { ($0.box.height - $0.words[0].box.height) / Double($0.words.count - 1) }.max() ?? 0
    let apart = zip(columns, columns.dropFirst()).map { $0.box.middleX - $1.box.middleX }.min() ?? 0
    return pitch < apart && pitch <= 1.3 * em
  }

  /// Words in columns of one x centre, right to left, each from above to below.
  private static func columns(of words: [PdfWord], em: Double) -> [PrintedLine] {
    var groups: [[PdfWord]] = []
    for word in words.sorted(by: { $0.box.middleX > $1.box.middleX }) {
      if let last = groups.last?.first, last.box.middleX - word.box.middleX <= 0.5 * em {
        groups[groups.count - 1].append(word)
      } else {
        groups.append([word])
      }
    }
    return groups.map { PrintedLine(downward: $0) }
  }
}

extension PrintedLine {
  /// A column of vertical writing.
  init(downward words: [PdfWord]) {
    self.init(words)
    self.words = words.sorted { $0.box.y0 < $1.box.y0 }
    isDownward = true
  }

  /// The dot between 移住 and 定住 where each letter has a line of its own; an item's dot has its text beside it.
  var isDotOfDownwardWord: Bool { letters == 1 && words[0].text == "・" }
}
