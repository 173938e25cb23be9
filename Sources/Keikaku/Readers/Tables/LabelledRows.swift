import KeikakuText

/// Reads the rows of forms, references, terms and overviews.
struct LabelledRows {
  let table: Table
  let scan: TableScan
  let words: TableWords

  private func filled(_ row: Int) -> [Int] { scan.rows[row].indices.filter { scan.rows[row][$0].shape != .empty } }

  private func label(_ row: Int, _ column: Int) -> MappedLabel {
    let cell = table.rows[row][column]
    return MappedLabel(text: UnitBracket.trimmed(Substring(cell.text)), source: cell.source)
  }

  private func source(_ row: Int, _ columns: [Int]) -> SourceRange {
    let first = table.rows[row][columns[0]].source
    return columns.reduce(first) { $0.joined(with: table.rows[row][$1].source) }
  }

  private func joined(_ row: Int, _ columns: ArraySlice<Int>) -> MappedLabel {
    guard let first = columns.first else { return MappedLabel(text: "", source: table.rows[row][0].source) }
    return columns.dropFirst().reduce(label(row, first)) { whole, column in
      let next = label(row, column)
      return MappedLabel(text: whole.text + " " + next.text, source: whole.source.joined(with: next.source))
    }
  }

  func forms(_ rows: Range<Int>) -> [FormRow] {
    var last: (field: FormField, label: MappedLabel)?
    return rows.flatMap { row -> [FormRow] in
      let columns = filled(row)
      // 空き家改修補助 beside an empty cell goes on with the 主な事業 above.
      if scan.rows[row][0].shape == .empty, let last {
        let value = joined(row, columns[...])
        return [FormRow(field: last.field, label: last.label, value: value, source: source(row, columns))]
      }
      var (field, label) = (field(row, columns[0]), label(row, columns[0]))
      if let kind = kindOfTitles(row, columns) { field = .title(kind) }
      last = (field, label)
      return values(row, columns.dropFirst(), of: field).map { value in
        FormRow(field: field, label: label, value: value, source: source(row, columns))
      }
    }
  }

  /// 重点項目 | 1 市民との協働 | 2 行政経営の推進: titles side by side, each with its number, are as many nodes.
  private func values(_ row: Int, _ columns: ArraySlice<Int>, of field: FormField) -> [MappedLabel] {
    let cells = columns.map { label(row, $0) }
    guard case .title = field, cells.count > 1,
      kindOfTitles(row, [0] + columns) != nil || cells.allSatisfy({ ItemNumber.prefix(of: $0.text) != nil })
    else { return [joined(row, columns)] }
    return cells
  }

  private static let longestTitle = 75

  /// 基本方針 | 協働を進める | 質を高める: beside one text the word says what the plan holds to, beside several titles what they are.
  private func kindOfTitles(_ row: Int, _ columns: [Int]) -> NodeKind? {
    guard columns.count > 2,
      let kind = words.kind(ofLabel: scan.bytes.span, scan.rows[row][columns[0]].range), kind == .basicPolicy
    else { return nil }
    let areTitles = columns.dropFirst().allSatisfy { column in
      let text = label(row, column).text
      return text.utf8.count <= Self.longestTitle && !Sentences.ends(text) && !ValueLook.isValue(text)
    }
    return areTitles ? kind : nil
  }

  private func field(_ row: Int, _ column: Int) -> FormField {
    let span = scan.bytes.span
    let range = scan.rows[row][column].range
    if let field = words.forms.whole(span, range) { return field }
    if let kind = words.kind(ofLabel: span, range) ?? words.numberedLabel(span, range) { return .title(kind) }
    return words.groups.read(scan.bytes, range).flatMap { $0.status != nil ? .group($0) : nil } ?? .other
  }

  func definitions(_ rows: Range<Int>) -> [DefinitionRow] {
    rows.map { row in
      let columns = filled(row)
      return DefinitionRow(
        term: label(row, columns[0]), text: joined(row, columns.dropFirst()), source: source(row, columns))
    }
  }

  func related(_ rows: Range<Int>) -> [RelatedRow] {
    rows.compactMap { row in
      let columns = filled(row)
      guard let last = columns.last, columns.count >= 2 else { return nil }
      let page = PageCell.number(scan.bytes, scan.rows[row][last].range)
      let (number, title) = split(joined(row, columns.dropLast()))
      return RelatedRow(number: number, title: title, page: page, source: source(row, columns))
    }
  }

  /// The number before a title: 1-2-1, 3, ②.
  private func split(_ whole: MappedLabel) -> (String?, MappedLabel) {
    let number = ItemNumber.prefix(of: whole.text)
    guard let number else { return (nil, whole) }
    let skipped = whole.text.utf8.count - number.rest.utf8.count
    let start = min(whole.source.start + UInt32(skipped), whole.source.end)
    return (number.number, MappedLabel(text: number.rest, source: SourceRange(start: start, end: whole.source.end)))
  }

  func hierarchy(_ rows: Range<Int>, headerRows: Int) -> HierarchyRows {
    let header = rows.lowerBound + headerRows - 1
    let span = scan.bytes.span
    var kinds: [NodeKind?] = []
    for cell in scan.rows[header] { kinds.append(words.labels.whole(span, cell.range)) }
    var entries: [HierarchyRows.Entry] = []
    for row in rows.dropFirst(headerRows) {
      for column in filled(row) {
        for item in ItemNumber.items(in: label(row, column)) {
          entries.append(HierarchyRows.Entry(column: column, row: row, text: item))
        }
      }
    }
    return HierarchyRows(kinds: kinds, entries: entries)
  }
}
