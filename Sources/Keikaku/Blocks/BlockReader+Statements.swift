import KeikakuText

/// Lines that state a figure of the plan, which end and begin where a line of running text would go on.
extension BlockReader {
  /// Two lines are two statements, or the first one ends a statement.
  func partStatements(_ line: Range<Int>, _ next: Range<Int>) -> Bool {
    if statesFigure(next), !isOpenInBracket(line) { return true }
    if labelsFigures(next), labelsFigures(line) || endsInBracket(line) { return true }
    return endsInBracket(line) && endsInBracket(next) || setsTarget(line) || endsInFigure(line) && endsInFigure(next)
  }

  /// 令和9年度における年間火災件数 35件以下: a name, a blank and a figure with its unit.
  private func endsInFigure(_ body: Range<Int>) -> Bool {
    let blank = body.suffix(Self.longestFigure).last {
      WhiteSpace.width(endingAt: $0 + 1, in: bytes, from: body.lowerBound) != nil
    }
    guard let blank else { return false }
    let text = lines.text.string(SourceRange(blank + 1..<body.upperBound)).folded
    return text.first?.isNumber == true && text.last?.isNumber == false && ValueLook.isFigure(text)
      && !ValueLook.isYear(text)
  }

  /// In bytes.
  private static let longestFigure = 40

  /// 38件（平成21年）90件/年（平成25年） below ・企業立地件数: figures with their years and nothing else.
  func datedValuesLine(below index: Int) -> Int? {
    let next = index + 1
    guard next < lines.count, lines[next].shape == .text, claims.isFree(next) else { return nil }
    let body = lines[next].body
    guard body.count <= Self.longestValues, endsInBracket(body) else { return nil }
    let values = lines.text.string(SourceRange(body)).folded.split(separator: ")")
    let areDated = values.allSatisfy { value in
      let parts = value.split(separator: "(").map { UnitBracket.trimmed($0) }
      return parts.count == 2 && ValueLook.isFigure(parts[0]) && ValueLook.isYear(parts[1])
    }
    return values.count > 1 && areDated ? next : nil
  }

  /// A line that only ends what the line above states.
  func endsStatement(_ line: Range<Int>) -> Bool {
    beginsWithBaseline(line) || beginsWithDatedVerb(line) || beginsWithArrow(line)
  }

  /// → 60%（R8） below 健診受診率　45.1%（R3）.
  private func beginsWithArrow(_ line: Range<Int>) -> Bool {
    guard bytes[line.lowerBound] == 0xE2, let arrow = Arrows.bytes.first(where: { bytes[line].starts(with: $0) }) else {
      return false
    }
    return ValueLook.isFigure(
      UnitBracket.trimmed(Substring(lines.text.string(SourceRange(line.dropFirst(arrow.count))))))
  }

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

  /// A name with a colon and a figure, or with figures on both sides of an arrow.
  func statesIndicator(_ body: Range<Int>) -> Bool {
    statesFigure(body) || Arrows.partFigures(lines.text.string(SourceRange(body)))
  }

  /// 太陽光発電の設備導入容量, and in the line right below it 38,200kW（2021年度）　→　75,000kW（2030年度）: the line of the values.
  /// One blank line may part them where others part all that stands around.
  func valuesLine(below index: Int) -> Int? {
    var next = index + 1
    if next + 1 < lines.count, lines[next].isBlank, index > 0, lines[index - 1].isBlank { next += 1 }
    guard next < lines.count, lines[next].shape == .text, holdsValuesAlone(lines[next].body), claims.isFree(next)
    else { return nil }
    let name = lines.text.string(SourceRange(lines[index].body))
    let isName =
      name.count <= Self.longestName + 10 && !name.contains { $0 == "。" || Arrows.characters.contains($0) }
      && !name.split(whereSeparator: \.isWhitespace).contains { ValueLook.isValue(String($0)) }
    return isName ? next : nil
  }

  /// Figures with their years on both sides of an arrow, and no word that names them.
  private func holdsValuesAlone(_ body: Range<Int>) -> Bool {
    // Asked of every line: most hold no arrow, and all of them begin with this byte.
    guard body.count <= Self.longestValues,
      bytes.span.first(0xE2, from: body.lowerBound, to: body.upperBound) < body.upperBound
    else { return false }
    let sides = lines.text.string(SourceRange(body)).split {
      Arrows.characters.contains($0) || $0 == "▶"
    }
    return sides.count == 2
      && sides.allSatisfy { side in
        let pieces = side.split(whereSeparator: \.isWhitespace).map(String.init)
        return pieces.contains(where: ValueLook.isFigure)
          && pieces.allSatisfy { ValueLook.isValue($0) || ValueLook.isYear(Self.withoutCount($0)) }
      }
  }

  /// Ｒ２～Ｒ５ of Ｒ２～Ｒ５の累計.
  private static func withoutCount(_ text: String) -> String {
    ["の累計", "累計", "の平均", "実績"].first(where: text.hasSuffix).map { String(text.dropLast($0.count)) } ?? text
  }

  /// In bytes.
  private static let longestValues = 160

  private static let labels = ColumnRole.valueLabels.map { Array($0.utf8) }

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

  func isOpenInBracket(_ body: Range<Int>) -> Bool {
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
