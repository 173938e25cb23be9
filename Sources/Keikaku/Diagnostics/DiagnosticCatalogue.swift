extension DiagnosticCode {
  public static let documentEmpty = DiagnosticCode("document.empty", .warning, "The file holds no text.")
  public static let documentDuplicate = DiagnosticCode(
    "document.duplicate", .warning, "The same bytes were read under another name; both are kept as plans of their own.")
  public static let headingMissing = DiagnosticCode(
    "heading.missing", .warning,
    "A repeated group of sub-headings begins again without its own heading; it was given to the next sibling that an overview names."
  )
  public static let rowShifted = DiagnosticCode(
    "row.shifted", .warning,
    "A row's name stands in a value column; the row was moved back, and a value that fell off is absent.")
  public static let titleSpelling = DiagnosticCode(
    "title.spelling", .warning, "One title is spelled two ways in the document; suspected recognition error.")

  /// Every code, in the order of the catalogue.
  public static let all: [DiagnosticCode] = [
    documentEmpty, documentDuplicate, headingMissing, rowShifted, titleSpelling,
  ]
}
