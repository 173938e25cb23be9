import KeikakuText

/// Reads items under a heading of indicators that give several figures, each with its year, and no arrow between them.
///
/// ```
/// 光回線の普及率：94％（R5）、96％（R7）、98％（R12）
/// 住宅の耐震化率 77.1％（H20）90％（H27）
/// ```
/// Commas part the stages of a target. Two figures side by side are where it starts from and where it leads; that only an
/// item of a list says whose heading sets targets, for among text they may be any columns of a table.
struct DatedValues {
  let text: ProseText
  let context: ProseContext

  private struct Chain {
    var values: [ValueSpan] = []
    /// A comma stands between all of them.
    var isListed = true
    /// None stands between any of them.
    var isJoined = true
  }

  /// In letters.
  private static let longest = 300

  func readings() -> [IndicatorReading] {
    let whole = text.trimmed(text.range)
    guard whole.count <= Self.longest else { return [] }
    guard context.isUnderIndicatorHeading || ProseName.hasLead(in: text, whole) else { return [] }
    let first = ProseName.start(in: text, whole)
    for start in first..<whole.upperBound where start > first && isBoundary(start) {
      guard let chain = chain(from: start, whole.upperBound) else { continue }
      return reading(first..<start, chain, end: whole.upperBound).map { [$0] } ?? []
    }
    return []
  }

  private func isBoundary(_ index: Int) -> Bool {
    let before = text.scalars[index - 1]
    return !text.isBlank(index) && (text.isBlank(index - 1) || ":=…‥".unicodeScalars.contains(before))
  }

  /// Values with their years from a place to the end of the item, at least two.
  private func chain(from start: Int, _ limit: Int) -> Chain? {
    var chain = Chain()
    var index = start
    while index < limit {
      guard let value = ValueSpan(in: text, at: index, limit: limit), value.isNumber, value.bracket != nil,
        value.hasYear
      else { return nil }
      chain.values.append(value)
      index = text.skipBlanks(value.range.upperBound, limit)
      guard index < limit else { break }
      let isComma = text.scalars[index] == "、" || text.scalars[index] == ","
      if isComma { index = text.skipBlanks(index + 1, limit) }
      chain.isListed = chain.isListed && isComma
      chain.isJoined = chain.isJoined && !isComma
    }
    return chain.values.count > 1 ? chain : nil
  }

  private func reading(_ piece: Range<Int>, _ chain: Chain, end: Int) -> IndicatorReading? {
    let assembly = ProseIndicator(text: text, context: context)
    let years = chain.values.compactMap { $0.bracket.flatMap(assembly.period)?.endYear }
    guard years.count == chain.values.count, zip(years, years.dropFirst()).allSatisfy(<),
      let name = ProseName.range(in: text, piece), !LabelledValues.isLabel(name, in: text),
      !LabelledValues.beginsWithLabel(name, in: text)
    else { return nil }
    var parts = ProseIndicator.Parts(name: name, whole: name.lowerBound..<end)
    if chain.isListed {
      parts.targets = chain.values.map(\.range)
    } else if chain.isJoined, chain.values.count == 2, context.isItem, context.setsTargets {
      parts.baseline = chain.values[0].range
      parts.targets = [chain.values[1].range]
    } else {
      return nil
    }
    return assembly.reading(parts)
  }
}
