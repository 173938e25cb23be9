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

  static func pages(of bytes: [UInt8]) -> [Page] {
    bytes.withUnsafeBufferPointer { bytes in
      var parser = BoxParser(bytes: bytes)
      return parser.readPages()
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func readPages() -> [Page] {
    var pages: [Page] = []
    while let open = next(UInt8(ascii: "<"), from: index) {
      index = open + 1
      if starts(with: "word "), !pages.isEmpty {
        readWord(into: &pages[pages.count - 1])
      } else if starts(with: "page ") {
        let (values, count) = attributes()
        if count >= 2 { pages.append(Page(width: values.x0, height: values.y0)) }
      }
    }
    return pages
  }

  private mutating func readWord(into page: inout Page) {
    let (box, count) = attributes()
    let end = next(UInt8(ascii: "<"), from: index) ?? bytes.count
    let text = Self.text(UnsafeBufferPointer(rebasing: bytes[index..<end]))
    index = end
    guard count == 4, !text.isEmpty else { return }
    guard page.words.count < Self.wordLimit else {
      page.isCut = true
      return
    }
    page.words.append(PdfWord(text: text, box: box))
  }

  /// The numbers between quotes up to the end of the tag: the first four of them, and how many there are.
  private mutating func attributes() -> (values: PageBox, count: Int) {
    var values = PageBox(x0: 0, y0: 0, x1: 0, y1: 0)
    var count = 0
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        if let value = PdfNumber.read(bytes, &index, end: bytes.count) {
          switch count {
          case 0: values.x0 = value
          case 1: values.y0 = value
          case 2: values.x1 = value
          case 3: values.y1 = value
          default: break
          }
          count += 1
        }
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: ">") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: ">") { break }
      }
      index += 1
    }
    index = min(index + 1, bytes.count)
    return (values, count)
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
  private static func text(_ raw: UnsafeBufferPointer<UInt8>) -> String {
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
