/// What begins a footnote: ※ ＊ * ^{※ [^1]: and 注 with a bracket, a colon or a number.
enum NoteMark {
  static func stands(at index: Int, in bytes: [UInt8], to end: Int) -> Bool {
    switch bytes[index] {
    // **KPI** begins a line in bold type.
    case UInt8(ascii: "*"): return index + 1 >= end || bytes[index + 1] != UInt8(ascii: "*")
    // ※KPI lists an indicator.
    case 0xE2: return matches(bytes, index, end, 0xE2, 0x80, 0xBB) && !beginsIndicator(bytes, index + 3, end)
    case 0xEF:
      if matches(bytes, index, end, 0xEF, 0xBC, 0x8A) { return true }
      return matches(bytes, index, end, 0xEF, 0xBC, 0x88) && opensNote(bytes, index + 3, end)
    case UInt8(ascii: "("): return opensNote(bytes, index + 1, end)
    case UInt8(ascii: "["):
      let head = bytes[index..<min(end, index + 8)]
      return head.dropFirst().first == UInt8(ascii: "^") && head.contains(UInt8(ascii: "]"))
    case UInt8(ascii: "^"): return index + 1 < end && bytes[index + 1] == UInt8(ascii: "{")
    case 0xE6: return isNoteWord(bytes, index, end) && isBehindNoteWord(bytes, index + 3, end)
    default: return false
    }
  }

  private static func matches(
    _ bytes: [UInt8], _ index: Int, _ end: Int, _ first: UInt8, _ second: UInt8, _ third: UInt8
  ) -> Bool {
    index + 2 < end && bytes[index] == first && bytes[index + 1] == second && bytes[index + 2] == third
  }

  private static let indicatorWords = ["KPI", "ＫＰＩ", "数値目標", "重要業績評価指標", "成果指標"].map { Array($0.utf8) }

  private static func beginsIndicator(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    index < end && indicatorWords.contains { bytes[index..<end].starts(with: $0) }
  }

  /// 注
  private static func isNoteWord(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    matches(bytes, index, end, 0xE6, 0xB3, 0xA8)
  }

  /// 注1) and 注) behind a bracket; （注記） heads notes that have marks of their own.
  private static func opensNote(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    guard isNoteWord(bytes, index, end) else { return false }
    return index + 3 < end && bytes[index + 3] == UInt8(ascii: " ") || isBehindNoteWord(bytes, index + 3, end)
  }

  /// A bracket, a colon, a number or 釈.
  private static func isBehindNoteWord(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    guard index < end else { return false }
    if bytes[index] == UInt8(ascii: ")") || bytes[index] == UInt8(ascii: ":") || (0x30...0x39).contains(bytes[index]) {
      return true
    }
    if matches(bytes, index, end, 0xE9, 0x87, 0x88) { return true }
    guard index + 2 < end, bytes[index] == 0xEF, bytes[index + 1] == 0xBC else { return false }
    return bytes[index + 2] == 0x89 || bytes[index + 2] == 0x9A || (0x90...0x99).contains(bytes[index + 2])
  }
}
