/// Pages set downward in two or three tiers, the upper one read before the lower.
///
/// On the page as it is read, columns being lines, the tiers lie side by side, and the blank between them goes through the page.
struct DownwardTiers {
  /// Columns that run through all tiers above the rest: the title of a chapter.
  private(set) var heads: [PrintedLine] = []
  let prose: GutterTables.ProseColumns

  /// In letters.
  private static let narrowestBlank = 2.0
  private static let mostHeads = 3
  private static let mostTiers = 3
  private static let fewestLines = 2

  /// Nil where the page has one tier.
  init?(_ words: [PdfWord], em: Double) {
    var body = PrintedLine.lines(of: words, em: em)
    var borders = Self.borders(body, em: em)
    while borders.isEmpty, heads.count < Self.mostHeads, body.count > 2 * Self.fewestLines {
      heads.append(body.removeFirst())
      borders = Self.borders(body, em: em)
    }
    guard !borders.isEmpty, borders.count < Self.mostTiers, body.count >= Self.fewestLines else { return nil }
    let bodyWords = body.flatMap(\.words)
    let edges = [-Double.infinity] + borders + [.infinity]
    let tiers = zip(edges, edges.dropFirst()).map { from, to in
      PrintedLine.lines(of: bodyWords.filter { $0.box.middleX > from && $0.box.middleX <= to }, em: em)
    }
    prose = GutterTables.ProseColumns(tiers, of: body)
  }

  /// The middles of the strips that no word of the lines enters.
  private static func borders(_ lines: [PrintedLine], em: Double) -> [Double] {
    var borders: [Double] = []
    var end = Double.infinity
    for box in lines.lazy.flatMap(\.words).map(\.box).sorted(by: { $0.x0 < $1.x0 }) {
      if box.x0 - end > narrowestBlank * em { borders.append((end + box.x0) / 2) }
      end = end.isFinite ? max(end, box.x1) : box.x1
    }
    return borders
  }
}
