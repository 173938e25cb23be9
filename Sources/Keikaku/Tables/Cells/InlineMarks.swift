/// Takes Markdown's inline marks out of a cell's text.
///
/// `**目標値**` and `` `目標値` `` become 目標値, `\|` and `\*` the bare mark, `<br>` a line break that is then joined as in a
/// wrapped cell. A single `*` stays: plans use it as the mark of a footnote.
struct InlineMarks {
  private let bytes: [UInt8]
  private var lines: [[UInt8]] = [[]]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The lines without their marks.
  func cleanedLines() -> [String] {
    var marks = self
    marks.readAll()
    return marks.lines.map { line in
      let range = TextLines.trimmed(0..<line.count, in: line)
      return String(decoding: line[range], as: UTF8.self)
    }
  }

  private mutating func readAll() {
    var index = 0
    while index < bytes.count { index = readOne(at: index) }
  }

  /// Reads one byte or mark; returns where the next begins.
  private mutating func readOne(at index: Int) -> Int {
    let byte = bytes[index]
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch byte {
    case UInt8(ascii: "\\")
    where (0x21...0x2F).contains(next) || (0x5B...0x60).contains(next) || (0x7B...0x7E).contains(next):
      append(next)
      return index + 2
    case UInt8(ascii: "*") where next == byte, UInt8(ascii: "_") where next == byte,
      UInt8(ascii: "~") where next == byte:
      return index + 2
    case UInt8(ascii: "`"):
      return index + 1
    case UInt8(ascii: "<"):
      return readTag(at: index)
    case UInt8(ascii: "&"):
      return readEntity(at: index)
    default:
      append(byte)
      return index + 1
    }
  }

  private mutating func readTag(at index: Int) -> Int {
    guard let tag = HTMLTag(at: index, in: bytes, to: bytes.count) else {
      append(bytes[index])
      return index + 1
    }
    if tag.breaksLine { lines.append([]) }
    return tag.range.upperBound
  }

  private mutating func readEntity(at index: Int) -> Int {
    guard let entity = HTMLEntity(at: index, in: bytes, to: bytes.count) else {
      append(bytes[index])
      return index + 1
    }
    lines[lines.count - 1].append(contentsOf: entity.text.utf8)
    return index + entity.length
  }

  private mutating func append(_ byte: UInt8) { lines[lines.count - 1].append(byte) }
}
