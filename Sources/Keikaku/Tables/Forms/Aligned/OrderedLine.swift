/// A cell's text with its place in its line.
struct OrderedPiece {
  var item: StackedItem
  var columns: Range<Int>
  var center: Int { columns.lowerBound + columns.upperBound }
}

/// A line of the table's body, its cells told apart.
struct OrderedLine {
  var number: OrderedPiece?
  var words: [OrderedPiece] = []
  var unit: OrderedPiece?
  var values: [OrderedPiece] = []
  var trailing: [OrderedPiece] = []
  var followsBlank = false
  /// The line of the text in which it stands.
  var line = 0

  /// The first piece of its unit and values.
  var leftmost: OrderedPiece {
    guard let unit, unit.columns.lowerBound < values[0].columns.lowerBound else { return values[0] }
    return unit
  }

  var isEmpty: Bool { number == nil && unit == nil && words.isEmpty && values.isEmpty && trailing.isEmpty }
}
