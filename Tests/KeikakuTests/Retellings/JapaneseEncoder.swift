@testable import Keikaku

/// Writes text in the encodings of old offices, by turning the decoder's tables round.
///
/// What an encoding does not hold becomes 〓, as an office's program would print it.
struct JapaneseEncoder: Sendable {
  static let windows31J = JapaneseEncoder(
    .windows31J, leads: Array(0x81...0x9F) + Array(0xE0...0xFC), trails: 0x40...0xFC)
  static let eucJP = JapaneseEncoder(.eucJP, leads: Array(0xA1...0xFE), trails: 0xA1...0xFE)

  private var pairs: [Unicode.Scalar: [UInt8]] = [:]
  /// Each means the same as a sign that the encodings hold.
  private static let twins: [Unicode.Scalar: Unicode.Scalar] = ["〜": "～", "−": "－", "—": "―", "‖": "∥"]

  private init(_ encoding: TextEncoding, leads: [UInt8], trails: ClosedRange<UInt8>) {
    let codes = leads.flatMap { lead in trails.map { [lead, $0] } }
    var faults = DecodingFaults(encoding: encoding)
    let decoded = LibraryConversion.convert(codes.flatMap { $0 + [0x0A] }, encoding: encoding, faults: &faults)
    let lines = decoded.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (code, line) in zip(codes, lines) {
      let text = String(decoding: line, as: UTF8.self).unicodeScalars
      guard text.count == 1, let scalar = text.first, scalar.value > 0x7F, scalar != "\u{FFFD}" else { continue }
      pairs[scalar] = pairs[scalar] ?? code
    }
  }

  func encode(_ text: String) -> [UInt8] { text.unicodeScalars.flatMap(code) }

  /// The codes of EUC-JP without their high bits, behind the escape for kanji.
  func encodeAsISO2022JP(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var isKanji = false
    for code in text.unicodeScalars.lazy.map(code) {
      if (code.count == 2) != isKanji {
        isKanji.toggle()
        result += [0x1B] + Array((isKanji ? "$B" : "(B").utf8)
      }
      result += code.map { $0 & 0x7F }
    }
    return result + (isKanji ? [0x1B] + Array("(B".utf8) : [])
  }

  private func code(_ scalar: Unicode.Scalar) -> [UInt8] {
    if scalar.value < 0x80 { return [UInt8(scalar.value)] }
    return pairs[scalar] ?? Self.twins[scalar].flatMap { pairs[$0] } ?? pairs["〓"] ?? [UInt8(ascii: "?")]
  }
}
