/// A named part of a line. Every byte of a document belongs to exactly one.
struct LinePart: Hashable, Sendable {
  enum Kind: UInt8, Sendable, CaseIterable {
    /// White space before the text.
    case indent
    /// A list bullet, a heading mark, the `#` of Markdown.
    case mark
    case body
    /// A cell of a tab-separated row.
    case cell
    case separator
    /// White space after the text.
    case trailing
    case pageBreak
    case terminator
  }

  var kind: Kind
  var start: UInt32
  var end: UInt32
}

/// A line as byte offsets into its document, so that a million lines own no strings.
struct Line: Sendable {
  /// What the bytes alone tell, before any neighbour is looked at.
  enum Shape: UInt8, Sendable {
    case blank
    /// Holds a tab between or before cells.
    case row
    /// Begins with `|` or holds several.
    case piped
    /// Begins with `- `, ・ or another mark that only lists.
    case bullet
    /// Begins with ※, ＊ or 注.
    case note
    case text
  }

  var shape: Shape
  /// Columns of white space before the text, full-width blanks counted as two.
  var indent: UInt16
  /// The text without indent, mark and trailing white space.
  var bodyStart: UInt32
  var bodyEnd: UInt32
  /// The whole line with its terminator.
  var start: UInt32
  var end: UInt32
  /// The parts, as a range of `LineTable.parts`.
  var firstPart: UInt32
  var partCount: UInt32

  var body: Range<Int> { Int(bodyStart)..<Int(bodyEnd) }
  var bodySource: SourceRange { SourceRange(start: bodyStart, end: bodyEnd) }
  /// Without indent and terminator, with its mark.
  var isBlank: Bool { shape == .blank }
}

/// All lines of a document and their parts: the lossless first layer.
struct LineTable: Sendable {
  let text: SourceText
  var lines: [Line] = []
  var parts: [LinePart] = []

  subscript(index: Int) -> Line { lines[index] }
  var count: Int { lines.count }

  func parts(of line: Line) -> ArraySlice<LinePart> {
    parts[Int(line.firstPart)..<Int(line.firstPart + line.partCount)]
  }

  /// The text of a line's body.
  func body(_ index: Int) -> String { text.string(lines[index].bodySource) }
}
