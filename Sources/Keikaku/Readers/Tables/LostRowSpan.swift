import KeikakuText

/// Moves the second row of a header below the heads that it parts, where a converter lost which cells reach down to the rows
/// and which over several columns.
///
/// ```
/// KPI      | 基準値（H30） | 実績値 | 目標値（R6）        KPI      | 基準値（H30） | 実績値 |      | 目標値（R6）
/// R4       | R5            |        |              →               |               | R4     | R5   |
/// 創業件数 | 12件          | 15件   | 18件 | 20件       創業件数 | 12件          | 15件   | 18件 | 20件
/// ```
/// Some converters keep blank cells beside a head over several columns, others leave them out. Where it is not certain which
/// heads the row parts, the table is told to be without order.
enum LostRowSpan {
  /// The table with the row in its place, or told to be without order; nil where nothing was lost.
  static func restored(_ table: Table) -> Table? {
    guard let lost = Lost(table) else { return nil }
    var result = table
    guard let places = lost.places else {
      result.isUnordered = true
      return result
    }
    var heads: [Table.Cell] = []
    var parts: [Table.Cell] = []
    var part = 0
    for (head, size, isParted) in places {
      for column in 0..<size {
        heads.append(column == 0 ? head : blank(behind: head))
        parts.append(isParted ? lost.parts[part] : blank(behind: head))
        part += isParted ? 1 : 0
      }
    }
    result.rows[0] = heads
    result.rows[1] = parts
    return result
  }

  private static func blank(behind cell: Table.Cell) -> Table.Cell {
    Table.Cell(text: "", source: SourceRange(start: cell.source.end, end: cell.source.end))
  }

  private struct Lost {
    let parts: [Table.Cell]
    private let heads: [(cell: Table.Cell, size: Int)]
    private let width: Int

    init?(_ table: Table) {
      guard table.rows.count > 2, !table.rows[0].contains(where: \.isCovered), let first = table.rows[0].first,
        !first.isEmpty, !partsValue(first.text)
      else { return nil }
      let filled = table.rows[1].prefix { !$0.isEmpty }
      guard filled.count > 1, filled.allSatisfy({ partsValue($0.text) && $0.columnSpan == 1 }),
        table.rows[1].dropFirst(filled.count).allSatisfy({ $0.isEmpty && !$0.isCovered })
      else { return nil }
      width = table.rows.dropFirst(2).map(Self.width).max() ?? 0
      guard filled.count < width,
        let body = table.rows.dropFirst(2).first(where: { !$0.allSatisfy(\.isEmpty) }),
        !ValueLook.isValue(body[0].text),
        !ValueLook.isYear(body[0].text)
      else { return nil }
      parts = Array(filled)
      var heads: [(cell: Table.Cell, size: Int)] = []
      for cell in table.rows[0].prefix(width) {
        if cell.isEmpty { heads[heads.count - 1].size += 1 } else { heads.append((cell, 1)) }
      }
      self.heads = heads
    }

    private static func width(_ row: [Table.Cell]) -> Int { row.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0 }

    /// Each head with its columns and whether the row parts it; nil where that is not certain.
    var places: [(head: Table.Cell, size: Int, isParted: Bool)]? {
      let covered = heads.reduce(0) { $0 + $1.size }
      let heads = covered < width ? widened(by: width - covered) : self.heads
      guard let heads else { return nil }
      let merged = heads.map { $0.size > 1 }
      let open = heads.indices.map { $0 > 0 && !tellsYear(heads[$0].cell.text) }
      let allButFirst = heads.indices.map { $0 > 0 }
      for isParted in [merged, open, allButFirst] {
        let size = zip(heads, isParted).reduce(0) { $0 + ($1.1 ? $1.0.size : 0) }
        if size == parts.count { return zip(heads, isParted).map { ($0.cell, $0.size, $1) } }
      }
      return nil
    }

    /// Only heads that tell no year of their own can have been set over several.
    private func widened(by missing: Int) -> [(cell: Table.Cell, size: Int)]? {
      let open = heads.indices.filter { $0 > 0 && !tellsYear(heads[$0].cell.text) }
      guard !open.isEmpty, missing.isMultiple(of: open.count) else { return nil }
      let size = missing / open.count + 1
      guard parts.count == size * open.count, areRepeated(every: size) else { return nil }
      var result = heads
      for index in open { result[index].size = size }
      return result
    }

    /// R4 R5 R4 R5: the same years below each head.
    private func areRepeated(every size: Int) -> Bool {
      parts.indices.allSatisfy { parts[$0].text == parts[$0 % size].text }
    }

    private func tellsYear(_ text: String) -> Bool { TemporalReader().first(in: text, context: .yearColumn) != nil }
  }

  /// 年度, 値, 令和6年度: what stands below a head for values.
  private static func partsValue(_ text: String) -> Bool {
    HeaderWords.partsOfValue[text] != nil || ValueLook.isYear(text)
  }
}
