/// Makes one text of letters that were printed several times to look bold.
///
/// Poppler drops a word that was drawn again as it stands; what stays are copies that were cut at other places:
/// `高校の入学者数（` + `高校の` + `入学者数（H26` are one `高校の入学者数（H26`. A copy has the same letters at the same place;
/// overlap without equal letters (brackets set closer) is left alone.
struct ShadowRepair {
  private var kept: [PdfWord] = []
  private let em: Double
  /// How many words were dropped or shortened.
  private(set) var repairs = 0

  private init(em: Double) { self.em = em }

  static func repaired(_ words: [PdfWord], em: Double) -> (words: [PdfWord], repairs: Int) {
    var result: [PdfWord] = []
    result.reserveCapacity(words.count)
    var repairs = 0
    let sorted = words.sorted { $0.box.y0 < $1.box.y0 }
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].isCopyNear(sorted[end - 1], em: em) { end += 1 }
      if end == start + 1 {
        result.append(sorted[start])
        start = end
        continue
      }
      var band = ShadowRepair(em: em)
      for word in sorted[start..<end].sorted(by: { ($0.box.x0, -$0.box.width) < ($1.box.x0, -$1.box.width) }) {
        band.take(word)
      }
      result += band.kept
      repairs += band.repairs
      start = end
    }
    return (result, repairs)
  }

  private mutating func take(_ word: PdfWord) {
    // Kept words are in the order of their left edges; only the last ones can reach this far.
    for place in kept.indices.reversed().prefix(8) {
      let other = kept[place]
      guard min(word.box.x1, other.box.x1) - max(word.box.x0, other.box.x0) > 0.3 * em else { continue }
      if word.box.x1 <= other.box.x1 + 0.35 * em, holds(other, word) {
        repairs += 1
        return
      }
      if let rest = rest(of: word, after: other) {
        kept[place].text += rest.text
        kept[place] = PdfWord(text: kept[place].text, box: other.box.joined(with: rest.box))
        repairs += 1
        return
      }
    }
    kept.append(word)
  }

  /// The word's text stands in the other at a letter near the word's own place.
  private func holds(_ other: PdfWord, _ word: PdfWord) -> Bool {
    let letters = Array(other.text.unicodeScalars)
    let wanted = Array(word.text.unicodeScalars)
    guard wanted.count <= letters.count else { return false }
    let edges = other.letterEdges(em: em)
    for start in 0...letters.count - wanted.count where abs(edges[min(start, edges.count - 1)] - word.box.x0) <= em {
      if letters[start..<start + wanted.count].elementsEqual(wanted) { return true }
    }
    return false
  }

  /// What the word adds where its first letters are the other's last.
  private func rest(of word: PdfWord, after other: PdfWord) -> PdfWord? {
    let first = Array(other.text.unicodeScalars)
    let second = Array(word.text.unicodeScalars)
    let otherEdges = other.letterEdges(em: em)
    for shared in stride(from: min(first.count, second.count - 1), to: 0, by: -1) {
      guard first.suffix(shared).elementsEqual(second.prefix(shared)) else { continue }
      let place = otherEdges[min(first.count - shared, otherEdges.count - 1)]
      guard abs(place - word.box.x0) <= em else { continue }
      let edges = word.letterEdges(em: em)
      guard shared < word.letters else { return nil }
      return word.part(shared..<word.letters, edges: edges)
    }
    return nil
  }
}

extension PdfWord {
  /// Copies lie up to three tenths of a letter apart, whose size may be a heading's; lines of text never lie so near.
  fileprivate func isCopyNear(_ other: PdfWord, em: Double) -> Bool {
    box.y0 - other.box.y0 < 0.3 * max(em, self.em ?? em, other.em ?? em) + 0.3
  }
}
