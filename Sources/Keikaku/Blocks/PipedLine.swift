/// A line with bars between or behind its cells that stands in no table: a row, a cell, or a heading in a frame of its own.
///
///     | 利用者数 | 120人 | 150人 |     a row: it heads nothing
///     88.0 (2023年度) |               a cell
///     第2章 健康なまち |                a chapter in a frame
///     | 基本目標1 しごとをつくる |        a goal in a frame
enum PipedLine {
  /// What the line is where bars mark its cells: nil where they do not.
  enum Content {
    case row
    /// The one cell, without its bars.
    case cell(Range<Int>)
  }

  static func content(of line: Range<Int>, in bytes: [UInt8]) -> Content? {
    guard bytes.span.first(Ascii.pipe, from: line.lowerBound, to: line.upperBound) < line.upperBound else { return nil }
    let isFramed = bytes[line.lowerBound] == Ascii.pipe || bytes[line.upperBound - 1] == Ascii.pipe
    let cells = bytes[line].split(separator: Ascii.pipe).map {
      TextLines.trimmed($0.startIndex..<$0.endIndex, in: bytes)
    }
    .filter { !$0.isEmpty }
    if cells.count > 2 || isFramed && cells.count != 1 { return .row }
    return isFramed ? .cell(cells[0]) : nil
  }
}
