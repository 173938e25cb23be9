import Testing

@testable import Keikaku

@Suite struct TextDecoderTests {
  static let plain = "第２期市総合戦略 ①㈱～Ⅰ㍻髙﨑\n観光客数\t1,234人\r\nｶﾀｶﾅの表"

  /// The same text in CP932, from another implementation of the tables.
  static let windows31J: [UInt8] = [
    0x91, 0xE6, 0x82, 0x51, 0x8A, 0xFA, 0x8E, 0x73, 0x91, 0x8D, 0x8D, 0x87, 0x90, 0xED, 0x97, 0xAA, 0x20,
    0x87, 0x40, 0x87, 0x8A, 0x81, 0x60, 0x87, 0x54, 0x87, 0x7E, 0xEE, 0xE0, 0xED, 0x95, 0x0A, 0x8A, 0xCF,
    0x8C, 0xF5, 0x8B, 0x71, 0x90, 0x94, 0x09, 0x31, 0x2C, 0x32, 0x33, 0x34, 0x90, 0x6C, 0x0D, 0x0A, 0xB6,
    0xC0, 0xB6, 0xC5, 0x82, 0xCC, 0x95, 0x5C,
  ]
  static let eucJP: [UInt8] = [
    0xC2, 0xE8, 0xA3, 0xB2, 0xB4, 0xFC, 0xBB, 0xD4, 0xC1, 0xED, 0xB9, 0xE7, 0xC0, 0xEF, 0xCE, 0xAC, 0x20,
    0xAD, 0xA1, 0xAD, 0xEA, 0xA1, 0xC1, 0xAD, 0xB5, 0xAD, 0xDF, 0x8F, 0xF4, 0xFB, 0x8F, 0xF4, 0xBD, 0x0A,
    0xB4, 0xD1, 0xB8, 0xF7, 0xB5, 0xD2, 0xBF, 0xF4, 0x09, 0x31, 0x2C, 0x32, 0x33, 0x34, 0xBF, 0xCD, 0x0D,
    0x0A, 0x8E, 0xB6, 0x8E, 0xC0, 0x8E, 0xB6, 0x8E, 0xC5, 0xA4, 0xCE, 0xC9, 0xBD,
  ]
  static let iso2022JP: [UInt8] = [
    0x1B, 0x24, 0x42, 0x34, 0x51, 0x38, 0x77, 0x35, 0x52, 0x3F, 0x74, 0x1B, 0x28, 0x42, 0x09, 0x31, 0x32,
    0x1B, 0x24, 0x42, 0x3F, 0x4D, 0x1B, 0x28, 0x42, 0x0A, 0x1B, 0x24, 0x42, 0x47, 0x2F, 0x45, 0x59, 0x1B,
    0x28, 0x42,
  ]

  private func text(_ decoded: DecodedText) -> String { String(decoding: decoded.bytes, as: UTF8.self) }

  private func wide(_ text: String, bytes size: Int, bigEndian: Bool) -> [UInt8] {
    let units = size == 2 ? text.utf16.map(UInt32.init) : text.unicodeScalars.map(\.value)
    return units.flatMap { unit in
      let little = (0..<size).map { UInt8(truncatingIfNeeded: unit >> (8 * UInt32($0))) }
      return bigEndian ? little.reversed() : little
    }
  }

  @Test func readsUTF8AsItIs() {
    let decoded = TextDecoder().decode(Array(Self.plain.utf8))
    #expect(text(decoded) == Self.plain)
    #expect(decoded.encoding == "utf-8")
    #expect(decoded.diagnostics.isEmpty)
  }

  @Test func dropsTheByteOrderMark() {
    let decoded = TextDecoder().decode([0xEF, 0xBB, 0xBF] + Array(Self.plain.utf8))
    #expect(text(decoded) == Self.plain)
    #expect(TextDecoder().decode([0xEF, 0xBB, 0xBF]).bytes.isEmpty)
  }

  @Test func readsTheOldEncodings() {
    for (bytes, name) in [(Self.windows31J, "windows-31j"), (Self.eucJP, "euc-jp")] {
      let decoded = TextDecoder().decode(bytes)
      #expect(text(decoded) == Self.plain, "\(name)")
      #expect(decoded.encoding == name)
      #expect(decoded.diagnostics.map(\.code) == [.sourceEncoding])
    }
    let seven = TextDecoder().decode(Self.iso2022JP)
    #expect(text(seven) == "観光客数\t12人\n年度")
    #expect(seven.encoding == "iso-2022-jp")
  }

  @Test(arguments: [(2, false), (2, true), (4, false), (4, true)])
  func readsWideEncodingsWithAndWithoutMark(size: Int, bigEndian: Bool) {
    let name = "utf-\(size * 8)\(bigEndian ? "be" : "le")"
    for mark in ["\u{FEFF}", ""] {
      let decoded = TextDecoder().decode(wide(mark + Self.plain + "𠮷", bytes: size, bigEndian: bigEndian))
      #expect(text(decoded) == Self.plain + "𠮷")
      #expect(decoded.encoding == name)
    }
  }

  @Test func keepsTheRestOfADamagedFile() {
    var bytes = Self.windows31J
    bytes.insert(0xFF, at: 0)
    let decoded = TextDecoder().decode(bytes)
    #expect(text(decoded) == "\u{FFFD}" + Self.plain)
    #expect(decoded.diagnostics.map(\.code) == [.sourceEncoding, .sourceUndecodable])
    #expect(decoded.diagnostics.last?.message.contains("Byte 0 ") == true)
    #expect(decoded.diagnostics.last?.source == SourceRange(0..<3))
  }

  @Test func replacesBadUTF8() {
    let bytes = Array("観光客数".utf8) + [0xE3, 0x81] + Array("は年度の目標である".utf8) + [0xE3]
    let decoded = TextDecoder().decode(bytes)
    #expect(text(decoded) == "観光客数\u{FFFD}は年度の目標である\u{FFFD}")
    #expect(decoded.encoding == "utf-8")
    #expect(decoded.diagnostics.count == 2)
  }

  @Test func listsOnlyTheFirstOfManyFaults() {
    let decoded = TextDecoder(forced: .utf8).decode([UInt8](repeating: 0xFF, count: 5000))
    #expect(decoded.bytes.count == 15000)
    #expect(decoded.diagnostics.count == 21)
    #expect(decoded.diagnostics.last?.message.hasPrefix("4980 ") == true)
  }

  @Test func obeysAForcedEncoding() {
    #expect(text(TextDecoder(forced: .eucJP).decode(Self.eucJP)) == Self.plain)
    #expect(text(TextDecoder(forced: .windows31J).decode(Self.eucJP)) != Self.plain)
    #expect(TextEncoding(name: "Shift_JIS") == .windows31J)
    #expect(TextEncoding(name: "EUC-JP") == .eucJP)
    #expect(TextEncoding(name: "no such") == nil)
  }

  @Test func recognisesWhatIsNoText() {
    for bytes: [UInt8] in [
      Array("PK\u{3}\u{4}word/document.xml".utf8), (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37 ^ $0 >> 3) },
      [UInt8](repeating: 0, count: 1000),
    ] {
      let decoded = TextDecoder().decode(bytes)
      #expect(decoded.isBinary)
      #expect(decoded.bytes.isEmpty)
      #expect(decoded.diagnostics.map(\.code) == [.sourceBinary])
    }
  }

  @Test func keepsTextWithAStrayZero() {
    let bytes = Array((Self.plain + "\0" + Self.plain).utf8)
    #expect(TextDecoder().decode(bytes).bytes == bytes)
  }

  @Test(.timeLimit(.minutes(5)), arguments: TextEncoding.allCases)
  func survivesAnyBytes(encoding: TextEncoding) {
    var generator = SeededGenerator(seed: 20_261_122)
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let decoded = TextDecoder(forced: encoding).decode(bytes)
      #expect(UTF8Repair.isValid(decoded.bytes), "seed 20261122, length \(length), \(encoding)")
    }
  }
}
