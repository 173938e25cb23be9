/// Units at a place of a folded text, by the table and by what can be a counter at all.
///
/// Made once for a set of units and shared by all that read with it.
final class UnitReader: Sendable {
  struct Unit: Equatable {
    var base: String
    var power: Int
    var end: Int
    /// Whether the table knows it; otherwise it is what stands behind the number and looks like a counter.
    var isKnown = true
  }

  private struct Entry: Sendable {
    var base: String
    var power: Int
    var allowsKanji: Bool
    /// Letters of a foreign alphabet, which must not run on.
    var isLatin: Bool
  }

  private let entries: ScalarWords<Entry>
  private let denominators: ScalarWords<Entry>
  private let refusals: ScalarWords<Bool>
  private let compounds: ScalarWords<Bool>
  private let followers: ScalarWords<Bool>
  private let shortFollowers: Set<Unicode.Scalar>

  /// - Parameter added: spellings of a user's, which stand before the table's own.
  init(adding added: [Units.Spelling] = []) {
    let own = added.map { ($0.written, Self.entry($0.written, $0.base, $0.power)) }
    let spellings = UnitTable.spellings.flatMap { unit in
      unit.written.map { ($0, Self.entry($0, unit.base, unit.power)) }
    }
    let counters = Self.words(UnitTable.counters).map { ($0, Self.entry($0, $0, 0)) }
    let digitCounters = Self.words(UnitTable.digitCounters).map { word in
      var entry = Self.entry(word, word, 0)
      entry.allowsKanji = false
      return (word, entry)
    }
    entries = ScalarWords(own + spellings + counters + digitCounters)
    denominators = ScalarWords(Self.denominators(spellings.filter { $0.1.power == 0 }))
    compounds = ScalarWords(Self.words(UnitTable.compounds).map { ($0, true) })
    followers = ScalarWords(Self.words(UnitTable.followers).map { ($0, true) })
    shortFollowers = Set(UnitTable.shortFollowers.unicodeScalars.filter { $0 != " " })
    refusals = ScalarWords(Self.words(UnitTable.refused).map { ($0, true) })
  }

  /// Each denominator in all the spellings of its unit; 千人 keeps its power, since it counts what the figure is per.
  private static func denominators(_ spellings: [(String, Entry)]) -> [(String, Entry)] {
    let listed = words(UnitTable.denominators)
    let bases = Dictionary(spellings.map { ($0.0, $0.1.base) }, uniquingKeysWith: { first, _ in first })
    let named = listed.map { ($0, entry($0, UnitTable.denominatorBases[$0] ?? bases[$0] ?? $0, 0)) }
    let known = Set(listed)
    return named + spellings.filter { known.contains($0.1.base) && !known.contains($0.0) }
  }

  private static func words(_ list: String) -> [String] { list.listedWords }

  private static func entry(_ word: String, _ base: String, _ power: Int) -> Entry {
    let isLatin = word.unicodeScalars.first?.isLatin ?? false
    return Entry(base: base, power: power, allowsKanji: !isLatin, isLatin: isLatin)
  }

  /// The unit at `start` that the table knows, with what stands behind its slash.
  func known(_ text: FoldedScalars, at start: Int, kanjiNumber: Bool = false) -> Unit? {
    guard let (entry, end) = entries.longest(text, at: start), entry.allowsKanji || !kanjiNumber else { return nil }
    if entry.isLatin, text[end].isLatin || text[end].isDigit && !text[end - 1].isDigit { return nil }
    return rate(Unit(base: entry.base, power: entry.power, end: end), text)
  }

  /// Marks and numerals that go on with a figure behind its digits: 30～50人, 1:2, 3万5千, 2割, 3分の1, 50余人, 10/100人.
  private static let continuations = BlockTable(of: "~-ー/:|か余数割分十百千万億兆京拾萬".unicodeScalars)

  /// Whether a unit, a word that makes a name of the number, or more of the figure may begin with a character.
  func mayFollowNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar.isLatin || Self.continuations.contains(scalar) || entries.begins(scalar)
      || refusals.begins(scalar) || UnitSuffix.mayBegin(scalar)
  }

  /// Where the word at `start` ends that makes a number a name and no figure; nil where none stands there.
  func endOfRefusal(_ text: FoldedScalars, at start: Int) -> Int? {
    guard let (_, end) = refusals.longest(text, at: start) else { return nil }
    if let known = entries.longest(text, at: start), known.end >= end { return nil }
    return end
  }

  /// Whether a word stands right behind a counter that makes a name of the figure: 24時間営業, 100歳体操; not 3日間開催.
  func beginsCompound(_ text: FoldedScalars, at index: Int, behind unit: String) -> Bool {
    guard Self.isLetter(text[index]), Self.isLetter(text[index - 1]), !UnitSuffix.begins(text, at: index) else {
      return false
    }
    guard UnitTable.namingCounters.contains(unit) else { return compounds.longest(text, at: index) != nil }
    if shortFollowers.contains(text[index]), !text[index + 1].isKanji { return false }
    return !isFollower(text, at: index)
  }

  /// Whether a word begins at an index that may stand right behind a figure: 参加, though 参 is a numeral too.
  func isFollower(_ text: FoldedScalars, at index: Int) -> Bool { followers.longest(text, at: index) != nil }

  /// A letter of which counters are made; ー goes on a word and begins none.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.isKanji || scalar.isKatakana }

  /// 人/日, g/人・日, mg/L: the unit with the units that it is counted by.
  func rate(_ unit: Unit, _ text: FoldedScalars) -> Unit {
    var unit = unit
    while let slash = slash(text, behind: unit) {
      let index = text.skippingBlanks(slash + 1)
      guard let (entry, end) = denominators.longest(text, at: index) else { break }
      guard !text[end].isDigit, !(entry.isLatin && text[end].isLatin) else { break }
      unit.base += (text[slash] == "/" ? "/" : "・") + entry.base
      unit.end = end
      // g/人日 is g/人・日.
      if entry.base == "人", text[end] == "日", !text[end + 1].isKanji {
        unit.base += "・日"
        unit.end = end + 1
      }
    }
    return unit
  }

  private func slash(_ text: FoldedScalars, behind unit: Unit) -> Int? {
    let index = text.skippingBlanks(unit.end)
    return text[index] == "/" || text[unit.end] == "・" && unit.base.contains("/") ? index : nil
  }

  /// 女性 in 82.1 女性 85.3, and in 82.1女性 85.3 where a line ended between the two: the word belongs to the figure behind it.
  private func labelsNext(_ text: FoldedScalars, _ word: Range<Int>) -> Bool {
    let isWhose =
      isFollower(text, at: word.lowerBound) || word.count == 1 && shortFollowers.contains(text[word.lowerBound])
    guard word.lowerBound > 0, text[word.lowerBound - 1].isBlank || isWhose else { return false }
    let next = text.skippingBlanks(word.upperBound)
    let number = text[next] == "▲" || text[next] == "△" ? text.skippingBlanks(next + 1) : next
    return next > word.upperBound && text[number].isDigit
      || text[next] == ":" && text[text.skippingBlanks(next + 1)].isDigit
  }

  /// What stands behind a number and looks like a counter: a run of kanji and katakana that the table need not know.
  func plausible(_ text: FoldedScalars, at start: Int) -> Unit? {
    var end = start
    while text[end].isKanji || text[end].isKatakana, text[end] != "ー" || end > start, end - start <= 8 {
      if end > start, UnitSuffix.begins(text, at: end) { break }
      end += 1
    }
    guard end > start, end - start <= 8, endOfRefusal(text, at: start) == nil, !text[end].isDigit else { return nil }
    if UnitSuffix.begins(text, at: start) || labelsNext(text, start..<end) { return nil }
    return rate(Unit(base: text.text(start..<end), power: 0, end: end, isKnown: false), text)
  }
}
