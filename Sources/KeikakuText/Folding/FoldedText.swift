/// A text with its width and compatibility forms folded, and the way back to the original bytes.
///
/// Full-width letters and digits become ASCII, ideographic and no-break spaces become a blank, dashes and tildes one form
/// each, radicals and compatibility ideographs the ordinary letters. Nothing is dropped that carries meaning: 10² stays 10².
public struct FoldedText: Sendable {
  /// The folded text in UTF-8.
  public let bytes: [UInt8]
  /// For each folded byte the offset of its origin in the original text; one entry more than `bytes`, for the end.
  public let origins: [UInt32]

  public init(_ text: String) {
    var bytes: [UInt8] = []
    var origins: [UInt32] = []
    var offset: UInt32 = 0
    for scalar in text.unicodeScalars {
      let folded = Self.fold(scalar)
      for byte in String(folded).utf8 {
        bytes.append(byte)
        origins.append(offset)
      }
      offset += UInt32(UTF8.width(scalar))
    }
    origins.append(offset)
    self.bytes = bytes
    self.origins = origins
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The range of original bytes that a range of folded bytes came from.
  public func original(_ range: Range<Int>) -> Range<Int> {
    Int(origins[range.lowerBound])..<Int(origins[range.upperBound])
  }

  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)!
    case 0x3000, 0xA0, 0x2002...0x200A: " "
    default: scalar
    }
  }
}

extension String {
  /// The text folded as `FoldedText` folds it.
  public var folded: String { FoldedText(self).text }

  /// A key by which two spellings of one title are the same: folded, without blanks and punctuation.
  public var comparisonKey: String {
    String(String.UnicodeScalarView(folded.unicodeScalars.filter { !" \t、。,.・:~〜-―ー「」『』()[]【】".unicodeScalars.contains($0) }))
  }
}
