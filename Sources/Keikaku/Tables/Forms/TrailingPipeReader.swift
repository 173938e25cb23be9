import KeikakuText

/// Tables with one cell a line, each line closed by a pipe.
///
///     成果指標 |
///     区分 |
///     5ヵ年目標 |
///     講座修了者数 |
///     当初 |
///     1,300人 |
///
/// Nothing says how many columns there are, but the content does: with the right number each column holds cells of one
/// sort, and the first row holds the header's words. Where two numbers fit as well, or a row lacks a cell, a table of
/// indicators is kept without an order.
struct TrailingPipeReader {
  let rows: TextLines
  let headers: HeaderWords

  init(_ text: SourceText, lexicon: Lexicon) {
    rows = TextLines(text: text)
    headers = HeaderWords(lexicon)
  }

  /// The lines from one on that end with their only pipe; nil where there are fewer than six.
  func run(at first: Int) -> Range<Int>? {
    var line = first
    while line < rows.count, cell(line) != nil { line += 1 }
    return line - first >= 6 ? first..<line : nil
  }

  func table(_ lines: Range<Int>) -> Table? {
    let cells = lines.compactMap(cell)
    let source = rows.content(lines.lowerBound).lowerBound..<rows.content(lines.upperBound - 1).upperBound
    guard let columns = columnCount(cells) else {
      guard headsIndicators(cells) else { return nil }
      var table = Table(rows: cells.map { [$0] }, form: .stacked, source: SourceRange(source))
      table.isUnordered = true
      return table
    }
    let tableRows = stride(from: 0, to: cells.count, by: columns).map { Array(cells[$0..<$0 + columns]) }
    return Table(rows: tableRows, form: .stacked, source: SourceRange(source))
  }

  /// Heads of names, of a target and of another value begin the cells, and figures follow.
  private func headsIndicators(_ cells: [Table.Cell]) -> Bool {
    let header = cells.prefix(Self.mostHeads).prefix { headers.isHeader($0.text) || !ValueLook.isFigure($0.text) }
    let roles = header.compactMap { headers.role(of: $0.text) }
    return roles.contains(.name) && roles.contains(.target) && Set(roles.filter(\.isValue)).count > 1
      && cells.dropFirst(header.count).contains { ValueLook.isFigure($0.text) }
  }

  private static let mostHeads = 16

  /// The text before the one pipe that ends a line.
  private func cell(_ line: Int) -> Table.Cell? {
    let content = rows.content(line)
    let pipe = rows.text.bytes.span.first(UInt8(ascii: "|"), from: content.lowerBound, to: content.upperBound)
    guard pipe > content.lowerBound, pipe == content.upperBound - 1 else { return nil }
    return rows.cell(TextLines.trimmed(content.lowerBound..<pipe, in: rows.text.bytes))
  }

  /// The one number of columns, at least three, that makes nearly every column of one sort under a header.
  private func columnCount(_ cells: [Table.Cell]) -> Int? {
    let isHeader = cells.prefix(24).map { headers.isHeader($0.text) }
    let sorts = cells.map { Self.sort(of: $0.text) }
    let fits = (3...24).compactMap { columns -> (columns: Int, share: Double)? in
      guard cells.count % columns == 0, cells.count / columns >= 3, isHeader.prefix(columns).count(where: { $0 }) >= 2
      else { return nil }
      return (columns, Self.uniformity(sorts, columns: columns))
    }
    let most = fits.reduce(0) { max($0, $1.share) }
    let good = fits.filter { $0.share >= max(0.85, most - 0.05) }.map(\.columns)
    // Twice the true number fits as well: two rows side by side.
    guard let best = good.first, good.allSatisfy({ $0 % best == 0 }) else { return nil }
    return best
  }

  /// 0 words, 1 values, 2 codes.
  private static func sort(of text: String) -> Int {
    if text.utf8.count >= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return 2 }
    return ValueLook.isValue(text) ? 1 : 0
  }

  /// The share of body cells that are of their column's commonest sort.
  private static func uniformity(_ sorts: [Int], columns: Int) -> Double {
    var uniform = 0
    for column in 0..<columns {
      var counts = [0, 0, 0]
      for place in stride(from: columns + column, to: sorts.count, by: columns) { counts[sorts[place]] += 1 }
      uniform += counts.max()!
    }
    return Double(uniform) / Double(sorts.count - columns)
  }
}
