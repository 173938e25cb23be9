/// Characters that no reader sees: U+00A0 is a blank, the soft hyphen, blanks of no width and a byte order mark within the text
/// are nothing.
///
/// Pages of the web and word processors put them where a line may or may not be broken: 参加<U+200B>者数, 10<U+00A0>人.
enum HiddenCharacters {
  /// What is seen of each, as a reference of HTML by its number may name it too.
  static let shown: [Unicode.Scalar: String] = [
    "\u{A0}": " ", "\u{202F}": " ", "\u{AD}": "", "\u{200B}": "", "\u{200C}": "", "\u{200D}": "", "\u{2060}": "",
    "\u{FEFF}": "",
  ]

  /// The text with blanks for the one kind and without the other; nil where none stands in it.
  static func removed(from text: SourceText) -> RepairedText? {
    var edits: [RepairedText.Edit] = []
    find(in: text.bytes.span, &edits)
    return edits.isEmpty ? nil : RepairedText(text.bytes, edits: edits)
  }

  private typealias Sequence = (bytes: [UInt8], shown: [UInt8])

  private static let sequences: [Sequence] = shown.map { (Array(String($0.key).utf8), Array($0.value.utf8)) }

  private static func find(in bytes: borrowing Span<UInt8>, _ edits: inout [RepairedText.Edit]) {
    for (lead, sequences) in Dictionary(grouping: sequences, by: { $0.bytes[0] }) {
      var index = bytes.first(lead, from: 0, to: bytes.count)
      while index < bytes.count {
        for sequence in sequences where stands(sequence.bytes, in: bytes, at: index) {
          edits.append(RepairedText.Edit(range: index..<index + sequence.bytes.count, replacement: sequence.shown))
        }
        index = bytes.first(lead, from: index + 1, to: bytes.count)
      }
    }
  }

  private static func stands(_ sequence: [UInt8], in bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    guard index + sequence.count <= bytes.count else { return false }
    for (offset, byte) in sequence.enumerated() where bytes[index + offset] != byte { return false }
    return true
  }
}
