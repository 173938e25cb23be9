import KeikakuText

/// Items of lists that give a figure and tell of nothing that is done:
///
///     現状　3,120億円（2020年）            the label of a value
///     総人口・・・82.4万人（令和6年）        what is measured, and how much
///     延べ宿泊者数（12,000人/年）
enum NamedFigure {
  private static let labels = WordTrie(ColumnRole.words.filter { $0.1.isValue }.map { ($0.0, true) })
  private static let separators = Set(":・…‥ (=")
  private static let tails = ["を維持", "の維持", "維持", "を目指す", "をめざす", "を目標"]
  /// Letters that a unit with its bounds has, as in 億7,500万円以上.
  private static let longestUnit = 6
  /// In bytes.
  private static let longest = 240

  static func holds(_ text: String) -> Bool {
    // The cheap question: most of what is done is told without a digit.
    guard text.utf8.count <= longest, text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 || $0 == 0xEF }) else {
      return false
    }
    let folded = text.folded
    // What changes from one figure to another is read by others.
    guard !folded.contains(where: Arrows.characters.contains) else { return false }
    return isLabelled(folded) || isNamed(folded)
  }

  private static func isLabelled(_ text: String) -> Bool {
    guard let end = text.firstIndex(where: { ":( ".contains($0) }), labels[String(text[..<end])] != nil else {
      return false
    }
    let rest = text[end...].drop { ":( ".contains($0) }
    return rest.first?.isNumber == true && isFigure(rest)
  }

  private static func isNamed(_ text: String) -> Bool {
    var index = text.startIndex
    while let digit = text[index...].firstIndex(where: { $0.isASCII && $0.isNumber }) {
      let name = text[..<digit].trimmingSuffix { separators.contains($0) }
      if MeasureNoun.nouns.contains(where: name.hasSuffix), isFigure(text[digit...]) { return true }
      index = text[digit...].firstIndex { !($0.isASCII && $0.isNumber) } ?? text.endIndex
    }
    return false
  }

  /// A figure with its unit up to the end, but for a year in brackets and what is said of keeping it.
  private static func isFigure(_ text: Substring) -> Bool {
    var rest = text
    if let tail = tails.first(where: rest.hasSuffix) { rest = rest.dropLast(tail.count) }
    var letters = 0
    var depth = 0
    for letter in rest {
      if letter == "(" { depth += 1 }
      if letter == ")" { depth = max(0, depth - 1) }
      if letter == "。" || letter == "、" { return false }
      if depth == 0, letter.isLetter { letters += 1 }
    }
    return letters <= longestUnit
  }
}

extension Substring {
  fileprivate func trimmingSuffix(where belongs: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, belongs(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
