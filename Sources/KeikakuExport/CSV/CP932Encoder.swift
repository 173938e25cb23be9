import CSystem

/// Writes text in Windows-31J (CP932) by the C library's table.
final class CP932Encoder {
  private let conversion: UnsafeMutableRawPointer
  /// 〓, the printers' mark for a missing character.
  private static let geta: [UInt8] = [0x81, 0xAC]

  /// Nil where the C library has no such table.
  init?() {
    guard let conversion = csystem_conversion_open_from_utf8("CP932") else { return nil }
    self.conversion = conversion
  }

  deinit { csystem_conversion_close(conversion) }

  /// The bytes, and the characters that are 〓 in them.
  func encode(_ text: String) -> (bytes: [UInt8], lost: [Unicode.Scalar]) {
    let input = Array(Self.prepared(text).utf8)
    var output = [UInt8](repeating: 0, count: input.count + 16)
    var (read, written) = (0, 0)
    var lost: [Unicode.Scalar] = []
    while true {
      let result = csystem_conversion_step(conversion, input, input.count, &read, &output, output.count, &written)
      if result == Int32(CSYSTEM_CONVERSION_DONE.rawValue) { return (Array(output[..<written]), lost) }
      if output.count - written < 16 || result == Int32(CSYSTEM_CONVERSION_FULL.rawValue) {
        output += [UInt8](repeating: 0, count: input.count + 16)
        if result == Int32(CSYSTEM_CONVERSION_FULL.rawValue) { continue }
      }
      guard let scalar = Self.scalar(of: input, at: read) else { return (Array(output[..<written]), lost) }
      lost.append(scalar)
      output.replaceSubrange(written..<written + Self.geta.count, with: Self.geta)
      written += Self.geta.count
      read += UTF8.width(scalar)
    }
  }

  private static func scalar(of bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
    String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first
  }

  /// The text without variation selectors, which only choose among shapes of one character, with か and ゛ as one が,
  /// and with ¥ and ‾ in the width in which the encoding has them as characters of their own.
  private static func prepared(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isSpecial) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isVariationSelector(scalar) {
      switch scalar {
      case "\u{A5}": scalars.append("￥")
      case "\u{203E}": scalars.append("￣")
      case "\u{3099}", "\u{309A}": appendVoicing(scalar, to: &scalars)
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    isVariationSelector(scalar) || ["\u{A5}", "\u{203E}", "\u{3099}", "\u{309A}"].contains(scalar)
  }

  private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
    (0xFE00...0xFE0F).contains(scalar.value) || (0xE0100...0xE01EF).contains(scalar.value)
  }

  private static func appendVoicing(_ mark: Unicode.Scalar, to scalars: inout String.UnicodeScalarView) {
    guard let base = scalars.last else { return scalars.append(mark) }
    guard let composed = composed(base, mark) else { return scalars.append(mark) }
    scalars.removeLast()
    scalars.append(composed)
  }

  /// The letter that is canonically the same as a base with its mark: が stands one place behind か, ぱ two behind は, and
  /// ゔ and ヴ on places of their own (Unicode 16, code charts 3040 and 30A0).
  private static func composed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    let pair = "\(base)\(mark)"
    return [base.value + 1, base.value + 2, 0x3094, 0x30F4].lazy.compactMap(Unicode.Scalar.init)
      .first { String($0) == pair }
  }
}
