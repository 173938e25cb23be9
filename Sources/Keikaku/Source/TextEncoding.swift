/// The encodings that plans come in, by their IANA names.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case utf32LittleEndian = "utf-32le"
  case utf32BigEndian = "utf-32be"
  /// Shift_JIS with the NEC and IBM extensions, as Windows writes it (CP932).
  case windows31J = "windows-31j"
  /// EUC-JP with the same extensions (EUC-JP-MS).
  case eucJP = "euc-jp"
  case iso2022JP = "iso-2022-jp"

  /// The encoding that a user means by a name, in any case, with or without hyphens: `sjis`, `CP932`, `EUC-JP`.
  public init?(name: String) {
    let key = name.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    let lower = String(decoding: key.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    guard let encoding = Self.names[lower] else { return nil }
    self = encoding
  }

  private static let names: [String: TextEncoding] = [
    "utf8": .utf8, "utf8bom": .utf8, "utf8sig": .utf8, "ascii": .utf8, "usascii": .utf8,
    "utf16": .utf16LittleEndian, "utf16le": .utf16LittleEndian, "utf16be": .utf16BigEndian,
    "utf32": .utf32LittleEndian, "utf32le": .utf32LittleEndian, "utf32be": .utf32BigEndian,
    "windows31j": .windows31J, "cp932": .windows31J, "ms932": .windows31J, "csp932": .windows31J,
    "shiftjis": .windows31J, "sjis": .windows31J, "xsjis": .windows31J,
    "eucjp": .eucJP, "eucjpms": .eucJP, "cp51932": .eucJP, "ujis": .eucJP,
    "iso2022jp": .iso2022JP, "jis": .iso2022JP, "cp50221": .iso2022JP,
  ]

  /// The mark that may open a file in this encoding.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .utf32LittleEndian: [0xFF, 0xFE, 0, 0]
    case .utf32BigEndian: [0, 0, 0xFE, 0xFF]
    case .windows31J, .eucJP, .iso2022JP: []
    }
  }

  /// What the C library calls it, for those that it converts.
  var libraryName: String? {
    switch self {
    case .windows31J: "CP932"
    case .eucJP: "EUC-JP-MS"
    case .iso2022JP: "ISO-2022-JP-3"
    default: nil
    }
  }
}
