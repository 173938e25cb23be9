import KeikakuText

/// Reads a table: cuts it into sections and takes the indicators and schedules out of them.
struct TableReader: Sendable {
  let lexicon: Lexicon

  init(lexicon: Lexicon = .standard) { self.lexicon = lexicon }

  func read(_ table: Table, context: TableContext = TableContext()) -> TableReading {
    TableReading(sections: [TableSection(content: .other, rows: 0..<table.rows.count, source: table.source)])
  }
}
