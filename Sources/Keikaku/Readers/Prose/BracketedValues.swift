import KeikakuText

/// Reads a name whose figures stand in a bracket behind it, each with its label.
///
/// ```
/// 住みやすいと感じる市民の割合（現状値：36.1％（H26）、目標値：40％（H31））
/// 健康寿命が延びたと感じる市民の割合（現状値 平成26年 33％）
/// ```
/// The labels say what the figures are, so that no heading has to.
struct BracketedValues {
  let text: ProseText
  let context: ProseContext

  private enum Role { case baseline, target, result }

  private static let labels: [(Role, ProseWords)] = [
    (.baseline, ProseWords("現状値 基準値 現況値 当初値 策定時の値 策定時")), (.target, ProseWords("目標値 目標 最終目標値")),
    (.result, ProseWords("実績値 直近値 最新値")),
  ]

  /// In letters.
  private static let longest = 300

  func readings() -> [IndicatorReading] {
    let whole = text.trimmed(text.range)
    guard whole.count <= Self.longest, let last = whole.last,
      let open = text.startOfBracket(closingAt: last, from: whole.lowerBound),
      let name = ProseName.range(in: text, whole.lowerBound..<open)
    else { return [] }
    let assembly = ProseIndicator(text: text, context: context)
    var parts = ProseIndicator.Parts(name: name, whole: name.lowerBound..<whole.upperBound)
    var isDated = false
    for piece in pieces(of: open + 1..<last) {
      guard let (role, date, value) = labelled(piece) else { return [] }
      let period = date.flatMap(assembly.period)
      isDated = isDated || value.hasYear || period != nil
      switch role {
      case .baseline where parts.baseline == nil: (parts.baseline, parts.baselinePeriod) = (value.range, period)
      case .target where parts.targets.isEmpty: (parts.targets, parts.targetPeriod) = ([value.range], period)
      case .result where parts.actuals.isEmpty: (parts.actuals, parts.actualPeriod) = ([value.range], period)
      default: return []
      }
    }
    // A survey of how things stand would not call a figure without a target so.
    let isWhole = !parts.targets.isEmpty || parts.baseline != nil && isDated && !context.tellsSituation
    return isWhole ? [assembly.reading(parts)] : []
  }

  /// What commas, blanks before labels and arrows part.
  private func pieces(of range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for index in range {
      if ProseText.isOpening(text.scalars[index]) { depth += 1 }
      if ProseText.isClosing(text.scalars[index]) { depth -= 1 }
      guard depth == 0, parts(index, range.upperBound) else { continue }
      result.append(start..<index)
      start = index + 1
    }
    return result + [start..<range.upperBound]
  }

  private func parts(_ index: Int, _ limit: Int) -> Bool {
    let scalar = text.scalars[index]
    guard "、,;".unicodeScalars.contains(scalar) || ProseText.isArrow(scalar) || text.isBlank(index) else {
      return false
    }
    let next = text.skipBlanks(index + 1, limit)
    return Self.labels.contains { text.match($0.1, at: next, limit: limit) != nil }
  }

  /// 現状値：36.1％（H26）, 現状値（H26） 36.1％, 現状値 平成26年 36.1％.
  private func labelled(_ piece: Range<Int>) -> (Role, date: Range<Int>?, ValueSpan)? {
    let piece = text.trimmed(piece)
    for (role, words) in Self.labels {
      guard let length = text.match(words, at: piece.lowerBound, limit: piece.upperBound) else { continue }
      let label = piece.lowerBound + length
      let behind = text.endOfBracket(at: label, limit: piece.upperBound) ?? label
      var start = text.skipBlanks(behind, piece.upperBound)
      if start < piece.upperBound, ":：".unicodeScalars.contains(text.scalars[start]) {
        start = text.skipBlanks(start + 1, piece.upperBound)
      }
      guard let value = ValueSpan(in: text, at: start, limit: piece.upperBound), value.isNumber,
        value.range.upperBound == piece.upperBound
      else { return nil }
      return (role, label < behind ? label..<behind : nil, value)
    }
    return nil
  }
}
