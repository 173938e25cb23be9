/// Postal codes of seven digits and the municipalities they belong to.
///
/// The table is searched where it lies in the program's constant data; nothing is decoded beforehand.
struct PostalCodeTable: Sendable {
  static let standard = PostalCodeTable()

  private static let recordLength = 8

  /// The places, among `Gazetteer.municipalities`, that a postal code belongs to: none, one, or several where an area
  /// spans a border.
  func municipalities(postalCode: Int) -> [Int] {
    guard let place = place(of: postalCode) else { return [] }
    let count = Gazetteer.standard.municipalities.count
    return place < count ? [place] : Self.shared[place - count]
  }

  private func place(of postalCode: Int) -> Int? {
    PostalCodeData.runs.withUTF8Buffer { bytes in
      var low = 0
      var high = bytes.count / Self.recordLength
      while low < high {
        let middle = (low + high) / 2
        if Self.number(in: bytes, at: middle * Self.recordLength, width: 4) <= postalCode {
          low = middle + 1
        } else {
          high = middle
        }
      }
      guard low > 0 else { return nil }
      let record = (low - 1) * Self.recordLength
      let first = Self.number(in: bytes, at: record, width: 4)
      let length = Self.number(in: bytes, at: record + 4, width: 2)
      return postalCode <= first + length ? Self.number(in: bytes, at: record + 6, width: 2) : nil
    }
  }

  /// Postal areas that span a border, in the order of their places.
  private static let shared: [[Int]] = PostalCodeData.shared.withUTF8Buffer { bytes in
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: "+").map { Int($0)! }
    }
  }

  private static func number(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, width: Int) -> Int {
    var number = 0
    for index in start..<start + width { number = number << 6 | digit(bytes[index]) }
    return number
  }

  private static func digit(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 65 + 10
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 97 + 36
    case UInt8(ascii: "-"): 62
    default: 63
    }
  }
}
