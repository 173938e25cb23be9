/// Marks before a heading, and which of them may as well list.
enum HeadingMarks {
  /// Marks that head unless a sentence follows: ■ 賑わいの創出.
  static let heading: Set<UInt32> = scalars("■□◆◇▼▽▲△★☆◎▶►❖〓▪◼")
  /// Marks that list unless a label, a group head or a list of another mark follows: ○ 相談窓口の設置.
  static let either: Set<UInt32> = scalars("○●◯〇◉⚫➀")
  /// Opening brackets that may enclose a heading's label or the whole heading, with their closing ones.
  static let brackets: [UInt32: UInt32] = [
    0x3010: 0x3011,  // 【】
    0x5B: 0x5D,  // [] and ［］
    0x3C: 0x3E,  // <> and ＜＞
    0x3008: 0x3009,  // 〈〉
    0x300A: 0x300B,  // 《》
    0x3014: 0x3015,  // 〔〕
    0x226A: 0x226B,  // ≪≫
    0xAB: 0xBB,  // «»
  ]

  private static func scalars(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }
}
