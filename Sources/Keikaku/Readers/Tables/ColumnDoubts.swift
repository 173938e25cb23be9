/// What the header of a table of indicators leaves open: columns of figures that are none of its values, and years that
/// cannot be told apart.
struct ColumnDoubts {
  let table: Table
  let layout: ColumnLayout
  let census: [ColumnCensus]
  let header: Range<Int>
  let body: Range<Int>

  var diagnostics: [Diagnostic] {
    layout.columns.indices.compactMap(unread) + layout.columns.indices.compactMap(unclearYear)
  }

  /// A column of figures that no rule gives a meaning.
  private func unread(_ column: Int) -> Diagnostic? {
    let description = layout.columns[column]
    let continues = description.continues.flatMap { layout.columns[$0].role }
    guard isUnread(column), continues?.isValue != true, column != layout.nameColumn, census[column].isMostlyFigures
    else {
      return nil
    }
    guard let head = head(of: column) else {
      // Cells beyond the header are told of by their rows.
      let isInHeader = header.contains { column < table.rows[$0].count }
      return isInHeader && column > layout.nameColumn ?? 0 ? unnamed(column) : nil
    }
    guard description.isTitled, description.continues == nil else { return nil }
    if description.role == .forecast {
      guard Self.expectations.contains(where: head.text.contains) else { return nil }
      return Diagnostic(
        .columnUnread,
        "The column “\(head.text)” holds what is expected, or results by year; none of its figures was taken for a value.",
        at: head.source)
    }
    return Diagnostic(
      .columnUnread, "What the figures of the column “\(head.text)” are is not known; none was taken for a value.",
      at: head.source)
  }

  /// 前年度 and 今年度 head figures of a year that they do not tell.
  private func isUnread(_ column: Int) -> Bool {
    let role = layout.columns[column].role
    return role == nil || role == .forecast || role == .year && !census[column].isMostlyYears
  }

  /// What stands between the last result and the target, or tells several results in a cell; 県平均 and 増減 stand for comparison
  /// only.
  private static let expectations = ["見込", "予測", "推計", "見通し", "推移"]

  /// Figures below no name: the header's text may have lost its place.
  private func unnamed(_ column: Int) -> Diagnostic? {
    let cells = body.lazy.compactMap { column < table.rows[$0].count ? table.rows[$0][column] : nil }
    return cells.first { !$0.isEmpty }.map { cell in
      Diagnostic(
        .columnUnread, "The header has no name for a column of figures; none of them was taken for a value.",
        at: cell.source)
    }
  }

  /// 目標値（R6）（R11） over one column of values.
  private func unclearYear(_ column: Int) -> Diagnostic? {
    let description = layout.columns[column]
    guard description.hasUnclearYear, description.period == nil, description.role?.isValue == true,
      let head = head(of: column)
    else { return nil }
    return Diagnostic(
      .yearUnclear, "The header “\(head.text)” tells several years; its values were given none.", at: head.source)
  }

  /// The lowest filled cell of a column's header.
  private func head(of column: Int) -> Table.Cell? {
    header.lazy.compactMap { column < table.rows[$0].count ? table.rows[$0][column] : nil }.last { !$0.isEmpty }
  }
}
