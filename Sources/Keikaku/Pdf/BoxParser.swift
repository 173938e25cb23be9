/// Reads what `pdftotext -bbox` writes: pages, and words with their boxes.
///
///     <page width="595.276000" height="841.890000">
///       <word xMin="56.6" yMin="60.1" xMax="98.6" yMax="70.6">基本目標</word>
///     </page>
struct BoxParser {
  struct Page: Sendable {
    var width: Double
    var height: Double
    var words: [PdfWord] = []
    /// Words beyond the limit were left out.
    var isCut = false
  }

  /// More words than this on a page are an attack or a drawing, no text.
  static let wordLimit = 20_000

  private let bytes: [UInt8]
  private var index = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func pages(of bytes: [UInt8]) -> [Page] {
    var parser = BoxParser(bytes)
    return parser.readPages()
  }

  private mutating func readPages() -> [Page] {
    var pages: [Page] = []
    while let open = next(UInt8(ascii: "<"), from: index) {
      index = open + 1
      if starts(with: "page ") {
        let values = attributes()
        if values.count >= 2 { pages.append(Page(width: values[0], height: values[1])) }
      } else if starts(with: "word "), !pages.isEmpty {
        readWord(into: &pages[pages.count - 1])
      }
    }
    return pages
  }

  private mutating func readWord(into page: inout Page) {
    let values = attributes()
    let end = next(UInt8(ascii: "<"), from: index) ?? bytes.count
    let text = Self.text(bytes[index..<end])
    index = end
    guard values.count == 4, !text.isEmpty else { return }
    guard page.words.count < Self.wordLimit else {
      page.isCut = true
      return
    }
    page.words.append(PdfWord(text: text, box: PageBox(x0: values[0], y0: values[1], x1: values[2], y1: values[3])))
  }

  /// The numbers between quotes up to the end of the tag.
  private mutating func attributes() -> [Double] {
    var values: [Double] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        if let value = PdfNumber.read(bytes, &index, end: bytes.count) { values.append(value) }
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: ">") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: ">") { break }
      }
      index += 1
    }
    index = min(index + 1, bytes.count)
    return values
  }

  private func next(_ byte: UInt8, from start: Int) -> Int? {
    var place = start
    while place < bytes.count {
      if bytes[place] == byte { return place }
      place += 1
    }
    return nil
  }

  private func starts(with word: StaticString) -> Bool {
    guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount where bytes[index + offset] != word.utf8Start[offset] { return false }
    return true
  }

  /// Entities resolved; control characters, which no reader of text wants, left out.
  private static func text(_ raw: ArraySlice<UInt8>) -> String {
    var isPlain = true
    for byte in raw where byte < 0x20 || byte == UInt8(ascii: "&") || byte == 0x7F { isPlain = false }
    if isPlain { return String(decoding: raw, as: UTF8.self) }
    var text = String(decoding: raw.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
    for (entity, letter) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(entity, with: letter)
    }
    return text
  }
}
