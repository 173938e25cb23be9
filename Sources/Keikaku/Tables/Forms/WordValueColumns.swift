/// Which columns of a table without drawn columns hold words and which values: words, then values, then words.
///
/// Nothing but that order tells the column of a piece of text that stands alone on its line or between blanks.
struct WordValueColumns {
  /// Columns of words before the values.
  var leading: Int
  var values: Int
  /// Columns of words after the values.
  var trailing: Int
  /// One of the columns of words is for units.
  let hasUnits: Bool
  /// Of each column of values whether it is one for the years of values: 基準年度 before 基準値.
  private let areYears: [Bool]

  /// Nil where values and words alternate, or either is missing: then their order does not tell their column.
  init?(_ roles: [ColumnRole?]) {
    let isYear = roles.map { [.baselineYear, .targetYear].contains($0) }
    let isValue = zip(roles, isYear).map { $1 || [nil, .baseline, .target, .actual, .achievementRate].contains($0) }
    guard let first = isValue.firstIndex(of: true), let last = isValue.lastIndex(of: true), first > 0,
      isValue[first...last].allSatisfy({ $0 }), !isYear[first...last].allSatisfy({ $0 })
    else { return nil }
    hasUnits = roles.contains(.unit)
    areYears = Array(isYear[first...last])
    (leading, values, trailing) = (first, last + 1 - first, isValue.count - last - 1)
  }

  /// The texts are those of the first columns of values or of all, in their order.
  func takes(_ texts: ArraySlice<String>) -> Bool {
    texts.count <= values
      && zip(texts, areYears).allSatisfy { text, isYear in
        isYear ? ValueLook.isYear(text) || ValueLook.isMark(text) : ValueLook.isValue(text)
      }
  }

  /// The cells of a row; nil where their number does not tell which is whose. More words than columns: the name is in
  /// several pieces, over lines or blanks.
  func cells(texts: [Table.Cell], values cells: [Table.Cell]) -> [Table.Cell]? {
    guard cells.count == values + trailing, texts.count >= leading else { return nil }
    let namePieces = texts.count - leading + 1
    return [Self.joined(texts[..<namePieces])] + texts[namePieces...] + cells
  }

  /// Pieces of one cell as one.
  static func joined(_ pieces: ArraySlice<Table.Cell>) -> Table.Cell {
    var cell = pieces[pieces.startIndex]
    for more in pieces.dropFirst() {
      cell.text = CellText.joined([cell.text, more.text])
      cell.source = cell.source.joined(with: more.source)
    }
    return cell
  }
}
