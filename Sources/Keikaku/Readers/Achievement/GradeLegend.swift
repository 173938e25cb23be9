import KeikakuText

/// The document's own explanation of its grades: ◎：目標を上回る ○：目標どおり △：目標を下回る, or a table of letters and words.
///
/// A legend explains at least two grades, on one line or on lines that follow each other closely, and in words that say how
/// a result stands to the target or the baseline. A lone `A：…` is none.
struct GradeLegend {
  /// The line that it begins on, from 0.
  var line: Int
  private(set) var meanings: [String: GradeMeaning] = [:]

  /// As far as two of its lines may stand apart.
  private static let gap = 3

  /// All legends of a document in their order.
  static func all(in text: SourceText) -> [GradeLegend] {
    var legends: [GradeLegend] = []
    var lastLine = -gap - 1
    for (line, start) in text.lineStarts.enumerated() {
      let end = line + 1 < text.lineStarts.count ? Int(text.lineStarts[line + 1]) : text.bytes.count
      guard end - Int(start) < 2000 else { continue }
      let found = GradeLegendLine(String(decoding: text.bytes[Int(start)..<end], as: UTF8.self)).definitions
      guard !found.isEmpty else { continue }
      if line - lastLine > gap || legends.isEmpty { legends.append(GradeLegend(line: line)) }
      for (grade, meaning) in found where legends[legends.count - 1].meanings[grade] == nil {
        legends[legends.count - 1].meanings[grade] = meaning
      }
      lastLine = line
    }
    return legends.filter { $0.meanings.count >= 2 }
  }

  /// The legend for a grade on a line: the last one above that explains it, else the first below.
  static func meaning(of grade: String, on line: Int, in legends: [GradeLegend]) -> GradeMeaning? {
    let explaining = legends.filter { $0.meanings[grade] != nil }
    return (explaining.last { $0.line <= line } ?? explaining.first)?.meanings[grade]
  }
}

/// The grades that one line explains.
struct GradeLegendLine {
  private let letters: [Character]

  init(_ text: String) { letters = Array(GradeMark.folded(text)) }

  /// Each grade with its meaning, by marks of definition (`A：…`, `A＝…`, `A（…）`) or as a row `A | …`; by blanks alone (`◎ …`)
  /// only where the line explains two.
  var definitions: [(grade: String, meaning: GradeMeaning)] {
    let marked = definitions { starts(at: $0, by: [":", "=", "…", "(", "→", "\t", "|"]) }
    if !marked.isEmpty { return marked }
    let blank = definitions { starts(at: $0, by: [" "]) }
    return blank.count >= 2 ? blank : []
  }

  private func definitions(_ start: (Int) -> Int?) -> [(grade: String, meaning: GradeMeaning)] {
    let places = letters.indices.compactMap { index in start(index).map { (mark: index, text: $0) } }
    return places.enumerated().compactMap { number, place in
      let end = number + 1 < places.count ? places[number + 1].mark : letters.count
      guard place.text < end else { return nil }
      return GradeMeaning(String(letters[place.text..<end])).map { (String(letters[place.mark]), $0) }
    }
  }

  /// Where the explanation of a grade begins, if one is explained at the index.
  private func starts(at index: Int, by separators: Set<Character>) -> Int? {
    guard GradeMark.isMark(letters[index]), index == 0 || isBorder(letters[index - 1]) else { return nil }
    var next = index + 1
    while next < letters.count, "」】』])\"".contains(letters[next]) { next += 1 }
    if !separators.contains(" ") { while next < letters.count, letters[next] == " " { next += 1 } }
    guard next < letters.count, separators.contains(letters[next]) else { return nil }
    let isCell = letters[next] == "\t" || letters[next] == "|"
    // In a row of a table only the first cell is what the next one explains; further on, 評価 and 備考 stand side by side.
    if isCell, !letters[..<index].allSatisfy({ "| \t".contains($0) }) { return nil }
    return next + 1
  }

  private func isBorder(_ letter: Character) -> Bool { !letter.isLetter && !letter.isNumber && letter != "." }
}

/// The signs that municipalities grade with.
enum GradeMark {
  private static let marks = Set("◎○△▲×☆★◇◆□■-SABCDE12345")
  private static let same: [Character: Character] = [
    "◯": "○", "〇": "○", "⭕": "○", "✕": "×", "✖": "×", "╳": "×", "−": "-",
  ]

  static func isMark(_ letter: Character) -> Bool { marks.contains(letter) }

  /// A text with one spelling for each mark.
  static func folded(_ text: String) -> String { String(text.folded.map { same[$0] ?? $0 }) }

  /// The grade that a cell gives: `Ａ（達成）` is A. Nil where it is a text of its own.
  static func grade(in text: String) -> String? {
    let key = folded(text).filter { $0 != " " && $0 != "\t" }
    guard let first = key.first, isMark(first) else { return nil }
    return key.count == 1 || "([:".contains(key[key.index(after: key.startIndex)]) ? String(first) : nil
  }
}
