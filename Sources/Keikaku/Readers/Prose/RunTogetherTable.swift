import KeikakuText

/// Tells a table whose cells have run together into text from prose.
///
/// ```
/// 施策 番号 成果指標名 単位 現状値 (平成24年度) 目標値 (平成29年度) 自主防災組織数 組織 14 19 防災訓練への参加団体数 団体 15 20
/// ```
/// Words of a header and many figures, and hardly a sentence among them. Which figure belongs to which name is lost.
enum RunTogetherTable {
  private static let groups = [
    ["指標", "KPI"], ["現状", "現況", "基準値", "実績", "当初", "策定時"], ["目標"],
  ].map { $0.map { Array($0.utf8) } }
  private static let fewestFigures = 4

  static func holds(_ text: String) -> Bool {
    let written = text.utf8.span
    guard written.digitCount(from: 0, to: written.count) >= fewestFigures else { return false }
    let bytes = Array(text.folded.utf8)
    guard RunTogetherHeader.occurs(in: bytes) else { return false }
    let figures = figures(in: bytes)
    return figures >= fewestFigures && sentences(in: bytes) * 2 < figures
  }

  /// 現況値、小学生61.2％、中学生38.8％、目標値、65％: a line with the labels of several values and figures.
  static func labelsFigures(_ text: String) -> Bool {
    let written = text.utf8.span
    guard written.count <= longestLine, written.digitCount(from: 0, to: written.count) > 1 else { return false }
    let bytes = Array(text.folded.utf8)
    return RunTogetherHeader.occurs(in: bytes, isRow: true) && figures(in: bytes) > 1 && sentences(in: bytes) == 0
  }

  /// The same of one of the lines that a text was joined of.
  static func labelsFigures(inLineOf text: MappedText) -> Bool {
    let written = text.text.utf8.span
    return written.digitCount(from: 0, to: written.count) > 1 && text.lines.contains(where: labelsFigures)
  }

  /// 指標内容単位現状値年度目標達成率(%): the header of a table whose cells have run together, in a line of its own.
  static func isHeader(_ text: String) -> Bool {
    guard text.contains("目標") else { return false }
    let bytes = Array(text.folded.utf8)
    guard bytes.count <= longestHeader, sentences(in: bytes) == 0 else { return false }
    return (groups + [particulars]).allSatisfy { words in
      words.contains { Sentences.contains(bytes, 0..<bytes.count, $0) }
    } && !verbs.contains { Sentences.contains(bytes, 0..<bytes.count, $0) }
  }

  /// In bytes.
  private static let longestHeader = 300
  private static let longestLine = 600
  private static let particulars = ["単位", "達成率", "担当", "備考", "出典"].map { Array($0.utf8) }
  private static let verbs = ["する", "した", "します", "を"].map { Array($0.utf8) }

  /// A name and at least two figures at the end of a line: 観光入込客数 68万人（H30） 70万人（R6）. The first may touch the name.
  static func isRow(_ text: String) -> Bool {
    let words = text.folded.split(separator: " ").map(String.init)
    guard words.count > 1, !ValueLook.isValue(words[0]) else { return false }
    if words.count == 2 {
      return ValueLook.isFigure(words[1]) && touchesFigure(words[0])
    }
    return words.suffix(2).allSatisfy(ValueLook.isFigure)
  }

  /// 相談件数の計120件: letters, and behind them a figure to the end.
  private static func touchesFigure(_ word: String) -> Bool {
    guard let digit = word.firstIndex(where: \.isNumber), digit > word.startIndex else { return false }
    return word[..<digit].allSatisfy(\.isLetter) && ValueLook.isValue(String(word[digit...]))
      && !ValueLook.isYear(word)
  }

  /// What stands before or behind digits that measure nothing: 第2期, 令和6年, H26, 4つの目標.
  private static let before = WordEndings(["第", "令和", "平成", "昭和", "R", "H", "S"])
  private static let behind = WordTrie(
    ["年", "月", "日", "期", "つ", "章", "節", "条", "次", "号", "か年", "ヶ年", "カ年", "ヵ年", "ページ", "."].map { ($0, true) })

  /// Runs of ASCII digits, with their points and commas, that are no dates or numbers of parts.
  private static func figures(in bytes: [UInt8]) -> Int {
    var count = 0
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count,
        isDigit(bytes[index])
          || ",.".utf8.contains(bytes[index]) && index + 1 < bytes.count && isDigit(bytes[index + 1])
      { index += 1 }
      if measures(start..<index, in: bytes) { count += 1 }
    }
    return count
  }

  private static func measures(_ figure: Range<Int>, in bytes: [UInt8]) -> Bool {
    let isYear = figure.count == 4 && (bytes[figure.lowerBound] == 0x31 || bytes[figure.lowerBound] == 0x32)
    let isBracketed = figure.lowerBound > 0 && bytes[figure.lowerBound - 1] == UInt8(ascii: "(")
    if isYear, isBracketed { return false }
    if behind.longestMatch(in: bytes.span, at: figure.upperBound, limit: bytes.count) != nil { return false }
    let lead = String(decoding: bytes[max(0, figure.lowerBound - 6)..<figure.lowerBound], as: UTF8.self)
    return !before.end(lead)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static let fullStop = Array("。".utf8)

  private static func sentences(in bytes: [UInt8]) -> Int {
    bytes.indices.count { $0 + 3 <= bytes.count && bytes[$0..<$0 + 3].elementsEqual(fullStop) }
  }
}
