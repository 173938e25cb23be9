/// Tells text that is struck out, as revised plans show what they drop: a rule through the middle of its letters, no longer than
/// they are.
///
/// Underlines lie lower; arrows and bars of a schedule that run through a word go on beyond it.
struct StruckText {
  /// What is not struck out; where text goes on behind a struck part, a word without letters fills the gap.
  private(set) var words: [PdfWord] = []
  /// The drawing without the rules through text.
  private(set) var drawing: PageDrawing
  private(set) var isEmpty = true

  private let em: Double
  /// How far from the middle of the letters the rule may lie, how far it may reach beyond them, and by how much it may fail to
  /// cover them, in letters.
  private static let offset = 0.24
  private static let overhang = 0.7
  private static let slack = 0.1
  /// Pages with more words times rules are pictures or attacks; no plan's page comes near.
  private static let mostPairs = 20_000_000

  init(words: [PdfWord], drawing: PageDrawing, em: Double) {
    self.em = em
    self.drawing = drawing
    guard words.count * drawing.horizontals.count <= Self.mostPairs else {
      self.words = words
      return
    }
    var struck: [Int: Set<Int>] = [:]
    var gaps: [PageBox] = []
    let places = words.indices.sorted { words[$0].box.middleY < words[$1].box.middleY }
    var kept = drawing
    kept.horizontals.removeAll { rule in
      let found = letters(of: words, places, under: rule)
      for (word, letters) in found { struck[word, default: []].formUnion(letters) }
      if let first = found.first { gaps.append(gap(of: words[first.word], under: rule)) }
      return !found.isEmpty
    }
    self.drawing = kept
    isEmpty = struck.isEmpty
    self.words = words.indices.flatMap { place in
      struck[place].map { rest(of: words[place], without: $0) } ?? [words[place]]
    }
    self.words += gaps.filter(isAmongText).map { PdfWord(text: "", box: $0) }
  }

  private func gap(of word: PdfWord, under rule: PdfRule) -> PageBox {
    PageBox(x0: rule.from, y0: word.box.y0, x1: rule.to, y1: word.box.y1)
  }

  /// Text goes on from one side of a struck part to the other: nothing stands between them, not even a blank.
  private func isAmongText(_ gap: PageBox) -> Bool {
    let level = words.filter { abs($0.box.middleY - gap.middleY) < Self.slack * em }.map(\.box)
    let reach = Self.offset * em
    return level.contains { abs($0.x1 - gap.x0) < reach } && level.contains { abs($0.x0 - gap.x1) < reach }
  }

  /// The letters that a rule strikes out, by their words; none where it is no such rule.
  private func letters(of words: [PdfWord], _ places: [Int], under rule: PdfRule) -> [(word: Int, letters: Set<Int>)] {
    var found: [(word: Int, letters: Set<Int>)] = []
    var ends = (from: Double.infinity, to: -Double.infinity)
    let reach = 2 * em
    var place = places.firstPlace { words[$0].box.middleY >= rule.position - reach }
    while place < places.count, words[places[place]].box.middleY <= rule.position + reach {
      let word = words[places[place]]
      place += 1
      let size = word.em ?? em
      guard abs(word.box.middleY - rule.position) <= Self.offset * size, word.box.x0 < rule.to, word.box.x1 > rule.from
      else { continue }
      let edges = word.letterEdges(em: size)
      let letters = (0..<word.letters).filter {
        edges[$0] >= rule.from - Self.slack * size && edges[$0 + 1] <= rule.to + Self.slack * size
      }
      // The middle bar of a letter whose outline is drawn strikes none but itself.
      guard letters.count > 1 || letters.count == word.letters, let first = letters.first, let last = letters.last
      else {
        continue
      }
      found.append((places[place - 1], Set(letters)))
      ends = (min(ends.from, edges[first]), max(ends.to, edges[last + 1]))
    }
    let isAsLong = rule.from >= ends.from - Self.overhang * em && rule.to <= ends.to + Self.overhang * em
    return isAsLong ? found : []
  }

  /// The runs of letters that stay.
  private func rest(of word: PdfWord, without struck: Set<Int>) -> [PdfWord] {
    let edges = word.letterEdges(em: word.em ?? em)
    var parts: [PdfWord] = []
    var start = 0
    for letter in 0...word.letters where letter == word.letters || struck.contains(letter) {
      if start < letter { parts.append(word.part(start..<letter, edges: edges)) }
      start = letter + 1
    }
    return parts
  }
}
