/// A row of a spreadsheet (RFC 4180, with commas or tabs between its cells): a cell that holds a line break, a separator or a
/// quote stands in quotation marks.
///
/// ```
/// 合計特殊出生率⇥"1.44
/// (2019年)"⇥"1.61
/// (2026年)"
/// ```
/// A quote opens only at the beginning of a cell, a doubled one is a letter.
struct SeparatedRow {
  private(set) var cells: [Table.Cell] = []
  /// A cell stands in quotation marks.
  private(set) var isQuoted = false
  /// The offset of the byte behind the row's last line end.
  private(set) var end: Int

  private static let quote = UInt8(ascii: "\"")
  private static let feed = UInt8(ascii: "\n")
  /// A row has at most this many lines; an unclosed quote is a letter.
  private static let mostLines = 60
  private static let mostBytes = 20_000

  /// The row that begins at an offset; nil where its quotes do not close.
  init?(_ text: SourceText, from start: Int, separator: UInt8) {
    let bytes = text.bytes.span
    var index = start
    var lines = 1
    end = start
    while true {
      if index < bytes.count, bytes[index] == Self.quote {
        guard let close = Self.closing(bytes, index, &lines) else { return nil }
        cells.append(Self.cell(text, index + 1..<close))
        isQuoted = true
        index = close + 1
        if index < bytes.count, bytes[index] == 0x0D { index += 1 }
        guard index >= bytes.count || bytes[index] == separator || bytes[index] == Self.feed else { return nil }
      } else {
        let stop = Self.endOfPlain(bytes, index, separator)
        cells.append(Self.cell(text, index..<stop))
        index = stop
      }
      guard index < bytes.count, bytes[index] == separator else { break }
      index += 1
    }
    end = min(index + 1, bytes.count)
  }

  private static func closing(_ bytes: borrowing Span<UInt8>, _ open: Int, _ lines: inout Int) -> Int? {
    var index = open + 1
    while index < bytes.count, index - open < mostBytes {
      if bytes[index] == quote {
        guard index + 1 < bytes.count, bytes[index + 1] == quote else { return index }
        index += 1
      }
      if bytes[index] == feed { lines += 1 }
      if lines > mostLines { return nil }
      index += 1
    }
    return nil
  }

  private static func endOfPlain(_ bytes: borrowing Span<UInt8>, _ start: Int, _ separator: UInt8) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != separator, bytes[index] != feed { index += 1 }
    return index
  }

  private static func cell(_ text: SourceText, _ range: Range<Int>) -> Table.Cell {
    let source = SourceRange(range).trimmed(in: text)
    if let plain = plainText(text, range) { return Table.Cell(lines: range.isEmpty ? [] : [plain], source: source) }
    let whole = text.string(SourceRange(range)).split(separator: "\"\"", omittingEmptySubsequences: false)
      .joined(separator: "\"")
    let lines = whole.split(whereSeparator: \.isNewline).map { line in
      let start = line.drop(while: \.isWhitespace)
      return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
    }
    return Table.Cell(lines: lines, source: source)
  }

  /// The text of a cell without quotes, line breaks and blanks but those of ASCII and U+3000, told by its bytes; nil where
  /// such may stand in it.
  private static func plainText(_ text: SourceText, _ range: Range<Int>) -> String? {
    for index in range {
      switch text.bytes[index] {
      case quote, ..<0x09, 0x0A..<0x20, 0xC2, 0xE1, 0xE2: return nil
      default: break
      }
    }
    return text.string(SourceRange(TextLines.trimmed(range, in: text.bytes)))
  }
}
