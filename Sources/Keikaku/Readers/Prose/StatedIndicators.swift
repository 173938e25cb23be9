import KeikakuText

/// Adds to what a table's columns give the indicators that single cells of it state.
///
/// Where no column gives targets, the cells may state each indicator with its own; what was taken for a name then holds a
/// figure.
struct StatedIndicators: Sendable {
  private let words: TableWords
  private let prose: ProseIndicatorReader

  /// - Parameter tables: the reader whose readings are completed; its words are shared.
  init(_ tables: TableReader = TableReader(), lexicon: Lexicon = .standard) {
    words = tables.words
    prose = ProseIndicatorReader(lexicon: lexicon)
  }

  /// - Parameter scan: a look at the table's cells, where one was taken already.
  func complete(_ reading: inout TableReading, of table: Table, scan: TableScan? = nil, context: TableContext) {
    guard !table.isUnordered, table.columnCount <= TableReader.mostColumns,
      !reading.sections.contains(where: \.setsTargets)
    else { return }
    let scan = scan ?? TableScan(table, words: words.headers)
    var reader = StatedIndicatorReader(table: table, scan: scan, context: context, prose: prose)
    reader.read()
    guard !reader.readings.isEmpty else {
      if reader.isUnread, reading.indicators.isEmpty, !reading.diagnostics.contains(where: { $0.code == .tableUnread })
      {
        reading.diagnostics.append(TableReader.unreadFigures(at: table.source))
      }
      return
    }
    reading.stated = reader.readings
    for index in reading.sections.indices {
      if case .indicators = reading.sections[index].content { reading.sections[index].content = .indicators([]) }
    }
    reading.diagnostics.removeAll { $0.code == .tableUnread || $0.code == .rowUnread }
    reading.diagnostics += reader.diagnostics
  }
}
