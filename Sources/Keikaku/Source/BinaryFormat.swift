import KeikakuText

/// Files that are no text: known by their first bytes, or by control codes that no text holds.
enum BinaryFormat {
  private static let signatures: [([UInt8], String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive (as .docx, .xlsx and .odt are)"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office document (.doc, .xls)"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    ([0x47, 0x49, 0x46, 0x38], "a GIF picture"),
    ([0x1F, 0x8B, 0x08], "a gzip archive"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ([0x25, 0x50, 0x44, 0x46, 0x2D], "a PDF document"),
  ]
  /// More control codes than this share are no text. The odd one is a slip of some converter.
  private static let tolerated = 0.02

  /// What the file is, where its first bytes tell.
  static func ofFile(_ bytes: [UInt8]) -> String? {
    let span = bytes.span
    return signatures.first { span.begins(with: $0.0.span) }?.1
  }

  /// The share of control codes other than white space, where it is too high for text.
  static func shareOfControls(_ bytes: [UInt8]) -> Double? {
    let share = bytes.isEmpty ? 0 : Double(bytes.span.controlCount(from: 0, to: bytes.count)) / Double(bytes.count)
    return share > tolerated ? share : nil
  }
}
