/// Lines that a PDF's broken character map turned into letters that make no Japanese text: `p#Õ N4 º Ü5 Â |&ï DH`.
enum GarbledText {
  private static let fewest = 8
  /// One letter in so many that is foreign to Japanese text makes a line garbage.
  private static let share = 6

  /// A diagnostic for each such line; most texts are answered by one count over all bytes.
  static func find(in text: SourceText) -> [Diagnostic] {
    let span = text.bytes.span
    guard span.foreignLetterCount(from: 0, to: span.count) >= fewest else { return [] }
    let lines = TextLines(text: text)
    return (0..<lines.count).compactMap { line in
      let content = lines.content(line)
      let foreign = span.foreignLetterCount(from: content.lowerBound, to: content.upperBound)
      guard foreign >= fewest,
        foreign * share >= span.scalarCount(from: content.lowerBound, to: content.upperBound)
      else { return nil }
      return Diagnostic(
        .textGarbled, "\(foreign) letters of this line are foreign to Japanese text; a character map may be broken.",
        at: SourceRange(content))
    }
  }
}
