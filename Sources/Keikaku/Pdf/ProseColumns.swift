/// Prose set in columns, told from tables.
extension GutterTables {
  /// Lines that stand side by side as columns of prose: to be read one column after the other.
  struct ProseColumns: Sendable {
    var box: PageBox
    var columns: [[PrintedLine]]

    /// The columns that some lines of the page come to; there is at least one line.
    init(_ columns: [[PrintedLine]], of lines: [PrintedLine]) {
      box = lines.dropFirst().reduce(lines[0].box) { $0.joined(with: $1.box) }
      self.columns = columns
    }
  }

  /// Two or three columns whose lines are long and nearly all full are a page set in columns.
  func proseColumns(_ lines: [PrintedLine], _ gutters: Gutters) -> ProseColumns? {
    guard gutters.count <= 2, lines.count >= 6 else { return nil }
    let borders = [-Double.infinity] + gutters.middles + [.infinity]
    var columns: [[PrintedLine]] = []
    for column in borders.indices.dropLast() {
      let part = lines.compactMap { line in
        let words = line.words.filter { $0.box.middleX > borders[column] && $0.box.middleX < borders[column + 1] }
        return words.isEmpty ? nil : PrintedLine(words)
      }
      guard Self.isProse(part, em: em) else { return nil }
      columns.append(part)
    }
    return ProseColumns(columns, of: lines)
  }

  /// Long lines, nearly all of them full.
  static func isProse(_ lines: [PrintedLine], em: Double) -> Bool {
    guard lines.count >= 5, let right = lines.map(\.box.x1).max() else { return false }
    let full = lines.count { $0.box.x1 > right - 2 * em }
    let letters = lines.reduce(0) { $0 + $1.letters } / lines.count
    return letters >= 11 && full * 10 >= lines.count * 6
  }
}
