import KeikakuText

/// Takes apart rows whose cells hold a target and a result each, one above the other or parted by a stroke.
///
/// ```
///                （上段：目標値、下段：実績値）
/// 指標           | R3      | R4                   指標           | R3 目標/実績 | R4 目標/実績
/// 新規創業件数   | 12件    | 14件                 新規創業件数   | 12件／11件   | 14件／15件
///                | 11件    | 15件
/// ```
/// A line above the table, a cell of the header or the heads of the years say which is which. Where a cell holds another
/// number of figures nothing is taken apart.
struct PairedCells {
  private let table: Table
  private let header: Int
  /// The columns that a year heads.
  private let years: [Int]
  /// 上段：目標値 下段：実績値.
  private let legend: String

  private static let temporals = TemporalReader()
  private static let pairs = [
    ("目標/実績", "上段：目標値 下段：実績値"), ("実績/目標", "上段：実績値 下段：目標値"), ("計画/実績", "上段：目標値 下段：実績値"),
  ]

  /// The table with two rows for each, and the row of the table that each comes from; nil where none is taken apart.
  ///
  /// - Parameter caption: what stands above the table and says 上段 and 下段.
  static func split(_ table: Table, caption: String?) -> (table: Table, origins: [Int])? {
    guard let cells = PairedCells(table, caption: caption) else { return nil }
    return cells.split()
  }

  /// Whether a text says what the upper and the lower of two figures are.
  static func isLegend(_ text: String) -> Bool {
    ["上段", "下段", "目標", "実績"].allSatisfy(text.contains)
  }

  private init?(_ table: Table, caption: String?) {
    let heads = table.rows.prefix(2)
    guard caption != nil || heads.joined().contains(where: { Self.tellsResult($0.text) }),
      let header = heads.firstIndex(where: { row in row.count { Self.year(of: $0.text) != nil } > 1 })
    else {
      return nil
    }
    years = table.rows[header].indices.filter { column in
      Self.year(of: table.rows[header][column].text).map { Self.isBare(table.rows[header][column].text, $0) } ?? false
    }
    let told = heads.joined().map(\.text).first(where: Self.isLegend)
    let paired = Set(years.compactMap { Self.pair(in: table.rows[header][$0].text) })
    guard years.count > 1, let legend = told ?? (paired.count == 1 ? paired.first : nil) ?? caption else { return nil }
    self.table = table
    self.header = header
    self.legend = legend
  }

  private static let result = Array("実績".utf8)

  /// The cheap question: no text says what the two figures are without 実績.
  private static func tellsResult(_ text: String) -> Bool {
    Array(text.utf8).span.holds(result.span)
  }

  private static func year(of text: String) -> Range<Int>? {
    temporals.first(in: text.folded, context: .yearColumn)?.range
  }

  /// Nothing but the year stands in the head, and what says that there are two figures.
  private static func isBare(_ text: String, _ year: Range<Int>) -> Bool {
    let bytes = Array(text.folded.utf8)
    let rest = String(decoding: bytes[..<year.lowerBound] + bytes[year.upperBound...], as: UTF8.self)
    return words(in: rest).isEmpty || isLegend(rest) || pair(in: text) != nil
  }

  private static func words(in text: String) -> String { text.filter { $0.isLetter } }

  private static func pair(in text: String) -> String? {
    let compact = text.folded.filter { !" 値()・、".contains($0) }
    return pairs.first { compact.contains($0.0) || compact.hasSuffix($0.0.filter { $0 != "/" }) }?.1
  }

  private func split() -> (table: Table, origins: [Int])? {
    var result = table
    result.rows = Array(table.rows[..<header]) + [head]
    var origins = Array(0...header)
    var isSplit = false
    for row in table.rows.indices.dropFirst(header + 1) {
      let cells = table.rows[row]
      let figures = years.filter { $0 < cells.count && !cells[$0].isEmpty }
      let pairs = figures.map { Self.parts(of: cells[$0]) }
      guard pairs.contains(where: { $0 != nil }) else {
        result.rows.append(cells)
        origins.append(row)
        continue
      }
      let parts = zip(figures, pairs).compactMap { $1 ?? targetAlone(cells[$0]) }
      guard parts.count == figures.count else { return nil }
      var (upper, lower) = (cells, cells.map { Table.Cell(text: "", source: $0.source) })
      for (column, parts) in zip(figures, parts) {
        upper[column] = Table.Cell(text: parts.0, source: cells[column].source)
        lower[column] = Table.Cell(text: parts.1, source: cells[column].source)
      }
      result.rows += [upper, lower]
      origins += [row, row]
      isSplit = true
    }
    return isSplit ? (result, origins) : nil
  }

  /// 80 where a year to come has no result yet.
  private func targetAlone(_ cell: Table.Cell) -> (String, String)? {
    guard ValueLook.isValue(cell.text), let target = legend.firstRange(of: "目標"),
      let result = legend.firstRange(of: "実績"),
      let upper = legend.firstRange(of: "上段"), let lower = legend.firstRange(of: "下段")
    else { return nil }
    let targetIsUpper = (target.lowerBound < result.lowerBound) == (upper.lowerBound < lower.lowerBound)
    return targetIsUpper ? (cell.text, "") : ("", cell.text)
  }

  /// The header with bare years, and the legend beside its first cell.
  private var head: [Table.Cell] {
    var cells = table.rows[header]
    for column in years {
      let bytes = Array(cells[column].text.folded.utf8)
      if let year = Self.year(of: cells[column].text) {
        cells[column].text = String(decoding: bytes[year], as: UTF8.self)
      }
    }
    cells[0].text += "（\(legend)）"
    return cells
  }

  /// The two figures of a cell; a mark alone stands for both.
  private static func parts(of cell: Table.Cell) -> (String, String)? {
    let lines =
      cell.lines.count > 1 ? cell.lines : cell.text.split { "/／".contains($0) }.map { UnitBracket.trimmed($0) }
    guard lines.allSatisfy(ValueLook.isValue) else { return nil }
    if lines.count == 2 { return (lines[0], lines[1]) }
    return lines.count == 1 && !lines[0].contains(where: \.isNumber) ? (lines[0], lines[0]) : nil
  }
}
