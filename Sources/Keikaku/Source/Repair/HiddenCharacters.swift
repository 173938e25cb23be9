/// Characters that no reader sees: U+00A0 is a blank, the soft hyphen, blanks of no width and a byte order mark within the text
/// are nothing.
///
/// Pages of the web and word processors put them where a line may or may not be broken: 参加<U+200B>者数, 10<U+00A0>人.
enum HiddenCharacters {
  /// The text with blanks for the one kind and without the other; nil where none stands in it.
  static func removed(from text: SourceText) -> RepairedText? {
    var edits: [RepairedText.Edit] = []
    find(in: text.bytes.span, &edits)
    return edits.isEmpty ? nil : RepairedText(text.bytes, edits: edits)
  }

  private static func find(in bytes: borrowing Span<UInt8>, _ edits: inout [RepairedText.Edit]) {
    replace(lead: 0xC2, in: bytes, &edits) { bytes, index in
      switch bytes[index + 1] {
      case 0xA0: (2, [Ascii.space])
      case 0xAD: (2, [])
      default: nil
      }
    }
    replace(lead: 0xE2, in: bytes, &edits) { bytes, index in
      guard index + 2 < bytes.count else { return nil }
      switch (bytes[index + 1], bytes[index + 2]) {
      // Blanks of no width, and what forbids a break.
      case (0x80, 0x8B), (0x81, 0xA0): return (3, [])
      // The narrow blank that forbids a break.
      case (0x80, 0xAF): return (3, [Ascii.space])
      default: return nil
      }
    }
    replace(lead: 0xEF, in: bytes, &edits) { bytes, index in
      index + 2 < bytes.count && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? (3, []) : nil
    }
  }

  private static func replace(
    lead: UInt8, in bytes: borrowing Span<UInt8>, _ edits: inout [RepairedText.Edit],
    _ seen: (borrowing Span<UInt8>, Int) -> (length: Int, replacement: [UInt8])?
  ) {
    var index = bytes.first(lead, from: 0, to: bytes.count)
    while index + 1 < bytes.count {
      if let (length, replacement) = seen(bytes, index) {
        edits.append(RepairedText.Edit(range: index..<index + length, replacement: replacement))
      }
      index = bytes.first(lead, from: index + 1, to: bytes.count)
    }
  }
}
