/// What the geometry of printed pages says about the lines of a text made from them.
///
/// A reader of pages writes a linear text that a human can read, and this beside it. The block reader takes the tables as
/// they stand here and drops the furniture; every other line goes the way of all text. A text file has no hints:
/// `PageHints.none`. Lines count from 0, as in `SourceText.lineStarts`.
struct PageHints: Sendable {
  /// A table that was read from ruling lines or gutters, with the lines of the text that hold its cells.
  struct TableRegion: Sendable {
    /// Never overlapping, ascending. A table that goes on over a page break also covers the running heads between.
    var lines: Range<Int>
    /// The cells' ranges lie inside those lines.
    var table: Table
    /// Lines among them that are none of the table's: a heading that the order of the text put between its columns.
    var textLines: [Int] = []
  }

  /// How a line looks on its page.
  struct LineLook: Sendable {
    /// The size of its letters over that of the document's running text; 1 where nothing is known.
    var scale: Float = 1
    /// It stands alone in the middle of the page, short of both margins.
    var isCentered = false
    /// The line is full: its text may go on in the next line.
    var isFull = false
    /// How far it begins right of the page's margin, in its letters.
    var indent: Float = 0
    /// More blank space lies above it than between the lines of a paragraph.
    var hasSpaceAbove = false
    /// Its words stand in boxes of a diagram, in several or in one beside others: it reads as a line and heads nothing.
    var joinsFrames = false
  }

  var tables: [TableRegion] = []
  /// Lines with running heads, running feet and page numbers, ascending.
  var furniture: [Int] = []
  /// One for each line, or empty where nothing is known.
  var looks: [LineLook] = []
  /// The number printed on each page, where there is one; two for a sheet of two pages.
  var printedPages: [Int?] = []

  /// What a text without pages has.
  static let none = PageHints()

  /// The look of a line; the ordinary one where nothing is known.
  func look(ofLine line: Int) -> LineLook { looks.indices.contains(line) ? looks[line] : LineLook() }
}
