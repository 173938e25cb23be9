import KeikakuText

/// Finds postal codes and municipality codes in a line of folded text.
enum PostalCodeScanner {
  /// The codes behind 〒 or written as ddd-dddd, as numbers of seven digits.
  static func postalCodes(in line: String) -> [Int] {
    let bytes = Array(line.utf8)
    var codes: [Int] = []
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      if index == start {
        index += 1
      } else if index - start == 7, hasPostalMark(before: start, in: bytes) {
        codes.append(number(bytes[start..<index]))
      } else if index - start == 3, let code = hyphenated(at: start, in: bytes) {
        codes.append(code.number)
        index = code.end
      }
    }
    return codes
  }

  /// The six digits behind a label such as 団体コード, completed where only five stand there.
  static func municipalityCode(in line: String) -> String? {
    for label in PlaceWords.codeLabels {
      guard line.contains(label), let place = line.firstRange(of: label) else { continue }
      let rest = line[place.upperBound...].prefix(12)
      let digits = rest.drop { !$0.isASCIIDigit }.prefix { $0.isASCIIDigit }
      if digits.utf8.count == 5 { return MunicipalityCode.completing(digits) }
      if MunicipalityCode.isValid(String(digits)) { return String(digits) }
    }
    return nil
  }

  private static func hyphenated(at start: Int, in bytes: [UInt8]) -> (number: Int, end: Int)? {
    var index = start + 3
    guard let dash = dashLength(at: index, in: bytes) else { return nil }
    index += dash
    let rest = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    guard index - rest == 4, dashLength(at: index, in: bytes) == nil, !endsDash(before: start, in: bytes) else {
      return nil
    }
    return (number(bytes[start..<start + 3]) * 10_000 + number(bytes[rest..<index]), index)
  }

  /// The length of a dash in any of its forms, with blanks around it.
  private static func dashLength(at start: Int, in bytes: [UInt8]) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] == 32 { index += 1 }
    guard index < bytes.count else { return nil }
    let length: Int
    if bytes[index] == UInt8(ascii: "-") {
      length = 1
    } else if index + 2 < bytes.count, dashes.contains(Array(bytes[index...index + 2])) {
      length = 3
    } else {
      return nil
    }
    index += length
    while index < bytes.count, bytes[index] == 32 { index += 1 }
    return index - start
  }

  private static let dashes: Set<[UInt8]> = Set("‐‑‒–—―−ー－".unicodeScalars.map { Array(String($0).utf8) })

  private static func endsDash(before start: Int, in bytes: [UInt8]) -> Bool {
    guard start > 0 else { return false }
    return bytes[start - 1] == UInt8(ascii: "-") || bytes[start - 1] == UInt8(ascii: ")")
  }

  private static func hasPostalMark(before start: Int, in bytes: [UInt8]) -> Bool {
    var index = start
    while index > 0, bytes[index - 1] == 32 { index -= 1 }
    return index >= 3 && Array(bytes[index - 3..<index]) == Array("〒".utf8)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1) - 48 } }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { self >= "0" && self <= "9" }
}
