import KeikakuText

/// Reads what stands above a table and holds for all of its figures.
///
/// ```
/// 数値目標（現状値R6→目標値R12）
/// （単位：人）
/// ```
/// A year counts for the value whose word stands before it; a unit only behind 単位.
struct CaptionReader {
  private static let temporals = TemporalReader()
  /// Words that tell of where the figures start.
  static let baselineWords = ["現状", "基準", "現況", "当初", "策定時"]
  private static let targetWords = ["目標"]
  /// Longer texts are no captions.
  private static let longest = 180

  /// Adds what a caption says to the context of the table below it; what is known already stays.
  static func read(_ caption: String, into context: inout TableContext) {
    guard caption.utf8.count <= longest else { return }
    if context.unit == nil { context.unit = unit(in: caption, context.units) }
    context.namesBothValues = context.namesBothValues || namesBothValues(caption)
    if PairedCells.isLegend(caption) { context.pairLegend = caption }
    let bytes = Array(caption.utf8)
    var start = 0
    for match in temporals.matches(in: caption, context: .yearColumn) where !match.temporal.flags.contains(.invalid) {
      guard start <= match.range.lowerBound else { continue }
      let before = String(decoding: bytes[start..<match.range.lowerBound], as: UTF8.self)
      start = match.range.upperBound
      // In 数値目標（現状値R1→目標値R6） the word right before each year counts.
      let target = targetWords.compactMap { before.ranges(of: $0).last?.lowerBound }.max()
      let baseline = baselineWords.compactMap { before.ranges(of: $0).last?.lowerBound }.max()
      if let target, target > baseline ?? before.startIndex || baseline == nil {
        context.targetPeriod = context.targetPeriod ?? match.temporal
      } else if baseline != nil {
        context.baselinePeriod = context.baselinePeriod ?? match.temporal
      }
    }
  }

  private static let target = Array("目標".utf8)

  /// 現状値と目標値, 基準値・目標値: the one right before the other.
  private static func namesBothValues(_ caption: String) -> Bool {
    guard Sentences.contains(caption, target) else { return false }
    let joints = ["と", "・", "及び", "、", "→"]
    return baselineWords.contains { word in
      joints.contains { joint in caption.contains(word + joint + "目標") || caption.contains(word + "値" + joint + "目標") }
    }
  }

  /// The unit behind 単位: （単位：千円）, 単位：人.
  private static func unit(in caption: String, _ units: Units) -> String? {
    guard let label = caption.range(of: "単位") else { return nil }
    let parts = caption[label.lowerBound...].prefix { !")）］]】".contains($0) }.split { "、,".contains($0) }
    // （単位：千円、人）: the one or the other.
    guard let first = parts.first,
      !parts.dropFirst().contains(where: { QuantityReader(units: units).isUnit(String($0)) })
    else { return nil }
    return UnitBracket.unit(in: String(first), units)
  }
}

extension String {
  /// The first place of a word.
  fileprivate func range(of word: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      formIndex(after: &start)
    }
    return nil
  }
}
