import KeikakuText

/// What a row's cells left of what is done say it belongs to: 基本目標 | 施策 | 取組内容.
struct RowGroups {
  /// A cell of a column of nodes, with the kind that the column's head names.
  struct Group: Hashable, Sendable {
    var label: MappedLabel
    var kind: NodeKind
  }

  private let table: Table
  private let scan: TableScan
  private let columns: [(column: Int, kind: NodeKind)]

  /// - Parameter taken: the columns that hold what is done itself.
  init(table: Table, scan: TableScan, words: TableWords, header: Range<Int>, taken: [Int]) {
    self.table = table
    self.scan = scan
    let width = header.reduce(0) { max($0, scan.rows[$1].count) }
    let span = scan.bytes.span
    let first = taken.min() ?? 0
    var columns: [(Int, NodeKind)] = []
    for column in 0..<min(width, first) {
      for row in header {
        guard let cell = scan[row, column], cell.shape == .words, let kind = words.kind(ofLabel: span, cell.range)
        else {
          continue
        }
        columns.append((column, kind))
        break
      }
    }
    self.columns = columns
  }

  /// The groups of each row of a body, outermost first. An empty cell goes on with the one above it, as long as no column
  /// left of it begins anew.
  func groups(_ body: Range<Int>) -> [[Group]] {
    var current: [Int: Group] = [:]
    return body.map { row in
      for (column, kind) in columns {
        guard let cell = scan[row, column], cell.shape != .empty, cell.shape != .mark else { continue }
        for (right, _) in columns where right > column { current[right] = nil }
        let place = table.rows[row][column]
        let text = UnitBracket.trimmed(Substring(place.text))
        current[column] = Group(label: MappedLabel(text: text, source: place.source), kind: kind)
      }
      return columns.compactMap { current[$0.column] }
    }
  }
}

/// An action of a table, and what its row belongs to.
struct TableAction: Sendable {
  /// `node` is left to the caller.
  var action: Action
  var groups: [RowGroups.Group] = []
}
