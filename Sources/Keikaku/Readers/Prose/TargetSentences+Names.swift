import KeikakuText

/// What the clauses of a sentence that sets a target name.
extension TargetSentences {
  /// Behind a lead word the whole piece is the name; else what stands behind the last comma.
  func name(_ piece: Range<Int>) -> Range<Int>? {
    var piece = text.trimmed(piece)
    if let last = piece.last, text.scalars[last] == "、" { piece = piece.lowerBound..<last }
    if ProseName.start(in: text, piece) == piece.lowerBound || !startsWithLead(piece) {
      let commas = piece.filter { text.scalars[$0] == "、" && !isInBracket($0, piece) }
      if let comma = commas.last { piece = comma + 1..<piece.upperBound }
    }
    return ProseName.range(in: text, withoutTargetWord(piece)).flatMap { isDateOrValue($0) || isClause($0) ? nil : $0 }
  }

  /// 割合の目標を国と同じ before 36％ says something else of the target.
  func endsWithTargetWord(_ piece: Range<Int>) -> Bool {
    var piece = text.trimmed(piece)
    if let last = piece.last, text.scalars[last] == "、" { piece = piece.lowerBound..<last }
    return withoutTargetWord(piece) != piece
  }

  /// 耐震化率 of 耐震化率の目標を.
  private func withoutTargetWord(_ piece: Range<Int>) -> Range<Int> {
    guard
      let place = piece.dropFirst().last(where: {
        text.scalars[$0 - 1] == "の"
          && text.match(Self.targetWords, at: $0, limit: piece.upperBound) == piece.upperBound - $0
      })
    else { return piece }
    return piece.lowerBound..<place - 1
  }

  private static let clauseEndings = [
    "に対して", "に比べて", "に比べ", "と比較して", "として", "により", "によって", "において", "を通じて", "減らして", "増やして", "とし", "から",
  ]
  .map { Array($0.unicodeScalars) }

  /// 入所する人を9人減らして, 基準年度に対して: the beginning of a sentence names nothing.
  private func isClause(_ name: Range<Int>) -> Bool {
    let scalars = text.scalars[name]
    if Self.clauseEndings.contains(where: { scalars.suffix($0.count).elementsEqual($0) }) {
      return true
    }
    return name.dropLast().contains { text.scalars[$0] == "を" && mayBeginValue($0 + 1, in: name.upperBound) }
  }

  /// 2030年に 5,800人を維持する: what is kept stands elsewhere.
  private func isDateOrValue(_ name: Range<Int>) -> Bool {
    if let value = ValueSpan(in: text, at: name.lowerBound, limit: name.upperBound), value.isNumber,
      value.range.upperBound == name.upperBound
    {
      return true
    }
    guard let end = ValueSpan.date(in: text, at: name.lowerBound, limit: name.upperBound) else { return false }
    let particles = text.match(Self.untils, at: end, limit: name.upperBound) ?? 0
    return end + particles == name.upperBound
  }

  private static let untils = ProseWords("までには までに には に まで")

  private func startsWithLead(_ piece: Range<Int>) -> Bool {
    let start = text.skipBlanks(piece.lowerBound, piece.upperBound)
    return ProseName.lead(in: text, at: start, piece.upperBound) != nil
  }

  private func isInBracket(_ index: Int, _ piece: Range<Int>) -> Bool {
    var depth = 0
    for place in piece.lowerBound..<index {
      if ProseText.isOpening(text.scalars[place]) { depth += 1 }
      if ProseText.isClosing(text.scalars[place]) { depth -= 1 }
    }
    return depth > 0
  }
}
