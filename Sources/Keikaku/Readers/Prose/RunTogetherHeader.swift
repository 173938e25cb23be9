import KeikakuText

/// The words of a table's header among running text: those of at least two columns, each standing as a cell's label does.
///
/// 目標値 before a blank, a figure or the next cell's name is one; 数値目標を設定し and 現状分析と課題 speak of such things.
enum RunTogetherHeader {
  private enum Column { case name, baseline, target, result, rate, forecast, provision }

  /// Words that are used for little else, whatever stands behind them but a particle.
  private static let labels = WordTrie(
    pairs(.name, "指標名 成果指標 活動指標 評価指標 目標指標 業績評価指標 KPI")
      + pairs(.baseline, "現状値 現況値 基準値 当初値 策定時値 ベースライン 現状ち 現況ち 基準ち") + pairs(.target, "目標値 期待値 計画値 目標数 目標ち")
      + pairs(.result, "実績値 最新値 直近値 評価値 実績ち") + pairs(.rate, "達成率 進捗率") + pairs(.forecast, "量の見込み 見込量")
      + pairs(.provision, "確保方策 確保量 確保の内容"))
  /// Words of prose too, where they stand apart.
  private static let weak = WordTrie(
    pairs(.name, "指標 項目") + pairs(.baseline, "現状 現況 基準 当初 策定時") + pairs(.target, "目標") + pairs(.result, "実績"))

  private static func pairs(_ column: Column, _ words: String) -> [(String, Column)] {
    words.split(separator: " ").map { (String($0), column) }
  }

  private static let particles = WordTrie(
    ["を", "は", "が", "に", "と", "の", "で", "も", "や", "へ", "等", "など", "及び", "、", "。", "」"].map { ($0, true) })

  /// - Parameters:
  ///   - bytes: a text, folded.
  ///   - isRow: a comma may stand behind a label, as it does behind those of values in one line.
  static func occurs(in bytes: [UInt8], isRow: Bool = false) -> Bool {
    var found: Set<Column> = []
    var index = 0
    while index < bytes.count {
      if let label = labels.longestMatch(in: bytes.span, at: index, limit: bytes.count) {
        index += label.length
        if !particle(at: index, in: bytes) || isRow && bytes.span.holds(comma.span, at: index) {
          found.insert(label.value)
        }
      } else if let word = weak.longestMatch(in: bytes.span, at: index, limit: bytes.count) {
        index += word.length
        if standsApart(index, in: bytes) { found.insert(word.value) }
      } else {
        index += 1
      }
      if found.count > 1 { return true }
    }
    return false
  }

  private static let comma = Array("、".utf8)

  private static func particle(at index: Int, in bytes: [UInt8]) -> Bool {
    particles.longestMatch(in: bytes.span, at: index, limit: bytes.count) != nil
  }

  /// A blank or a bracket follows.
  private static func standsApart(_ index: Int, in bytes: [UInt8]) -> Bool {
    guard index < bytes.count else { return true }
    return bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "(")
  }
}
