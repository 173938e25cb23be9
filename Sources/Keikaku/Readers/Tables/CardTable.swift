import KeikakuText

/// Takes apart cards that stand side by side, each an indicator with its name above its values:
///
/// ```
/// 講座の受講者数        |   | 見守り協力員の数
/// 現状（R5） | → | 目標（R10） | 現状（R5） | → | 目標（R10）
/// 820人     |   | 1,000人   | 34人      |   | 50人
/// ```
/// or with both values one below the other, each under its label. Each row of such a table is of one kind: names, labels,
/// figures or arrows. Labels may be years alone where an arrow leads from one to the other.
struct CardTable {
  private enum Kind {
    case names, labels, figures
  }

  private struct Line {
    var kind: Kind
    var cells: [Table.Cell]
    var origin: Int
  }

  private var lines: [Line] = []
  private var hasArrow = false
  /// Cards of one table; more are no page's.
  private static let rowLimit = 200

  /// The table with a row for each card, and the row of the table that each comes from; nil where it holds no cards.
  static func split(_ table: Table, words: HeaderLexicon) -> (table: Table, origins: [Int])? {
    // Cards begin with a row of names and end in a row of figures alone; few other tables do.
    guard (3...rowLimit).contains(table.rows.count), let first = table.rows.first, let last = table.rows.last,
      last.allSatisfy({ $0.isEmpty || ValueLook.isFigure(withoutArrows($0.text)) }),
      first.count(where: { !$0.isEmpty }) > 1, !first.contains(where: { ValueLook.isFigure($0.text) }),
      let cards = CardTable(table, words: words)
    else { return nil }
    return cards.split(table)
  }

  /// Nil where a row is of no kind.
  private init?(_ table: Table, words: HeaderLexicon) {
    var bare = table
    for row in table.rows.indices {
      for column in table.rows[row].indices {
        let text = table.rows[row][column].text
        let rest = Self.withoutArrows(text)
        guard rest != text else { continue }
        hasArrow = true
        bare.rows[row][column].text = rest
      }
    }
    let scan = TableScan(bare, words: words)
    for row in bare.rows.indices {
      let filled = bare.rows[row].indices.filter { !bare.rows[row][$0].isEmpty }
      guard !filled.isEmpty else { continue }
      guard let kind = Self.kind(filled.map { scan.rows[row][$0] }, filled.map { bare.rows[row][$0].text }) else {
        return nil
      }
      lines.append(Line(kind: kind, cells: filled.map { bare.rows[row][$0] }, origin: row))
    }
  }

  private static func withoutArrows(_ text: String) -> String {
    let arrows = text.first == "▼" && ValueLook.isFigure(text) ? Arrows.characters : Arrows.betweenCells
    func isPadding(_ letter: Character) -> Bool { letter.isWhitespace || arrows.contains(letter) }
    let rest = text.drop(while: isPadding)
    return String(rest.prefix(upTo: rest.lastIndex { !isPadding($0) }.map(rest.index(after:)) ?? rest.startIndex))
  }

  private static func kind(_ cells: [TableScan.Cell], _ texts: [String]) -> Kind? {
    if cells.allSatisfy({ $0.header?.role.isValue == true || $0.shape == .year }) { return .labels }
    if texts.allSatisfy(ValueLook.isFigure) { return .figures }
    return cells.allSatisfy { $0.shape.isText && $0.header == nil } ? .names : nil
  }

  private func split(_ table: Table) -> (table: Table, origins: [Int])? {
    var result = table
    result.rows = []
    var origins: [Int] = []
    var rest = lines[...]
    while let names = rest.popFirst() {
      guard names.kind == .names, names.cells.count > 1, let pairs = pairs(of: names.cells.count, &rest) else {
        return nil
      }
      var head: [String] = []
      for (name, pair) in zip(names.cells, pairs) {
        let labels = pair.map { $0.label.text }
        if labels != head {
          result.rows.append([Table.Cell(text: "指標", source: name.source)] + pair.map(\.label))
          origins.append(names.origin)
          head = labels
        }
        result.rows.append([name] + pair.map(\.value))
        origins.append(names.origin)
      }
    }
    return result.rows.isEmpty ? nil : (result, origins)
  }

  private typealias Labelled = (label: Table.Cell, value: Table.Cell)

  /// The two values of each card with their labels, taken from the lines below the names.
  private func pairs(of count: Int, _ rest: inout ArraySlice<Line>) -> [[Labelled]]? {
    guard let first = takeLabelled(&rest) else { return nil }
    var pairs: [[Labelled]]
    if first.count == 2 * count {
      pairs = (0..<count).map { [first[2 * $0], first[2 * $0 + 1]] }
    } else {
      guard first.count == count, let second = takeLabelled(&rest), second.count == count else { return nil }
      pairs = zip(first, second).map { [$0, $1] }
    }
    for index in pairs.indices {
      guard let labels = labels(pairs[index].map { $0.label.text }) else { return nil }
      for side in 0..<2 { pairs[index][side].label.text = labels[side] }
    }
    return pairs
  }

  private func takeLabelled(_ rest: inout ArraySlice<Line>) -> [Labelled]? {
    guard let labels = rest.popFirst(), let values = rest.popFirst(), labels.kind == .labels, values.kind == .figures,
      labels.cells.count == values.cells.count
    else { return nil }
    return zip(labels.cells, values.cells).map { ($0, $1) }
  }

  /// What two labels say of a card's values; nil where they are not how things stand and what is aimed at.
  private func labels(_ texts: [String]) -> [String]? {
    if hasArrow, texts.allSatisfy(ValueLook.isYear) { return ["現状値（\(texts[0])）", "目標値（\(texts[1])）"] }
    let isAim = texts.map { $0.contains("目標") }
    return isAim == [false, true] && !ValueLook.isYear(texts[0]) ? texts : nil
  }
}
