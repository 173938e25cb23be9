import KeikakuText

/// What the marks before a report's items say, where the report explains them: ●＝令和4年度の実績 ○＝令和5年度の取組予定.
struct MarkLegend: Sendable {
  struct Meaning: Sendable {
    /// Nil where the items tell of problems.
    var status: ActionStatus?
    var period: Temporal?
  }

  private(set) var meanings: [Unicode.Scalar: Meaning] = [:]

  /// The lines of a legend stand closer than this, in bytes.
  private static let reach = 400

  /// Reads the first legend of the text; a legend of grades (◎：順調) explains none.
  init(_ text: SourceText, marks: HeadingMarks = .standard) {
    var found: [Explanation] = []
    var last = 0
    var index = text.bytes.span.nextExplanation(from: 0)
    while index < text.bytes.count {
      if index - last > Self.reach {
        if Self.isLegend(found) { break }
        found = []
      }
      last = text.bytes.span.first(Ascii.lineFeed, from: index, to: text.bytes.count)
      found += Self.explanations(in: text.bytes, index..<last, marks)
      index = text.bytes.span.nextExplanation(from: last)
    }
    guard Self.isLegend(found) else { return }
    for explanation in found { meanings[explanation.mark] = meanings[explanation.mark] ?? explanation.meaning }
  }

  /// Whether a mark is explained, so that it lists and never heads.
  func explains(_ mark: Unicode.Scalar?) -> Bool { mark.map { meanings[$0] != nil } ?? false }

  /// The marks of the lexicon with the arrows that the legend explains: →：令和7年度以降の取組 makes → …する。 an item.
  func extending(_ marks: HeadingMarks) -> HeadingMarks {
    var extended = marks
    for mark in meanings.keys where Arrows.scalars.contains(mark) { extended.insert(mark, .headingOrItem) }
    return extended
  }

  /// The text behind a mark that explains it begins so.
  static func isExplanation(_ item: String) -> Bool { item.unicodeScalars.first.map { signs.contains($0) } ?? false }

  // MARK: Reading

  private struct Explanation {
    var mark: Unicode.Scalar
    var meaning: Meaning
  }

  private static let signs: Set<Unicode.Scalar> = ["＝", "=", "：", ":", "…", "は", "→", "⇒"]
  private static let quotes: Set<Unicode.Scalar> = ["」", "』", "）", ")", "印"]

  private static func explanations(
    in bytes: [UInt8], _ range: Range<Int>, _ marks: HeadingMarks
  ) -> [Explanation] {
    let scalars = Array(String(decoding: bytes[range], as: UTF8.self).unicodeScalars)
    let starts = scalars.indices.filter { index in
      (marks.contains(scalars[index].value) || Arrows.scalars.contains(scalars[index]))
        && phraseStart(scalars, after: index) != nil
    }
    let bounds = starts.dropFirst() + [scalars.count]
    return zip(starts, bounds).compactMap { start, end in
      // In →→→ the next mark stands in the place of this one's sign.
      guard let first = phraseStart(scalars, after: start), first < end else { return nil }
      var phrase = String.UnicodeScalarView()
      phrase.append(contentsOf: scalars[first..<end])
      return meaning(of: String(phrase).folded).map { Explanation(mark: scalars[start], meaning: $0) }
    }
  }

  /// Where the phrase behind a mark and its sign begins; nil where no sign follows the mark.
  private static func phraseStart(_ scalars: [Unicode.Scalar], after mark: Int) -> Int? {
    var index = mark + 1
    while index < scalars.count, quotes.contains(scalars[index]) { index += 1 }
    return index < scalars.count && signs.contains(scalars[index]) ? index + 1 : nil
  }

  private static func meaning(of phrase: String) -> Meaning? {
    guard !ReportWords.grades.contains(where: phrase.contains) else { return nil }
    let period = TemporalReader().first(in: phrase)?.temporal
    for (words, status) in ReportWords.standings where words.contains(where: phrase.contains) {
      return Meaning(status: status, period: status == nil ? nil : period)
    }
    return nil
  }

  /// Two marks that say different things, or one with its year.
  private static func isLegend(_ found: [Explanation]) -> Bool {
    Set(found.map(\.meaning.status)).count > 1 || found.count == 1 && found[0].meaning.period != nil
  }
}

extension Span<UInt8> {
  /// The next place of a geometric mark (■ to ◯, ★) or an arrow with a sign or a closing bracket behind it, or the count.
  fileprivate func nextExplanation(from start: Int) -> Int {
    var index = first(0xE2, from: start, to: count)
    while index + 3 < count {
      if (0x96...0x98).contains(self[index + 1]) || isArrow(at: index), mayBeSign(at: index + 3) { return index }
      index = first(0xE2, from: index + 1, to: count)
    }
    return count
  }

  /// → ⇒ ⇨ or ➡.
  private func isArrow(at index: Int) -> Bool {
    switch (self[index + 1], self[index + 2]) {
    case (0x86, 0x92), (0x87, 0x92), (0x87, 0xA8), (0x9E, 0xA1): true
    default: false
    }
  }

  /// = ： … → は 」 or ）.
  private func mayBeSign(at index: Int) -> Bool {
    switch self[index] {
    case UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: ")"), 0xE2, 0xE5, 0xEF: true
    case 0xE3: index + 2 < count && (self[index + 1] == 0x80 && self[index + 2] > 0x80 || self[index + 2] == 0xAF)
    default: false
    }
  }
}
