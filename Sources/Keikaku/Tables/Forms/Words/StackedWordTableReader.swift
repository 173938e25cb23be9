import KeikakuText

/// Tables of words whose header and cells stand one below the other, as plain `pdftotext` leaves them.
///
///     事業名
///     内容
///     担当課
///     太陽光発電設備の設 国や県の補助制度を活用し、計画的に整 学校教
///     置補助
///     備を進めます。
///     育課
///
/// Read only where the pieces make rows in one way (`StackedWordRows`); all other lines are left to who reads lists. An
/// overview of goals beside measures is kept as it stands where a line holds both: no title is whole in it.
struct StackedWordTableReader {
  private let rows: TextLines
  private let header = WordTableHeader()
  private let ends: WordTableEnd
  private let headings: HeadingReader
  private let segments: SegmentReader
  private static let mostPiecesOfHeader = 6
  private static let mostLines = 120
  /// In bytes.
  private static let longestHead = 30
  private static let longestLine = 400

  init(_ rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    ends = WordTableEnd(rows, lexicon: lexicon)
    headings = HeadingReader(rows.text.bytes, lexicon: lexicon)
    segments = SegmentReader(rows.text.bytes)
  }

  /// The table whose header begins in a line, or nil.
  ///
  /// - Parameter reach: moved to the last line that was looked at.
  func region(at line: Int, reach: inout Int) -> PageHints.TableRegion? {
    guard let head = head(at: line) else { return nil }
    reach = head.last
    if head.isOverview { return mixedOverview(below: head, from: line) }
    let body = body(below: head.last, columns: head.cells.count)
    reach = body.last?.line ?? head.last
    let department = head.cells.firstIndex { DepartmentNames.head($0.text) }
    guard let last = body.last?.line,
      let found = StackedWordRows(columns: head.cells.count, department: department, rows: rows).rows(body)
    else { return nil }
    return rows.region(line..<last + 1, [head.cells] + found, form: .stacked)
  }

  private struct Head {
    var cells: [Table.Cell]
    var isOverview: Bool
    var last: Int
  }

  /// The header of as many lines as make known words, among them one for what is done.
  private func head(at line: Int) -> Head? {
    guard rows.content(line).count <= Self.longestHead, header.mayHold(rows.content(line), in: rows.text.bytes) else {
      return nil
    }
    var found: Head?
    var pieces: [Range<Int>] = []
    var sizes: [Int] = []
    var next = line
    while next < rows.count, pieces.count < Self.mostPiecesOfHeader {
      if rows.isBlank(next) {
        guard next > line, !rows.isBlank(next - 1) else { break }
      } else {
        guard rows.content(next).count <= Self.longestHead else { break }
        let words = rows.words(rows.content(next))
        pieces += words
        sizes.append(words.count)
        found = self.head(of: pieces, in: sizes, last: next) ?? found
      }
      next += 1
    }
    return found
  }

  /// The header that some pieces make.
  private func head(of pieces: [Range<Int>], in sizes: [Int], last: Int) -> Head? {
    let texts = pieces.map(rows.string)
    // 主な取組 above 事業名 heads the table and no column.
    guard texts.count(where: { header.column($0) == .action }) < 2 else { return nil }
    for count in 2...max(2, min(pieces.count, Self.mostColumns)) {
      for shape in Self.shapes[count] where shape.pieceCount == pieces.count {
        guard let dealt = shape.dealings(sizes).first else { continue }
        var cells = [String](repeating: "", count: count)
        for (column, piece) in zip(dealt, texts) { cells[column] += piece }
        // Nor does 具体的な取組内容 left of it.
        guard let columns = header.columns(cells), columns[0] != .side, columns.count(where: { $0 == .action }) < 2
        else { continue }
        let isOverview = columns.allSatisfy { $0 == .kind }
        guard isOverview || columns.contains(.action) else { continue }
        let source = SourceRange(pieces[0].lowerBound..<pieces[pieces.count - 1].upperBound)
        return Head(cells: cells.map { Table.Cell(text: $0, source: source) }, isOverview: isOverview, last: last)
      }
    }
    return nil
  }

  private static let mostColumns = 4
  private static let mostLinesOfHead = 3
  /// Every form of a header, by its columns.
  private static let shapes = (0...mostColumns).map {
    CellHeights.all(columns: $0, mostLines: mostLinesOfHead, mostPieces: $0 * mostLinesOfHead)
  }

  /// The lines of an overview as they stand, up to the next blank one; nil where none of them holds a goal and a measure.
  ///
  ///     政策1 市民とともに歩む持続可能な行財政 (2) 人権・男女共同参画の推
  ///     運営
  ///     進
  private func mixedOverview(below head: Head, from line: Int) -> PageHints.TableRegion? {
    var next = head.last + 1
    if next < rows.count, rows.isBlank(next) { next += 1 }
    let lines = (next..<rows.count).prefix(Self.mostLines).prefix { !rows.isBlank($0) }
    guard let last = lines.last, lines.contains(where: holdsTwoHeadings) else { return nil }
    return rows.region(line..<last + 1, [head.cells] + rows.cells(of: lines), form: .stacked, isUnordered: true)
  }

  private func holdsTwoHeadings(_ line: Int) -> Bool {
    let words = rows.words(rows.content(line))
    guard words.count > 2, headings.read(rows.content(line)).number != nil else { return false }
    return words.dropFirst(2).contains { headings.read($0.lowerBound..<rows.content(line).upperBound).number != nil }
  }

  /// The lines up to the next blank one or heading.
  private func body(below header: Int, columns: Int) -> [WordTableLine] {
    var lines: [WordTableLine] = []
    var next = header + 1
    if next < rows.count, rows.isBlank(next) { next += 1 }
    while next < rows.count, !rows.isBlank(next), lines.count < Self.mostLines {
      let content = rows.content(next)
      let found = segments.segments(content, gap: 1)
      guard content.count <= Self.longestLine, found.count <= columns, !rows.holdsSeparator(content),
        !ends.begins(content)
      else { break }
      lines.append(WordTableLine(line: next, segments: found, followsBlank: false))
      next += 1
    }
    return lines
  }
}
