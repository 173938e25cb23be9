import KeikakuText

/// Rows with more cells than their header, as a stray tab or a cell cut in two leaves them.
///
///     指標       現状値   目標値
///     来館者数   100人    120人    150人
///     貸出冊数   200冊    220冊
///
/// Where every row goes on so, a merged head lost the cells that it covers, and its columns stand. Where only some do, no
/// head tells what the cells beyond are: they are taken for nothing, and it is told, for the others may have moved as well.
struct WideRows {
  private let scan: TableScan
  private let body: Range<Int>
  /// The columns behind the header's last of which nothing is known.
  private let columns: [Int]
  /// Every row has more cells than the header.
  let areAll: Bool

  /// One row alone shows no pattern.
  private static let fewestRows = 2

  init(_ layout: ColumnLayout, scan: TableScan, body: Range<Int>) {
    self.scan = scan
    self.body = body
    let width = layout.headerRows.map { scan.rows[$0].count }.max() ?? 0
    let headed = layout.headerRows.map { Self.width(of: scan.rows[$0]) }.max() ?? 0
    areAll = body.allSatisfy { Self.width(of: scan.rows[$0]) > headed }
    let beyond = (width..<max(width, layout.columns.count)).filter { layout.columns[$0].role == nil }
    guard width > 0, !beyond.isEmpty else {
      columns = []
      return
    }
    let rows = body.filter { row in scan.rows[row].prefix(width).contains { $0.shape.isFigure } }
    columns = beyond.filter { column in
      rows.count < Self.fewestRows || !rows.allSatisfy { scan[$0, column].map { $0.shape != .empty } ?? false }
    }
  }

  /// Up to the last cell that holds anything.
  private static func width(of cells: [TableScan.Cell]) -> Int {
    cells.lastIndex { $0.shape != .empty }.map { $0 + 1 } ?? 0
  }

  /// The layout in which no head reaches over the cells beyond.
  func narrowed(_ layout: ColumnLayout) -> ColumnLayout {
    var layout = layout
    for column in columns { layout.columns[column].continues = nil }
    return layout
  }

  /// The readings, those of such rows with the code of what was seen.
  func marked(_ readings: [IndicatorReading], by diagnostics: [Diagnostic]) -> [IndicatorReading] {
    guard !diagnostics.isEmpty else { return readings }
    return readings.map { reading in
      let source = reading.indicator.source
      guard diagnostics.compactMap(\.source).contains(where: { source.start <= $0.start && $0.start < source.end })
      else {
        return reading
      }
      var reading = reading
      reading.indicator.diagnostics.append(.rowWide)
      return reading
    }
  }

  /// The rows whose cells were left, by the cells.
  func diagnostics(_ table: Table) -> [Diagnostic] {
    guard let beyond = columns.first else { return [] }
    return body.compactMap { row in
      guard scan.rows[row].count > beyond else { return nil }
      let cells = columns.compactMap { column in
        scan[row, column].flatMap { $0.shape == .empty ? nil : table.rows[row][column] }
      }
      guard let first = cells.first, let last = cells.last else { return nil }
      let texts = cells.map { "“\($0.text)”" }.joined(separator: ", ")
      return Diagnostic(
        .rowWide, "The row has more cells than its header: \(texts) was taken for nothing.",
        at: first.source.joined(with: last.source))
    }
  }
}
