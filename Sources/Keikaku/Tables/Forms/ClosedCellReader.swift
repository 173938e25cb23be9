import KeikakuText

/// Tables of Markdown in which every cell, the last one too, is closed by a pipe, and a cell may go over lines.
///
///     指標 |
///     現況 2003年 |
///     目標 2015年 |
///     ---|---|---|
///     再資源化率 | 33.8% | 40%以上 |
///     ごみの排出量 | 812g |
///     760g |
///
/// Converters of web pages write so: they close up the rows, and keep the line breaks that stood in the cells. The line of
/// dashes says how many cells a row has; a table in which a row has another number is left to the reader of rows by lines.
struct ClosedCellReader {
  private let rows: TextLines
  private static let pipe = UInt8(ascii: "|")
  /// A row has at most this many lines.
  private static let mostLines = 24

  init(_ text: SourceText) { rows = TextLines(text: text) }

  /// The table that begins at a line, or nil.
  func region(at first: Int) -> PageHints.TableRegion? {
    guard let head = header(at: first) else { return nil }
    var found = [head.cells]
    var line = head.ruling + 1
    var last = line
    while line < rows.count, !rows.isBlank(line), let row = row(at: line, cells: head.cells.count) {
      found.append(row.cells)
      last = line
      line = row.end
    }
    if line < rows.count, rulingCells(line) != nil {
      // What was taken for a row is the header of a further table.
      found.removeLast()
      line = last
    } else if found.count > 2, let rest = unfinishedRow(at: line, cells: head.cells.count) {
      found.append(rest.cells)
      line = rest.end
    } else if line < rows.count, holdsPipe(line), header(at: line) == nil {
      return nil
    }
    guard found.count > 1, !goesOn(behind: line) else { return nil }
    return rows.region(first..<line, found, form: .pipes)
  }

  /// Rows behind a blank line, as some converters part them.
  private func goesOn(behind line: Int) -> Bool {
    line + 1 < rows.count && rows.isBlank(line) && holdsPipe(line + 1)
  }

  /// The cells above a line of dashes that closes each of its own.
  private func header(at first: Int) -> (cells: [Table.Cell], ruling: Int)? {
    guard holdsPipe(first), rulingCells(first) == nil else { return nil }
    let limit = min(rows.count, first + Self.mostLines)
    guard let ruling = (first + 1..<max(first + 1, limit)).first(where: { rulingCells($0) != nil || rows.isBlank($0) }),
      let count = rulingCells(ruling), let row = row(at: first, cells: count), row.end == ruling
    else { return nil }
    return (row.cells, ruling)
  }

  /// The number of cells of `---|:-:|---|`; nil for other lines.
  private func rulingCells(_ line: Int) -> Int? {
    let content = rows.text.bytes[rows.content(line)]
    guard content.last == Self.pipe, content.first != Self.pipe,
      content.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == 0x20 || $0 == Self.pipe })
    else { return nil }
    let count = content.count { $0 == Self.pipe }
    return count > 1 ? count : nil
  }

  /// The cells of a row, as many pipes as it has, of which the last ends a line.
  private func row(at first: Int, cells count: Int) -> (cells: [Table.Cell], end: Int)? {
    let bytes = rows.text.bytes
    var cells: [Table.Cell] = []
    var parts: [Range<Int>] = []
    var line = first
    while line < min(rows.count, first + Self.mostLines), !rows.isBlank(line), rulingCells(line) == nil {
      let content = rows.content(line)
      var start = content.lowerBound
      while let pipe = nextPipe(from: start, to: content.upperBound) {
        parts.append(TextLines.trimmed(start..<pipe, in: bytes))
        cells.append(rows.markdownCell(parts))
        parts = []
        start = pipe + 1
      }
      if start < content.upperBound { parts.append(TextLines.trimmed(start..<content.upperBound, in: bytes)) }
      line += 1
      if cells.count >= count { return cells.count == count && parts.isEmpty ? (cells, line) : nil }
    }
    return nil
  }

  /// The row in which the text breaks off.
  private func unfinishedRow(at first: Int, cells count: Int) -> (cells: [Table.Cell], end: Int)? {
    guard first < rows.count, rows.count - first <= Self.mostLines, holdsPipe(first) else { return nil }
    var end = rows.count
    while end > first, rows.isBlank(end - 1) { end -= 1 }
    var cells: [Table.Cell] = []
    for line in first..<end {
      guard !rows.isBlank(line), rulingCells(line) == nil else { return nil }
      let content = rows.content(line)
      var start = content.lowerBound
      while start < content.upperBound {
        let pipe = nextPipe(from: start, to: content.upperBound) ?? content.upperBound
        cells.append(rows.markdownCell([TextLines.trimmed(start..<pipe, in: rows.text.bytes)]))
        start = pipe + 1
      }
    }
    return cells.count < count ? (cells, end) : nil
  }

  private func holdsPipe(_ line: Int) -> Bool {
    let content = rows.content(line)
    return nextPipe(from: content.lowerBound, to: content.upperBound) != nil
  }

  /// The next pipe that is no letter.
  private func nextPipe(from start: Int, to end: Int) -> Int? {
    let bytes = rows.text.bytes
    var index = bytes.span.first(Self.pipe, from: start, to: end)
    while index < end, index > start, bytes[index - 1] == UInt8(ascii: "\\") {
      index = bytes.span.first(Self.pipe, from: index + 1, to: end)
    }
    return index < end ? index : nil
  }
}
