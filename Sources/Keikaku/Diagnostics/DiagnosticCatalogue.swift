extension DiagnosticCode {
  public static let documentEmpty = DiagnosticCode("document.empty", .warning, "The file holds no text.")
  public static let documentDuplicate = DiagnosticCode(
    "document.duplicate", .warning, "The same bytes were read under another name; both are kept as plans of their own.")
  public static let headingMissing = DiagnosticCode(
    "heading.missing", .warning,
    "A repeated group of sub-headings begins again without its own heading; it was given to the next sibling that an overview names."
  )
  public static let municipalityAmbiguous = DiagnosticCode(
    "municipality.ambiguous", .warning,
    "The evidence leaves several municipalities; they are listed as candidates, and no code is given.")
  public static let municipalitySpelling = DiagnosticCode(
    "municipality.spelling", .warning,
    "The title's place name differs in one character from a name elsewhere in the document; the latter was taken.")
  public static let municipalityUnknown = DiagnosticCode(
    "municipality.unknown", .note, "Nothing in the document says whose plan it is; no municipality is given.")
  public static let rowShifted = DiagnosticCode(
    "row.shifted", .warning,
    "A row's name stands in a value column; the row was moved back, and a value that fell off is absent.")
  public static let sourceBinary = DiagnosticCode(
    "source.binary", .error, "The file is no text: a picture, an archive, or bytes that no encoding explains.")
  public static let sourceEncoding = DiagnosticCode(
    "source.encoding", .note, "The file is not in UTF-8; the message names the encoding and what the choice rests on.")
  public static let sourceUndecodable = DiagnosticCode(
    "source.undecodable", .warning,
    "Bytes that are no character of the file's encoding; U+FFFD stands in their place in the text.")
  public static let columnsInferred = DiagnosticCode(
    "columns.inferred", .note, "No header word says what a column holds; its role was taken from its content and place."
  )
  public static let tableRunTogether = DiagnosticCode(
    "table.run_together", .warning,
    "The cells of a table of figures stand in running text or in another order than the table's; which value belongs to which is not told, so none is read."
  )
  public static let tableUnread = DiagnosticCode(
    "table.unread", .warning,
    "A table of figures that its heading or header calls indicators has columns that are not known; no value was read of it."
  )
  public static let tableWide = DiagnosticCode(
    "table.wide", .warning,
    "A table has more columns than any plan's, and than a sheet of the older spreadsheets has (256); its cells are kept, and none was read."
  )
  public static let rowUnread = DiagnosticCode(
    "row.unread", .note,
    "A row of an indicator table gives no indicator: it holds no name, or no figure that can be told to be one.")
  public static let rowWide = DiagnosticCode(
    "row.wide", .warning,
    "A row of an indicator table has more cells than its header, which the other rows have not; those beyond were taken for nothing."
  )
  public static let columnUnread = DiagnosticCode(
    "column.unread", .note,
    "A column of figures in a table of indicators has a header that is not known, or holds what is expected; none of its figures was taken for a value."
  )
  public static let statementUnread = DiagnosticCode(
    "statement.unread", .warning,
    "A line below a heading of indicators holds figures that are not understood; none was taken for a value.")
  public static let valueUnclear = DiagnosticCode(
    "value.unclear", .warning,
    "A cell of figures could not be read, or more than one figure claims its place; the raw text is kept without a value."
  )
  public static let yearUnclear = DiagnosticCode(
    "year.unclear", .warning,
    "A header or a cell tells several years, and nothing tells which is the value's; the value is kept without a year.")
  public static let unitUnclear = DiagnosticCode(
    "unit.unclear", .warning,
    "A figure without unit stands beside figures in different units or with a factor (12億円, 15); it is kept as written."
  )
  public static let rateMismatch = DiagnosticCode(
    "rate.mismatch", .warning,
    "A printed rate (達成率) is neither the progress nor the ratio that the printed figures give; all are kept as they are."
  )
  public static let titleMissing = DiagnosticCode(
    "title.missing", .note, "Neither cover nor headings nor text say what the document is called; it has no title.")
  public static let textGarbled = DiagnosticCode(
    "text.garbled", .warning,
    "Letters that make no Japanese text, as a PDF's broken character map leaves; what was read from them cannot be trusted."
  )
  public static let textLetterSpaced = DiagnosticCode(
    "text.letter_spaced", .note, "A word set with blanks between its letters was read as one word.")
  public static let textShadow = DiagnosticCode(
    "text.shadow", .note, "Bold faked by drawing a text several times; it was read once.")
  public static let textStruck = DiagnosticCode(
    "text.struck", .note, "Text is struck out, as revised plans show what they drop; it was left out.")
  public static let textVertical = DiagnosticCode(
    "text.vertical", .note, "Vertical writing that came out one letter a line was read as one line.")
  public static let titleSpelling = DiagnosticCode(
    "title.spelling", .warning, "One title is spelled two ways in the document; suspected recognition error.")

  public static let titleDiffers = DiagnosticCode(
    "title.differs", .warning,
    "A list names a programme otherwise than the text; the one at the same place of a list of the same length was taken."
  )
  public static let legendGroups = DiagnosticCode(
    "legend.groups", .warning,
    "A policy has another number of lists than the report's legend shows groups; what its lists report is left open.")
  public static let relationUnresolved = DiagnosticCode(
    "relation.unresolved", .warning, "A list of related measures names one that the document does not hold.")
  public static let pdfEncrypted = DiagnosticCode(
    "pdf.encrypted", .error, "The PDF needs a password, or its owner forbids copying; nothing was read.")
  public static let pdfDamaged = DiagnosticCode(
    "pdf.damaged", .error, "The file cannot be opened as PDF; nothing was read.")
  public static let pdfChanged = DiagnosticCode(
    "pdf.changed", .error, "The PDF changed while it was read; nothing was kept.")
  public static let pdfImageOnly = DiagnosticCode(
    "pdf.image_only", .warning, "Pages of the PDF are pictures without text; they need text recognition first.")
  public static let pdfTurnedText = DiagnosticCode(
    "pdf.turned_text", .warning,
    "Most text of a page of the PDF runs sideways, in which direction is not plain; its lines were read, its tables were not."
  )
  public static let pdfBrokenText = DiagnosticCode(
    "pdf.broken_text", .warning,
    "The PDF's fonts do not tell which letters they draw; the text is not what the page shows.")
  public static let pdfStruckText = DiagnosticCode(
    "pdf.struck_text", .warning,
    "Text of a page of the PDF is struck out, as revised plans show what they drop; it was left out.")
  public static let pdfPageFailed = DiagnosticCode(
    "pdf.page_failed", .warning,
    "A page of the PDF could not be read and is empty in the text; the other pages are there.")
  public static let pdfRulesUnread = DiagnosticCode(
    "pdf.rules_unread", .note, "The drawings of a page could not be read; its tables are told by blank space alone.")
  public static let pdfLimit = DiagnosticCode(
    "pdf.limit", .warning,
    "The PDF asks for more time, memory or room than one document is given; the rest was left out.")
  public static let csvCharacterReplaced = DiagnosticCode(
    "csv.character_replaced", .warning,
    "A character of a cell is not in the encoding that the CSV files were asked for; 〓 stands in its place there.")

  /// Every code, in the order of the catalogue.
  public static let all: [DiagnosticCode] = [
    documentEmpty, documentDuplicate, headingMissing, municipalityAmbiguous, municipalitySpelling,
    municipalityUnknown, rowShifted, columnsInferred, tableUnread, tableWide, rowUnread, rowWide, columnUnread,
    statementUnread,
    valueUnclear,
    yearUnclear, unitUnclear, rateMismatch,
    tableRunTogether, sourceBinary, sourceEncoding, sourceUndecodable,
    titleMissing, titleSpelling, titleDiffers, legendGroups, relationUnresolved,
    textGarbled, textLetterSpaced, textShadow, textStruck, textVertical,
    pdfEncrypted, pdfDamaged, pdfChanged, pdfImageOnly, pdfBrokenText, pdfTurnedText, pdfStruckText, pdfPageFailed,
    pdfRulesUnread, pdfLimit,
    csvCharacterReplaced,
  ]
}
