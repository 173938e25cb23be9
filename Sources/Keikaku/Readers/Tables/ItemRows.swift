import KeikakuText

/// Takes apart rows that hold several indicators, one in each line of their cells.
///
/// ```
/// 農業の振興 | ・新規就農者数 | ・3人  | ・5人
///            | ・認定農業者数 | ・20人 | ・25人
/// ```
/// The lines of the values tell how many there are; the names must be as many, each bulleted or whole in its line. Else the
/// row stays as it is.
enum ItemRows {
  static func split(_ table: Table) -> Table {
    guard table.rows.contains(where: { row in row.contains { $0.lines.count > 1 } }) else { return table }
    var result = table
    result.rows = table.rows.flatMap(rows)
    return result
  }

  private static func rows(of row: [Table.Cell]) -> [[Table.Cell]] {
    guard let first = row.firstIndex(where: holdsValues) else { return [row] }
    let count = row[first].lines.count
    guard row.allSatisfy({ !holdsValues($0) || $0.lines.count == count }),
      let name = row[..<first].lastIndex(where: { names(in: $0).count == count })
    else { return [row] }
    return (0..<count).map { item in
      row.indices.map { column in
        let cell = row[column]
        if column == name { return Table.Cell(text: names(in: cell)[item], source: cell.source) }
        if cell.lines.count == count {
          return Table.Cell(text: ListMark.removed(from: cell.lines[item]), source: cell.source)
        }
        // One figure beside several names is that of none.
        return cell.lines.isEmpty && ValueLook.isValue(cell.text) ? Table.Cell(text: "", source: cell.source) : cell
      }
    }
  }

  /// Every line is a value, none a year or a remark in brackets of the one above.
  private static func holdsValues(_ cell: Table.Cell) -> Bool {
    cell.lines.count > 1
      && cell.lines.allSatisfy { line in
        let bare = ListMark.removed(from: line)
        return ValueLook.isValue(bare) && !"(（".contains(bare.first ?? "(")
      }
  }

  /// The names in a cell: a bullet begins each, or each line ends as one.
  private static func names(in cell: Table.Cell) -> [String] {
    guard let first = cell.lines.first else { return [] }
    guard hasBullet(first) else {
      let areWhole = zip(cell.lines, cell.lines.dropFirst()).allSatisfy { line, next in
        NameContinuation.endsAsName(line) && !NameContinuation.isOpen(line) && !NameContinuation.continues(next)
      }
      return areWhole ? cell.lines : []
    }
    var names: [String] = []
    for line in cell.lines {
      if hasBullet(line) {
        names.append(ListMark.removed(from: line))
      } else {
        names[names.count - 1] = CellText.joined([names[names.count - 1], line])
      }
    }
    return names
  }

  private static func hasBullet(_ line: String) -> Bool { ListMark.removed(from: line) != line }
}

/// The bullet or number before an item of a cell: ・新規就農者数, ①創業件数, (2) 移住者数.
enum ListMark {
  private static let bullets: Set<Character> = ["・", "●", "○", "■", "□", "◆", "◇", "◎", "▼", "▽", "☆", "★"]

  /// The text without its mark. A dash is no mark here: before a figure it is a sign.
  static func removed(from text: String) -> String {
    guard let first = text.first else { return text }
    if bullets.contains(first) || first.unicodeScalars.first.map({ (0x2460...0x2473).contains($0.value) }) == true {
      return UnitBracket.trimmed(text.dropFirst())
    }
    return withoutNumber(text)
  }

  /// The number before a name, with a blank or a full stop between: 1 新規就農者数, 2．認定農業者数.
  static func number(before text: String) -> (number: Int, name: String)? {
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
    let bare = text.drop { "(（".contains($0) }
    let digits = bare.prefix { $0.isWholeNumber && $0.unicodeScalars.first.map(Numbering.isNumeral) == true }
    guard text.count - bare.count <= 1, (1...2).contains(digits.count), let close = bare.dropFirst(digits.count).first,
      ")）".contains(close)
    else { return text }
    let rest = UnitBracket.trimmed(bare.dropFirst(digits.count + 1))
    return rest.isEmpty ? text : rest
  }
}
