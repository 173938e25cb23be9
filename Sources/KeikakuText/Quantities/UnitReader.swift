/// Units at a place of a folded text, by the table and by what can be a counter at all.
struct UnitReader: Sendable {
  struct Unit: Equatable {
    var base: String
    var power: Int
    var end: Int
    /// Whether the table knows it; otherwise it is what stands behind the number and looks like a counter.
    var isKnown = true
  }

  private struct Entry: Sendable {
    var letters: [Unicode.Scalar]
    var base: String
    var power: Int
    var allowsKanji: Bool
  }

  static let shared = UnitReader()

  private var entries: [Unicode.Scalar: [Entry]] = [:]
  private var denominators: [Unicode.Scalar: [Entry]] = [:]
  private var refusals: [Unicode.Scalar: [Entry]] = [:]

  private init() {
    for (base, power, written) in UnitTable.spellings {
      for word in written { Self.add(word, base, power, !(word.unicodeScalars.first?.isLatin ?? true), to: &entries) }
    }
    for word in UnitTable.counters.split(separator: " ") { Self.add(String(word), nil, 0, true, to: &entries) }
    for word in UnitTable.digitCounters.split(separator: " ") { Self.add(String(word), nil, 0, false, to: &entries) }
    for word in UnitTable.denominators.split(separator: " ") { Self.add(String(word), nil, 0, true, to: &denominators) }
    for word in UnitTable.refused.split(separator: " ") { Self.add(String(word), nil, 0, true, to: &refusals) }
    Self.sort(&entries)
    Self.sort(&denominators)
    Self.sort(&refusals)
  }

  private static func add(
    _ word: String, _ base: String?, _ power: Int, _ allowsKanji: Bool, to table: inout [Unicode.Scalar: [Entry]]
  ) {
    let letters = Array(word.unicodeScalars)
    if table[letters[0]]?.contains(where: { $0.letters == letters }) == true { return }
    table[letters[0], default: []].append(
      Entry(letters: letters, base: base ?? word, power: power, allowsKanji: allowsKanji))
  }

  private static func sort(_ table: inout [Unicode.Scalar: [Entry]]) {
    for key in Array(table.keys) { table[key]!.sort { $0.letters.count > $1.letters.count } }
  }

  private static func longest(_ table: [Unicode.Scalar: [Entry]], _ text: FoldedScalars, at start: Int) -> Entry? {
    table[text[start]]?.first { entry in
      entry.letters.indices.allSatisfy { text[start + $0] == entry.letters[$0] }
    }
  }

  /// The unit at `start` that the table knows, with what stands behind its slash.
  func known(_ text: FoldedScalars, at start: Int, kanjiNumber: Bool = false) -> Unit? {
    guard let entry = Self.longest(entries, text, at: start), entry.allowsKanji || !kanjiNumber else { return nil }
    let end = start + entry.letters.count
    if entry.letters[0].isLatin, text[end].isLatin || text[end].isDigit && !text[end - 1].isDigit { return nil }
    return rate(Unit(base: entry.base, power: entry.power, end: end), text)
  }

  /// Where the word at `start` ends that makes a number a name and no figure; nil where none stands there.
  func endOfRefusal(_ text: FoldedScalars, at start: Int) -> Int? {
    guard let entry = Self.longest(refusals, text, at: start) else { return nil }
    if let known = Self.longest(entries, text, at: start), known.letters.count >= entry.letters.count { return nil }
    return start + entry.letters.count
  }

  /// 人/日, g/人・日, mg/L: the unit with the units that it is counted by.
  func rate(_ unit: Unit, _ text: FoldedScalars) -> Unit {
    var unit = unit
    while let slash = slash(text, behind: unit) {
      let index = text.skippingBlanks(slash + 1)
      guard let entry = Self.longest(denominators, text, at: index) else { break }
      let end = index + entry.letters.count
      guard !text[end].isDigit, !(entry.letters[0].isLatin && text[end].isLatin) else { break }
      unit.base += (text[slash] == "/" ? "/" : "・") + denominator(entry)
      unit.end = end
    }
    return unit
  }

  private func slash(_ text: FoldedScalars, behind unit: Unit) -> Int? {
    let index = text.skippingBlanks(unit.end)
    return text[index] == "/" || text[unit.end] == "・" && unit.base.contains("/") ? index : nil
  }

  private func denominator(_ entry: Entry) -> String {
    switch entry.base {
    case "年度", "年間": "年"
    case "日間": "日"
    case "時": "時"
    case "10アール": "10a"
    default: entries[entry.letters[0]]?.first { $0.letters == entry.letters }?.base ?? entry.base
    }
  }

  /// What stands behind a number and looks like a counter: a run of kanji and katakana that the table need not know.
  func plausible(_ text: FoldedScalars, at start: Int) -> Unit? {
    var end = start
    while text[end].isKanji || text[end].isKatakana, text[end] != "ー" || end > start, end - start <= 8 {
      if end > start, UnitSuffix.begins(text, at: end) { break }
      end += 1
    }
    guard end > start, end - start <= 8, endOfRefusal(text, at: start) == nil, !text[end].isDigit else { return nil }
    if UnitSuffix.begins(text, at: start) { return nil }
    return rate(Unit(base: text.text(start..<end), power: 0, end: end, isKnown: false), text)
  }
}
