/// A part of a cell in one line of a table of words.
struct WordPiece {
  var source: Range<Int>
  var width: Int
  /// The line of the text in which it stands.
  var line: Int
  /// Nothing stands behind it in its line.
  var endsLine: Bool
  var endsSentence: Bool
  var endsDepartment: Bool
  /// The width of the letters at its start that no line break parts.
  var head: Int

  /// The pieces of a line.
  static func pieces(of line: WordTableLine, in rows: TextLines) -> [WordPiece] {
    line.segments.indices.map { index in
      let source = line.segments[index].source
      let text = rows.string(source)
      return WordPiece(
        source: source, width: rows.width(source), line: line.line, endsLine: index == line.segments.count - 1,
        endsSentence: text.hasSuffix("。"), endsDepartment: DepartmentNames.end(text), head: head(of: text))
    }
  }

  private static func head(of text: String) -> Int {
    guard let first = text.first else { return 0 }
    var end = text.index(after: text.startIndex)
    if isLatin(first) { end = text[end...].firstIndex { !isLatin($0) } ?? text.endIndex }
    let letters = text[..<end].count * (isLatin(first) ? 1 : 2)
    return letters + 2 * text[end...].prefix { "、。，．）」』】・？！ー".contains($0) }.count
  }

  private static func isLatin(_ letter: Character) -> Bool { letter.isASCII && (letter.isLetter || letter.isNumber) }
}
