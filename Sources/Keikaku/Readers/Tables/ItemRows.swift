import KeikakuText

/// Takes apart rows that hold several indicators, one in each line of their cells, or one behind each bullet.
///
/// ```
/// 農業の振興 | ・新規就農者数 | ・3人  | ・5人
///            | ・認定農業者数 | ・20人 | ・25人
/// ```
/// The items of the values tell how many there are; the names must be as many, each bulleted or whole in its line. Else
/// the row stays as it is.
enum ItemRows {
  /// The table with a row for each indicator, and the row of the table that each comes from; nil where none is taken apart.
  static func split(_ table: Table) -> (table: Table, origins: [Int])? {
    guard table.rows.contains(where: { row in row.contains { $0.lines.count > 1 || ListMark.begins($0.text) } }) else {
      return nil
    }
    let parts = table.rows.map(rows)
    guard parts.contains(where: { $0.count > 1 }) else { return nil }
    var result = table
    result.rows = parts.flatMap { $0 }
    return (result, parts.enumerated().flatMap { row, parts in parts.map { _ in row } })
  }

  private static func rows(of row: [Table.Cell]) -> [[Table.Cell]] {
    let values = row.map { Self.values(in: $0) }
    guard let first = values.firstIndex(where: { $0.count > 1 }) else { return [row] }
    let count = values[first].count
    guard values.allSatisfy({ $0.count < 2 || $0.count == count }),
      let name = row[..<first].lastIndex(where: { names(in: $0, count).count == count })
    else { return [row] }
    let titles = names(in: row[name], count)
    return (0..<count).map { item in
      row.indices.map { column in
        let cell = row[column]
        if column == name { return Table.Cell(text: titles[item], source: cell.source) }
        if values[column].count == count { return Table.Cell(text: values[column][item], source: cell.source) }
        if cell.lines.count == count {
          return Table.Cell(text: ListMark.removed(from: cell.lines[item]), source: cell.source)
        }
        // One figure beside several names is that of none.
        return ValueLook.isValue(cell.text) ? Table.Cell(text: "", source: cell.source) : cell
      }
    }
  }

  /// The values of a cell that holds nothing else; a year or a remark in brackets belongs to the value above it.
  private static func values(in cell: Table.Cell) -> [String] {
    let items = cell.lines.count > 1 ? cell.lines.map(ListMark.removed) : ListMark.items(in: cell.text)
    return items.allSatisfy { ValueLook.isValue($0) && !"(（".unicodeScalars.contains($0.unicodeScalars.first ?? "(") }
      ? items : []
  }

  /// The names in a cell: a bullet begins each, or each line ends as one.
  private static func names(in cell: Table.Cell, _ count: Int) -> [String] {
    if ListMark.begins(cell.text) {
      let items = cell.lines.count > 1 ? bulleted(cell.lines) : ListMark.items(in: cell.text)
      return items.count == count ? items : whole(items)
    }
    let areWhole = zip(cell.lines, cell.lines.dropFirst()).allSatisfy { line, next in
      NameContinuation.endsAsName(line) && !NameContinuation.isOpen(line) && !NameContinuation.continues(next)
    }
    return areWhole ? cell.lines : []
  }

  /// Lines without a bullet go on with the one above.
  private static func bulleted(_ lines: [String]) -> [String] {
    lines.reduce(into: []) { items, line in
      if ListMark.begins(line) || items.isEmpty {
        items.append(ListMark.removed(from: line))
      } else {
        items[items.count - 1] = CellText.joined([items[items.count - 1], line])
      }
    }
  }

  /// 新規就農・農業後継者数 holds a ・ of its own: pieces are put together until they end as a name.
  private static func whole(_ pieces: [String]) -> [String] {
    var names: [String] = []
    var name = ""
    for piece in pieces {
      name += (name.isEmpty ? "" : "・") + piece
      guard NameContinuation.endsAsName(name) else { continue }
      names.append(name)
      name = ""
    }
    return name.isEmpty ? names : []
  }
}

/// The bullet or number before an item of a cell: ・新規就農者数, ①創業件数, (2) 移住者数.
enum ListMark {
  static func begins(_ text: String) -> Bool { text.unicodeScalars.first.map(isMark) ?? false }

  private static func isMark(_ letter: Unicode.Scalar) -> Bool { isBullet(letter) || isCircled(letter) }

  private static func isBullet(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "・", "●", "○", "■", "□", "◆", "◇", "◎", "▼", "▽", "☆", "★": true
    default: false
    }
  }

  private static func isCircled(_ letter: Unicode.Scalar) -> Bool { (0x2460...0x2473).contains(letter.value) }

  /// The pieces behind each mark of a text that begins with one: further marks are the same bullet, or circled numbers.
  static func items(in text: String) -> [String] {
    guard let first = text.unicodeScalars.first, isMark(first) else { return [text] }
    return text.unicodeScalars.dropFirst()
      .split(omittingEmptySubsequences: false) { isBullet(first) ? $0 == first : isCircled($0) }
      .map { UnitBracket.trimmed(Substring($0)) }
  }

  /// The text without its mark. A dash is no mark here: before a figure it is a sign.
  static func removed(from text: String) -> String {
    begins(text) ? UnitBracket.trimmed(text.dropFirst()) : withoutNumber(text)
  }

  /// The number before a name, with a blank or a full stop between: 1 新規就農者数, 2．認定農業者数.
  static func number(before text: String) -> (number: Int, name: String)? {
    guard text.unicodeScalars.first.map(Numbering.isNumeral) ?? false else { return nil }
    let digits = text.prefix { $0.isWholeNumber && $0.unicodeScalars.first.map(Numbering.isNumeral) == true }
    let rest = text.dropFirst(digits.count)
    guard (1...2).contains(digits.count), let number = Int(String(digits).folded), let mark = rest.first,
      " \u{3000}.．".contains(mark)
    else { return nil }
    let name = UnitBracket.trimmed(rest.dropFirst())
    return name.first.map { $0.isLetter && !$0.isNumber } == true ? (number, name) : nil
  }

  /// (2) and 2), of one or two digits.
  private static func withoutNumber(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, first == "(" || first == "（" || Numbering.isNumeral(first) else {
      return text
    }
    let bare = text.drop { "(（".contains($0) }
    let digits = bare.prefix { $0.isWholeNumber && $0.unicodeScalars.first.map(Numbering.isNumeral) == true }
    guard text.count - bare.count <= 1, (1...2).contains(digits.count), let close = bare.dropFirst(digits.count).first,
      ")）".contains(close)
    else { return text }
    let rest = UnitBracket.trimmed(bare.dropFirst(digits.count + 1))
    return rest.isEmpty ? text : rest
  }
}
