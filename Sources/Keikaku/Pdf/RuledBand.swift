/// What stands between two horizontal rules, or a part of it: the stuff of tables that have no upright rules.
struct RuledBand: Sendable {
  enum Kind: Sendable {
    /// Nothing at all.
    case blank
    /// The names of columns.
    case header
    /// Lines that show columns, one row or several.
    case rows
    /// Lines without gaps: the label of a group of rows, or text between two tables.
    case lone
    /// Headings, prose and lists, which are no part of a table.
    case foreign
  }

  var kind: Kind
  var top: Double
  var bottom: Double
  var lines: [PrintedLine]

  var height: Double { bottom - top }

  /// How much of its height its lines do not cover; nil without lines.
  var space: Double? {
    guard let top = lines.map(\.box.y0).min(), let bottom = lines.map(\.box.y1).max() else { return nil }
    return height - (bottom - top)
  }

  /// The space above its lines is larger than the one below them, as it is around a heading that is underlined.
  func leansDown(em: Double) -> Bool {
    guard let first = lines.first, let last = lines.last else { return false }
    return (first.center - top) - (bottom - last.center) > 0.8 * em
  }
}
