/// A line of a table of words, taken apart at its blanks.
struct WordTableLine {
  var line: Int
  var segments: [LineSegment]
  var followsBlank: Bool
  /// Cut at a single blank, so that its places tell nothing of the columns.
  var isParted = false
}
