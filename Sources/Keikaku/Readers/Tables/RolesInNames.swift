/// Takes what a row holds out of its name, into a column of its own.
///
///     指標             R3    R4
///     出生数（目標）   310   310
///     出生数（実績）   275   263
enum RolesInNames {
  private static let brackets: [(open: Character, close: Character)] = [
    ("（", "）"), ("(", ")"), ("【", "】"), ("［", "］"), ("[", "]"), ("〔", "〕"),
  ]

  /// The table with the column; nil where its names do not end so, some with targets and some with results.
  static func apart(_ table: Table) -> Table? {
    // The last row tells at a look that most tables are none of these.
    guard table.rows.count > 2, let last = table.rows.last?.first?.text, split(last) ?? rate(last) != nil else {
      return nil
    }
    let parts = table.rows.map { row in row.first.flatMap { split($0.text) ?? rate($0.text) } }
    guard let first = parts.firstIndex(where: { $0 != nil }), first > 0, parts[first...].allSatisfy({ $0 != nil }),
      Set(parts.compactMap { $0?.role }).isSuperset(of: [.target, .actual])
    else { return nil }
    var result = table
    for (row, part) in parts.enumerated() {
      guard let cell = table.rows[row].first else { continue }
      var role = Table.Cell(text: part?.word ?? "", source: cell.source)
      if part == nil { role.source = SourceRange(start: cell.source.end, end: cell.source.end) }
      result.rows[row].insert(role, at: 1)
      if let part {
        result.rows[row][0].text = part.name
        result.rows[row][0].lines = []
      }
    }
    return result
  }

  /// 達成率 below both rows is of the name above.
  private static func rate(_ text: String) -> (name: String, word: String, role: ColumnRole)? {
    ["達成率", "進捗率"].contains(text) ? ("", text, .achievementRate) : nil
  }

  private static func split(_ text: String) -> (name: String, word: String, role: ColumnRole)? {
    guard let bracket = brackets.first(where: { text.last == $0.close }), let open = text.lastIndex(of: bracket.open)
    else { return nil }
    let word = String(text[text.index(after: open)...].dropLast())
    guard let role = LabelledFigures.aimsAndResults.first(where: { $0.word == word })?.role else { return nil }
    let name = UnitBracket.trimmed(text[..<open])
    return name.isEmpty ? nil : (name, word, role)
  }
}
