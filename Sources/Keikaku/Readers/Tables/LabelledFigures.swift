import KeikakuText

/// Reads a cell that says itself what its figures are: 目標：25 over 実績：24 below a year.
enum LabelledFigures {
  /// Words for what is aimed at and for what came of it.
  static let aimsAndResults: [(word: String, role: ColumnRole)] = [
    ("目標値", .target), ("目標", .target), ("計画値", .target), ("計画", .target), ("実績値", .actual), ("実績", .actual),
  ]
  private static let labels =
    aimsAndResults + [("現状値", .baseline), ("現状", .baseline), ("基準値", .baseline)]

  /// The labels in bytes.
  static let words = labels.map { Array($0.word.utf8) }

  /// Each figure with its role; nil where any line or word of the cell is something else.
  static func parts(of cell: Table.Cell) -> [(role: ColumnRole, cell: Table.Cell)]? {
    guard labels.contains(where: { cell.text.hasPrefix($0.word) }) else { return nil }
    let lines = cell.lines.count > 1 ? cell.lines : lines(in: cell.text)
    var parts: [(role: ColumnRole, cell: Table.Cell)] = []
    for line in lines {
      guard let label = labels.first(where: { line.hasPrefix($0.word) }) else { return nil }
      let rest = line.dropFirst(label.word.count)
      let value = UnitBracket.trimmed(rest.drop { " 　:：".contains($0) })
      // 現状維持 and 現状値以上 are values themselves.
      guard ValueLook.isValue(value), value.count < rest.count || value.folded.contains(where: \.isNumber) else {
        return nil
      }
      parts.append((label.role, Table.Cell(text: value, source: cell.source)))
    }
    return parts
  }

  /// 目標 5 実績 4 in one line: each label begins a piece.
  private static func lines(in text: String) -> [String] {
    var pieces: [String] = []
    for word in text.split(whereSeparator: { " 　/／".contains($0) }).map(String.init) {
      if pieces.isEmpty || labels.contains(where: { word.hasPrefix($0.word) }) {
        pieces.append(word)
      } else {
        pieces[pieces.count - 1] += " " + word
      }
    }
    return pieces
  }
}
