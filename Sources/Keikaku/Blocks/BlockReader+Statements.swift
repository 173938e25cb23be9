import KeikakuText

/// Lines that state a figure of the plan, which end and begin where a line of running text would go on.
extension BlockReader {
  /// Two lines are two statements, or the first one ends a statement.
  func partStatements(_ line: Range<Int>, _ next: Range<Int>) -> Bool {
    if statesFigure(next), !isOpenInBracket(line) { return true }
    if labelsFigures(next), labelsFigures(line) || endsInBracket(line) { return true }
    return endsInBracket(line) && endsInBracket(next) || setsTarget(line)
  }

  /// A line that only ends what the line above states.
  func endsStatement(_ line: Range<Int>) -> Bool { beginsWithBaseline(line) || beginsWithDatedVerb(line) }

  private static let baselines = ["基準値", "現状値", "現状", "現況値", "当初値", "策定時"].flatMap { word in
    [("（", "："), ("(", ":")].map { Array(($0 + word + $1).utf8) }
  }

  /// （基準値：平成26年 62人） below 転入者数 80人: where the figure above starts from.
  private func beginsWithBaseline(_ line: Range<Int>) -> Bool {
    Self.baselines.contains { bytes[line].starts(with: $0) }
  }

  /// 移住者数：5年間で700人（2019年度：612人）: a name, a colon and a figure, and every bracket closed make a
  /// statement of its own, however long the line above is.
  private func statesFigure(_ body: Range<Int>) -> Bool {
    guard body.contains(where: { bytes[$0] == UInt8(ascii: ":") || bytes[$0] == 0x9A && bytes[$0 - 1] == 0xBC }) else {
      return false
    }
    let text = lines.text.string(SourceRange(body)).folded
    guard let colon = text.firstIndex(of: ":"), text[..<colon].count <= Self.longestName,
      !text[..<colon].contains(where: { "(。、「".contains($0) }), text[colon...].contains(where: \.isNumber)
    else { return false }
    return text.count(where: { $0 == "(" }) == text.count(where: { $0 == ")" }) && !text.contains("。")
  }

  private static let labels = ["目標値", "実績値", "基準値", "現状値"].map { Array($0.utf8) }

  /// 移住者数　目標値　50人　実績値　41人: labels with figures make a line whole.
  private func labelsFigures(_ body: Range<Int>) -> Bool {
    Self.labels.count { Sentences.contains(bytes, body, $0) } > 1
  }

  private static let aims = ["にする", "とする"].map { Array($0.utf8) }

  /// 出生数を180人（R6）にする: no line goes on from there.
  private func setsTarget(_ body: Range<Int>) -> Bool {
    Self.aims.contains { Sentences.hasSuffix(bytes, body, $0) }
      && lines.text.string(SourceRange(body)).folded.contains { $0.isASCII && $0.isNumber }
  }

  /// …にする（令和元年：98万人）, 100人［現状値：243人］: the bracket that states where a figure starts from ends what is stated.
  private func endsInBracket(_ body: Range<Int>) -> Bool {
    Self.closing.contains { Sentences.hasSuffix(bytes, body, $0) } && !isOpenInBracket(body)
  }

  private static let closing = [")", "）", "]", "］"].map { Array($0.utf8) }

  private func isOpenInBracket(_ body: Range<Int>) -> Bool {
    let text = lines.text.string(SourceRange(body)).folded
    return text.count { "([".contains($0) } != text.count { ")]".contains($0) }
  }

  /// In letters.
  private static let longestName = 30

  /// （R6）にする below 婚姻数を95組（R1）から100組: the year of the figure above, and what is to be done.
  private func beginsWithDatedVerb(_ body: Range<Int>) -> Bool {
    guard body.count < 120,
      let bracket = HeadingJudge.roundBrackets.first(where: { bytes[body].starts(with: $0.open) }),
      let close = bytes[body].firstRange(of: bracket.close)
    else { return false }
    let rest = bytes[close.upperBound..<body.upperBound]
    return Self.aims.contains { rest.starts(with: $0) }
      && ValueLook.isYear(lines.text.string(SourceRange(body.lowerBound..<close.upperBound)))
  }
}
