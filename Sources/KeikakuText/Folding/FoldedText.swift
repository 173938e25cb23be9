/// A text with its width and compatibility forms folded, and the way back to the original bytes.
///
/// Full-width letters and digits become ASCII, ideographic and no-break spaces become a blank, dashes and tildes one form
/// each, radicals and compatibility ideographs the ordinary letters, half-width kana full-width ones; invisible marks go.
/// Nothing is dropped that carries meaning: 10² stays 10².
public struct FoldedText: Sendable {
  /// The folded text in UTF-8.
  public let bytes: [UInt8]
  /// For each folded byte the offset of its origin in the original text; one entry more than `bytes`, for the end.
  public let origins: [UInt32]

  public init(_ text: String) {
    var text = text
    if let plain = text.withUTF8({ Self.isPlain($0) ? Array($0) : nil }) {
      bytes = plain
      origins = (0...UInt32(plain.count)).map { $0 }
      return
    }
    let folded = FoldedScalars(text)
    var bytes: [UInt8] = []
    var origins: [UInt32] = []
    bytes.reserveCapacity(text.utf8.count)
    origins.reserveCapacity(text.utf8.count + 1)
    for letter in folded.letters {
      bytes.append(letter.scalar)
      while origins.count < bytes.count { origins.append(letter.origin) }
    }
    origins.append(UInt32(text.utf8.count))
    self.bytes = bytes
    self.origins = origins
  }

  /// The folded characters of a text, and for each the offset of its origin in the text's UTF-8; one offset more, for the
  /// end.
  public static func scalars(of text: String) -> (scalars: [Unicode.Scalar], origins: [Int]) {
    let folded = FoldedScalars(text)
    return (folded.letters.map(\.scalar), folded.letters.map { Int($0.origin) } + [text.utf8.count])
  }

  /// The folded bytes of a text alone, for those who need no way back.
  public static func bytes(of text: String) -> [UInt8] {
    var text = text
    return text.withUTF8(bytes)
  }

  /// The folded bytes of a part of a text in UTF-8.
  public static func bytes(of text: ArraySlice<UInt8>) -> [UInt8] { text.withUnsafeBufferPointer(bytes) }

  private static func bytes(of text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    FoldedBytes.append(text, to: &bytes) { _ in true }
    return bytes
  }

  /// The folded bytes of a text without its blanks and control codes, for look-ups.
  public static func compactBytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    appendCompact(text, to: &bytes)
    return bytes
  }

  /// The same of a part of a text in UTF-8, without a mark of ASCII too.
  public static func compactBytes(of text: ArraySlice<UInt8>, without mark: UInt8) -> [UInt8] {
    var bytes: [UInt8] = []
    text.withUnsafeBufferPointer { FoldedBytes.append($0, to: &bytes) { $0 > 0x20 && $0 != mark } }
    return bytes
  }

  /// Appends the folded bytes of a text without its blanks and control codes.
  public static func appendCompact(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { FoldedBytes.append($0, to: &bytes) { $0 > 0x20 } }
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The range of original bytes that a range of folded bytes came from.
  public func original(_ range: Range<Int>) -> Range<Int> {
    Int(origins[range.lowerBound])..<Int(origins[range.upperBound])
  }

  /// Whether no byte of a valid text can begin a character that folds.
  ///
  /// U+3040–U+9FFF begins with E3 81 to E9; among those only the square words (E3 88 to E3 8F) and the combining marks
  /// of kana fold.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
      } else if (0xE4...0xE9).contains(byte) {
        index += 3
      } else if byte == 0xE3, index + 2 < bytes.count, isPlainKana(bytes[index + 1], bytes[index + 2]) {
        index += 3
      } else {
        return false
      }
    }
    return true
  }

  private static func isPlainKana(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: (0x81...0x95).contains(third)
    case 0x81, 0x83: true
    case 0x82: third != 0x99 && third != 0x9A
    default: false
    }
  }
}

extension String {
  /// The text folded as `FoldedText` folds it.
  public var folded: String {
    var text = self
    return text.withUTF8(FoldedText.isPlain) ? self : String(decoding: FoldedText.bytes(of: self), as: UTF8.self)
  }

  /// A key by which two spellings of one title are the same: folded, without blanks and punctuation.
  public var comparisonKey: String { String(decoding: TitleKey(self).bytes, as: UTF8.self) }
}

extension [UInt8] {
  /// Appends a character in UTF-8.
  mutating func append(_ scalar: Unicode.Scalar) {
    let code = scalar.value
    func rest(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | code >> shift & 0x3F) }
    switch code {
    case ..<0x80: append(UInt8(code))
    case ..<0x800: append(contentsOf: [UInt8(0xC0 | code >> 6), rest(0)])
    case ..<0x10000:
      append(UInt8(0xE0 | code >> 12))
      append(rest(6))
      append(rest(0))
    default: append(contentsOf: [UInt8(0xF0 | code >> 18), rest(12), rest(6), rest(0)])
    }
  }
}

/// Marks that two spellings of one title may differ in.
enum Punctuation {
  private static let marks: Set<Unicode.Scalar> = Set(" \t\r\n、。,.・:;~-ー―「」『』()[]【】〔〕〈〉《》<>\"'|".unicodeScalars)

  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    if (0x3041...0x30FA).contains(scalar.value) || scalar.value >= 0x3400 && scalar.value < 0xFB00 { return false }
    return marks.contains(scalar)
  }
}
