import KeikakuText

/// What the columns of a run of rows hold.
struct ColumnLayout: Sendable {
  struct Column: Sendable {
    var role: ColumnRole?
    /// From the header: 目標値(H31).
    var period: Temporal?
    /// The header holds several years, and nothing tells which is the column's.
    var hasUnclearYear = false
    /// From the header, as written: 単位：人.
    var unit: String?
    var isCumulative = false
    /// One cell holds two values: 現状値→目標値.
    var isPair = false
    /// The years of the two, where the header tells both: 現状値（R5）→目標値（R10）, 2023→2029.
    var pairPeriods: [Temporal] = []
    /// Headed by a word for names that may as well be meant as the target: 数値目標, KPI.
    var mayBeTarget = false
    /// A header stands above it.
    var isTitled = false
    /// The column on the left that it continues under one merged header cell.
    var continues: Int?
  }

  var columns: [Column]
  var nameColumn: Int?
  var headerRows: Range<Int>
  /// The header's words alone say that these are the plan's own figures.
  var saysIndicators = false
  /// A role was taken from the column's content.
  var isInferred = false

  /// The first column of figures.
  var firstValue: Int? { columns.firstIndex { $0.role?.isValue == true } }

  func first(_ role: ColumnRole) -> Int? { columns.firstIndex { $0.role == role } }

  // By their places, since a column is large to copy and each may be asked about all the others.
  func contains(_ role: ColumnRole) -> Bool { columns.indices.contains { columns[$0].role == role } }

  /// The last of the years that head targets.
  var lastTargetYear: Int? {
    columns.indices.lazy.compactMap { columns[$0].role == .target ? columns[$0].period?.startYear : nil }.max()
  }
}

/// How many cells of a column have which shape.
struct ColumnCensus: Sendable {
  var figures = 0
  var words = 0
  var prose = 0
  var years = 0
  var marks = 0
  /// Cells that are a header word of a row: 目標, 実績.
  var rowRoles = 0

  var filled: Int { figures + words + prose + years + marks }
  var isMostlyFigures: Bool { figures > 0 && (figures + marks) * 2 > filled }
  var isMostlyText: Bool { (words + prose) * 2 > filled }
  var isMostlyYears: Bool { years > 0 && (years + marks) * 2 > filled }

  /// The census of each column over some rows. Rows that a converter left without their first cells, where these reach down
  /// from the row above, stand in no column of theirs and are not counted.
  static func columns(of scan: TableScan, rows: Range<Int>, width: Int) -> [ColumnCensus] {
    var result = [ColumnCensus](repeating: ColumnCensus(), count: width)
    let whole = rows.first { filled(scan, $0) == width }
    for row in rows where whole.map({ !lacksFirstCells(scan, row, as: $0, width) }) ?? true {
      for (column, cell) in scan.rows[row].enumerated() where column < width { result[column].count(cell) }
    }
    return result
  }

  /// Up to the last cell that holds anything.
  private static func filled(_ scan: TableScan, _ row: Int) -> Int {
    scan.rows[row].lastIndex { $0.shape != .empty || $0.isCovered }.map { $0 + 1 } ?? 0
  }

  /// The row looks as the end of a whole row does, and not as its beginning.
  private static func lacksFirstCells(_ scan: TableScan, _ row: Int, as whole: Int, _ width: Int) -> Bool {
    let count = filled(scan, row)
    guard count > 1, count < width,
      !scan.rows[row].prefix(count).contains(where: { $0.shape == .empty || $0.isCovered })
    else { return false }
    let looksAs = { (shift: Int) in
      (0..<count).allSatisfy { scan.holdsValue(scan.rows[row][$0]) == scan.holdsValue(scan.rows[whole][$0 + shift]) }
    }
    return looksAs(width - count) && !looksAs(0)
  }

  private mutating func count(_ cell: TableScan.Cell) {
    switch cell.shape {
    case .empty: break
    case .mark, .arrow: marks += 1
    case .year: years += 1
    case .bareYear, .figure: figures += 1
    case .words: words += 1
    case .prose: prose += 1
    }
    if cell.shape == .words, let header = cell.header, header.isComplete,
      header.role.isValue || header.role == .achievementRate
    {
      rowRoles += 1
    }
  }
}
