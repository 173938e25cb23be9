import KeikakuText

/// Takes units out of the cells of names where the blanks of the text have put them there.
///
///     指標名               単位    現状値
///     温室効果ガス排出量   千t-     184.2
///                   CO2
///
/// The second line of the unit stands below the name, so that both lines are read as one column with it. 認定農業者数 経営 | 体 is
/// a unit of which the first letters stand beside the name.
struct UnitsBesideNames {
  let headers: HeaderWords
  let quantities: QuantityReader
  private static let longestUnit = 8

  func apart(_ table: Table) -> Table {
    guard let name = column(.name, of: table), let unit = column(.unit, of: table) else { return table }
    var table = table
    table.rows = table.rows.map { row in
      guard row.indices.contains(name), row.indices.contains(unit),
        let parts = row[unit].isEmpty ? parts(of: row[name].text) : begun(row[name].text, row[unit].text)
      else { return row }
      var row = row
      row[unit] = Table.Cell(
        text: parts.unit, source: row[unit].isEmpty ? row[name].source : row[name].source.joined(with: row[unit].source)
      )
      row[name].text = parts.name
      return row
    }
    return table
  }

  private func column(_ role: ColumnRole, of table: Table) -> Int? {
    table.rows.prefix(Self.mostHeaderRows).lazy.compactMap { row in
      row.firstIndex { headers.role(of: $0.text) == role }
    }.first
  }

  private static let mostHeaderRows = 3

  /// The name without its last word, where that and the cell of the unit are one unit.
  private func begun(_ name: String, _ unit: String) -> (name: String, unit: String)? {
    guard !NameContinuation.endsAsName(name), let blank = name.lastIndex(of: " ") else { return nil }
    let whole = name[name.index(after: blank)...] + unit
    let bare = String(name[..<blank])
    return quantities.isUnit(String(whole)) && NameContinuation.endsAsName(bare) ? (bare, String(whole)) : nil
  }

  /// What ends as names do, and a unit of several letters behind it.
  private func parts(of text: String) -> (name: String, unit: String)? {
    let letters = text.filter { $0 != " " }
    for length in 2...Self.longestUnit where length < letters.count {
      let unit = String(letters.suffix(length))
      let name = String(letters.dropLast(length))
      if quantities.isUnit(unit), NameContinuation.endsAsName(name), text.hasPrefix(name) { return (name, unit) }
    }
    return nil
  }
}
