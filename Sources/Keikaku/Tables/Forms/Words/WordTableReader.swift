import KeikakuText

/// Tables of words whose cells blanks hold apart: what is done beside what it is and who does it, goals beside measures.
///
///           主な事業                     事業内容            担当課
///     移住相談窓口の設置          専任の相談員を置きます。     企画課
///
/// Only a header of known words begins one. `pdftotext -layout` parts the cells by two blanks and more; `-raw` by one,
/// where only the order of the cells counts.
struct WordTableReader {
  private let rows: TextLines
  private let header: WordTableHeader
  private let headings: HeadingReader
  private let ends: WordTableEnd
  private let segments: SegmentReader
  private static let longestLine = 1000
  private static let longestTable = 600
  private static let mostBlanks = 2

  init(_ rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    header = WordTableHeader()
    headings = HeadingReader(rows.text.bytes, lexicon: lexicon)
    ends = WordTableEnd(rows, lexicon: lexicon)
    segments = SegmentReader(rows.text.bytes)
  }

  /// The table whose header is a line, or nil.
  func region(at line: Int) -> PageHints.TableRegion? {
    let content = rows.content(line)
    guard content.count <= Self.longestLine, header.mayBegin(content, in: rows.text.bytes),
      !rows.holdsSeparator(content)
    else { return nil }
    for gap in [2, 1] {
      guard let head = head(at: line, gap: gap) else { continue }
      let department = head.cells.firstIndex { DepartmentNames.head($0.text) }
      let form = Form(columns: head.columns, department: department, gap: gap)
      if form.isOverview, gap == 1, form.columns != [.kind, .kind] { return nil }
      let body = body(below: head.last, form)
      let found = read(body, form)
      guard let last = found.rows == nil ? lastOfUnread(body) : found.last else { return nil }
      let source = SourceRange(content.lowerBound..<rows.content(last).upperBound)
      var table = Table(rows: [head.cells], form: gap == 1 ? .spaced : .aligned, source: source)
      if let rows = found.rows {
        table.rows += rows
      } else {
        table.rows += rows.cells(of: (head.last + 1...last).filter { !rows.isBlank($0) })
        table.isUnordered = true
      }
      return PageHints.TableRegion(lines: line..<last + 1, table: table)
    }
    return nil
  }

  private struct Head {
    var cells: [Table.Cell]
    var columns: [WordTableHeader.Column]
    var last: Int
  }

  /// The header in a line, with the rest of its words in the next: 担当 above 課.
  private func head(at line: Int, gap: Int) -> Head? {
    let found = segments.segments(rows.indented(line), gap: gap)
    let words = found.map { rows.string($0.source) }
    guard let columns = header.columns(words) else { return nil }
    let cells = found.map { rows.cell($0.source) }
    let whole = gap > 1 ? wrapped(cells, line) : wrappedLast(cells, line)
    if let whole, let known = header.columns(whole.map(\.text)) {
      return Head(cells: whole, columns: known, last: line + 1)
    }
    return Head(cells: cells, columns: columns, last: line)
  }

  /// The header's cells with what stands below them in the next line, full-width characters counted either way; nil where
  /// it goes on with none.
  private func wrapped(_ cells: [Table.Cell], _ line: Int) -> [Table.Cell]? {
    guard line + 1 < rows.count else { return nil }
    let rest = segments.segments(rows.indented(line + 1))
    guard !rest.isEmpty, rest.count < cells.count else { return nil }
    for reader in [segments, segments.counterpart] {
      let places = reader.segments(rows.indented(line))
      var whole = cells
      for piece in rest {
        guard let place = places.indices.first(where: { places[$0].columns.overlaps(piece.columns) }),
          place < whole.count
        else { continue }
        whole[place].text += rows.string(piece.source)
        whole[place].source = whole[place].source.joined(with: SourceRange(piece.source))
      }
      if header.columns(whole.map(\.text)) != nil, whole.map(\.text) != cells.map(\.text) { return whole }
    }
    return nil
  }

  /// The header's cells with the next line as the end of the last.
  private func wrappedLast(_ cells: [Table.Cell], _ line: Int) -> [Table.Cell]? {
    guard line + 1 < rows.count, let last = cells.last else { return nil }
    let rest = rows.content(line + 1)
    guard !rest.isEmpty, rest.count <= Self.longestRestOfHead else { return nil }
    return cells.dropLast() + [WordValueColumns.joined([last, rows.cell(rest)])]
  }

  /// Two letters, in bytes.
  private static let longestRestOfHead = 6

  /// The rows of a body and the last line that is of them; no rows where nothing tells which cells belong together.
  private func read(
    _ body: [WordTableLine], _ form: Form
  ) -> (rows: [[Table.Cell]]?, last: Int?) {
    let count = form.columns.count
    if form.gap == 1 {
      let found =
        form.isOverview
        ? OrderedOverviewRows(rows: rows, headings: headings).rows(body)
        : OrderedWordRows(columns: count, department: form.department, rows: rows).rows(body)
          ?? StackedWordRows(columns: count, department: form.department, rows: rows).rows(body)
      return (found, body.last?.line)
    }
    guard let dealer = WordColumns(body, count: count, rows: rows) else { return (nil, nil) }
    let lines = dealer.deal(body)
    if form.isOverview {
      return (OverviewRows(columns: count, rows: rows, headings: headings).rows(lines), lines.last?.line)
    }
    let key = form.columns.firstIndex(of: .action) ?? 0
    let found = AlignedWordRows(key: key, columns: count, rows: rows).rows(lines)
    return (found.isEmpty ? nil : found, lines.last?.line)
  }

  /// The last line of a table that is there for sure though it cannot be read: the last one with several cells, or the rest
  /// of one right below it. Two lines of running text end it.
  private func lastOfUnread(_ body: [WordTableLine]) -> Int? {
    let isText = body.map { $0.segments.count == 1 && rows.width($0.segments[0].source) >= Self.fullWidth }
    let end = body.indices.first { isText[$0] && $0 + 1 < body.count && isText[$0 + 1] } ?? body.count
    let several = body[..<end].indices.filter { body[$0].segments.count > 1 }
    guard several.count > 1, let last = several.last else { return nil }
    let rest = body[last + 1..<end].prefix { $0.segments[0].source.count <= Self.longestRest }
    return rest.last?.line ?? body[last].line
  }

  /// The rest of a cell, in bytes.
  private static let longestRest = 24
  /// Columns from which on a line is one of running text.
  private static let fullWidth = 60

  private struct Form {
    var columns: [WordTableHeader.Column]
    var department: Int?
    /// How many blanks part two cells.
    var gap: Int
    var isOverview: Bool { columns[0] == .kind }
  }

  /// The lines below a header that may be of its table.
  private func body(below header: Int, _ form: Form) -> [WordTableLine] {
    var lines: [WordTableLine] = []
    var next = header + 1
    var blanks = 0
    while next < rows.count, next - header < Self.longestTable, blanks <= Self.mostBlanks {
      if rows.isBlank(next) {
        blanks += 1
      } else {
        // What an overview names has blanks of its own; where one of its cells ends, the next begins with its number.
        var found = segments.segments(rows.indented(next), gap: form.isOverview ? 2 : form.gap)
        let count = found.count
        if form.isOverview, found.count < form.columns.count { found = parted(found) }
        guard mayBelong(next, found, form, blanks: blanks, goesOverPage(lines, found, form)),
          !(form.isOverview && repeats(found, lines))
        else { break }
        lines.append(
          WordTableLine(line: next, segments: found, followsBlank: blanks > 0, isParted: found.count > count))
        blanks = 0
      }
      next += 1
    }
    return lines
  }

  /// 基本目標1 しごとをつくる 施策2 観光の振興: a goal so long that one blank alone is left before its measure.
  private func parted(_ found: [LineSegment]) -> [LineSegment] {
    guard let first = found.first else { return found }
    let title = headings.read(first.source).title
    for blank in segments.blanks(in: first) where title.contains(blank.byte) {
      let cut = first.parted(at: blank)
      guard headings.read(cut.right.source).number != nil else { continue }
      return [cut.left, cut.right] + found.dropFirst()
    }
    return found
  }

  /// The goal that an overview names heads the first part of the plan below it.
  private func repeats(_ found: [LineSegment], _ lines: [WordTableLine]) -> Bool {
    guard found.count == 1, found[0].columns.lowerBound < 4 else { return false }
    let name = name(found[0])
    return lines.contains { $0.segments[0].columns.lowerBound < 4 && self.name($0.segments[0]) == name }
  }

  /// 基本目標1, by which a goal is known again where its title is wrapped; the whole text of what has no number.
  private func name(_ segment: LineSegment) -> String {
    let candidate = headings.read(segment.source)
    guard let number = candidate.number else { return rows.string(segment.source) }
    return (candidate.label.map(rows.string) ?? "\(candidate.numbering?.style ?? .none)") + number
  }

  /// A page ends behind the header, before a row of which a wide gap is left, or within one: the name of its department
  /// has not ended.
  private func goesOverPage(_ lines: [WordTableLine], _ next: [LineSegment], _ form: Form) -> Bool {
    guard !form.isOverview else { return false }
    guard let last = lines.last?.segments.last else { return true }
    if form.gap > 1, next.count > 1 { return true }
    return form.department == form.columns.count - 1 && !DepartmentNames.end(rows.string(last.source))
  }

  private func mayBelong(
    _ line: Int, _ found: [LineSegment], _ form: Form, blanks: Int, _ goesOverPage: Bool
  ) -> Bool {
    let content = rows.content(line)
    let isCutOff = rows.beginsPage(line) && !goesOverPage
    guard found.count <= form.columns.count, content.count <= Self.longestLine, !rows.holdsSeparator(content),
      header.columns(found.map { rows.string($0.source) }) == nil
    else { return false }
    if found.count == form.columns.count {
      return (blanks == 0 || !isCutOff) && (form.isOverview || !heads(content, found[0].source))
    }
    guard blanks == 0, !isCutOff else { return false }
    let isAtMargin = found[0].columns.lowerBound < 4
    if form.isOverview {
      return !isAtMargin
        || headings.read(content).numbering.map { $0.style != .chapter && $0.style != .ordinal } ?? isRest(line)
    }
    return found.count > 1 && !heads(content, found[0].source) || !isAtMargin || !ends.begins(content)
  }

  /// The last letters of a title that was wrapped, at the margin between two rows of an overview.
  private func isRest(_ line: Int) -> Bool {
    let content = rows.content(line)
    guard content.count <= Self.longestRest, line + 1 < rows.count, !rows.isBlank(line + 1), !ends.begins(content)
    else {
      return false
    }
    if headings.read(rows.content(line + 1)).number != nil { return true }
    let next = segments.segments(rows.indented(line + 1), gap: 2)
    return next.first.map { $0.columns.lowerBound >= 4 } ?? false || parted(next).count > 1
  }

  /// 基本目標2  新しいひとの流れをつくる, （2）  農業の振興: a heading whose title stands behind a gap.
  private func heads(_ content: Range<Int>, _ first: Range<Int>) -> Bool {
    let candidate = headings.read(content)
    if candidate.label != nil && candidate.number != nil { return true }
    return candidate.numbering.map { $0.end >= first.upperBound } ?? false
  }
}
