import KeikakuText

/// What the rules of repair ask of a letter in UTF-8.
enum Letters {
  /// Single letters that stand alone in the cells of tables; a row of them is no word.
  static let units: Set<String> = [
    "人", "件", "円", "回", "社", "戸", "台", "点", "校", "組", "年", "月", "日", "区", "園", "館", "店", "頭", "本", "枚", "棟", "号", "名",
    "箇",
    "所", "度", "歳", "床", "局", "隻", "男", "女", "計", "有", "無", "済", "新", "継", "小", "中", "大", "高", "上", "下", "左", "右",
  ]

  /// The length in bytes of the letter that a byte leads.
  static func length(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  /// Kana or kanji of three bytes stands at the offset; the middle dot is none, dots lead to page numbers.
  static func isJapanese(at index: Int, in bytes: [UInt8]) -> Bool {
    guard index + 2 < bytes.count else { return false }
    switch bytes[index] {
    case 0xE3 where bytes[index + 1] == 0x83 && bytes[index + 2] == 0xBB: return false
    case 0xE3: return bytes[index + 1] >= 0x81 || bytes[index + 2] == 0x85 && bytes[index + 1] == 0x80
    case 0xE4...0xE9: return true
    default: return false
    }
  }

  /// How many kana and kanji stand in a range.
  static func japaneseCount(_ range: Range<Int>, in bytes: [UInt8]) -> Int {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if isJapanese(at: index, in: bytes) { count += 1 }
      index += length(bytes[index])
    }
    return count
  }

  /// A mark, a number, or a label such as 基本目標 with its number begins it: cells of a table that stand one a line do not
  /// look so.
  static func beginHeading(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let text = String(
      decoding: bytes[range.lowerBound..<min(range.upperBound, range.lowerBound + longestLabel)], as: UTF8.self)
    guard let first = text.unicodeScalars.first else { return false }
    return "■●◆◇▼□☆★【＜《≪［第ⅠⅡⅢⅣⅤ#".unicodeScalars.contains(first) || text.hasPrefix("重点")
      || Numbering.read(bytes, range) != nil || beginsWithLabel(text)
  }

  /// A label with its number, in bytes.
  private static let longestLabel = 48
  private static let labels = WordTrie(HeadingLabels.words)

  private static func beginsWithLabel(_ text: String) -> Bool {
    guard let label = labels.prefix(of: text) else { return false }
    let behind = text.utf8.dropFirst(label.length)
    return String(decoding: behind, as: UTF8.self).unicodeScalars.first { $0 != " " && $0 != "　" }
      .map(Numbering.isNumeral) ?? false
  }
}
