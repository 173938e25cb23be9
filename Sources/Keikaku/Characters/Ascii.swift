/// The ASCII bytes that the line layer asks for by name.
enum Ascii {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let formFeed: UInt8 = 0x0C
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let pipe = UInt8(ascii: "|")
  static let hash = UInt8(ascii: "#")
}
