import KeikakuText

/// The label of a place in a form, 指標① or ＫＰＩ2, which counts the indicators of a sheet and is no part of a name.
enum SlotLabel {
  private static let words = ["成果指標", "評価指標", "活動指標", "目標指標", "指標", "KPI", "数値目標"]

  /// What stands behind the label: 来場者数 of 指標① 来場者数 and of 指標1：来場者数, nothing of 指標②. Nil where none begins the text.
  static func rest(of text: String) -> Substring? {
    let folded = text.folded
    // Folding to KPI keeps the count of letters.
    guard folded.count == text.count, let word = words.first(where: folded.hasPrefix) else { return nil }
    let number = text.dropFirst(word.count).drop { $0 == " " || $0 == "　" }
    guard let first = number.unicodeScalars.first else { return nil }
    if (0x2460...0x2473).contains(first.value) { return trimmed(number.dropFirst()) }
    let behind = number.drop { $0.wholeNumberValue != nil }
    guard behind.startIndex > number.startIndex, number.count - behind.count <= 2 else { return nil }
    // 指標1人当たり begins a name.
    guard behind.isEmpty || behind.first.map(Self.separators.contains) == true else { return nil }
    return trimmed(behind)
  }

  private static func trimmed(_ text: Substring) -> Substring { text.drop(while: separators.contains) }

  private static let separators: Set<Character> = [" ", "　", ":", "：", ".", "．", "、"]
}
