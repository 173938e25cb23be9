/// Heads of indicators that say whose they are or that they are examples: 農業振興の数値目標, 交通安全計画における目標, 主なKPIの例.
enum IndicatorHeads {
  private static let words = ["数値目標", "成果目標", "成果指標", "評価指標", "目標指標", "KPI"]
  private static let joints = ["の", "における", "に関する", "に係る", "と主な", "の主な"]
  /// Bytes of what may stand before it: more is a sentence.
  private static let longestOwner = 54
  private static let examples = ["の例", "例"].map { Array($0.utf8) }
  private static let brackets = [UInt8(ascii: "("), UInt8(ascii: ")")]

  private static let endings: [[UInt8]] =
    words.flatMap { word in joints.map { Array(($0 + word).utf8) } } + [Array("における目標".utf8)]
  private static let heads = words.flatMap { word in ["", "主な"].map { Array(($0 + word).utf8) } }
  /// The letters that no owner holds: a sentence goes on behind them.
  private static let particles = ["を", "は", "が", "、", "。", "で", ":"].map { Array($0.utf8) }

  /// The cheap question by the last byte: that of 標, 例 and I, or of a closing bracket, of any width.
  static func mayEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    switch bytes[range.upperBound - 1] {
    case 0x99, 0x8B, UInt8(ascii: "I"), 0xA9, UInt8(ascii: ")"), 0x89: range.count >= 9
    default: false
    }
  }

  /// - Parameter key: the head folded, without blanks.
  static func end(_ key: ArraySlice<UInt8>) -> Bool {
    var key = key
    if key.last == brackets[1], let open = key.lastIndex(of: brackets[0]), open > key.startIndex { key = key[..<open] }
    if let example = examples.first(where: { key.count > $0.count && key.suffix($0.count).elementsEqual($0) }) {
      key = key.dropLast(example.count)
      if heads.contains(where: { key.elementsEqual($0) }) { return true }
    }
    guard let ending = endings.first(where: { key.count > $0.count && key.suffix($0.count).elementsEqual($0) }) else {
      return false
    }
    let owner = key.dropLast(ending.count)
    return owner.count <= longestOwner && !particles.contains { owner.span.holds($0.span) }
  }
}
