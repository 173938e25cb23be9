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
  private static let fullStop = Array("。".utf8)
  private static let fewestFigures = 6

  static func holds(_ text: String) -> Bool {
    let written = text.utf8.span
    guard written.digitCount(from: 0, to: written.count) >= fewestFigures, figures(in: written) >= fewestFigures else {
      return false
    }
    let bytes = Array(text.folded.utf8)
    guard sentences(in: bytes) * 2 < figures(in: bytes.span) else { return false }
    return groups.allSatisfy { words in words.contains { Sentences.contains(bytes, 0..<bytes.count, $0) } }
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

  /// Runs of ASCII digits, with their points and commas.
  private static func figures(in bytes: borrowing Span<UInt8>) -> Int {
    var count = 0
    var isInside = false
    for index in bytes.indices {
      let byte = bytes[index]
      let isDigit = (0x30...0x39).contains(byte)
      if isDigit, !isInside { count += 1 }
      isInside = isDigit || (isInside && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")))
    }
    return count
  }

  private static func sentences(in bytes: [UInt8]) -> Int {
    bytes.indices.count { $0 + 3 <= bytes.count && bytes[$0..<$0 + 3].elementsEqual(fullStop) }
  }
}
