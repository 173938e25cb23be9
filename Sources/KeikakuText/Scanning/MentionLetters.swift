/// Folded characters that a mention can begin with.
enum MentionLetters {
  private static let figures: Set<Unicode.Scalar> = Set("-+▲△±一二三四五六七八九十百千半過ゼ½¼¾0123456789".unicodeScalars)

  private static let table: [Bool] = {
    var table = [Bool](repeating: false, count: 0x10000)
    for figure in figures { table[Int(figure.value)] = true }
    for code in table.indices {
      if let scalar = Unicode.Scalar(UInt32(code)), DateScanner.mayBegin(scalar) { table[code] = true }
    }
    return table
  }()

  private static let ascii: (UInt64, UInt64) = {
    var bits: (UInt64, UInt64) = (0, 0)
    for code in 0..<64 where table[code] { bits.0 |= 1 << UInt64(code) }
    for code in 0..<64 where table[64 + code] { bits.1 |= 1 << UInt64(code) }
    return bits
  }()

  static func mayBegin(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x10000 && table[Int(scalar.value)] }

  static func mayBeginASCII(_ scalar: Unicode.Scalar) -> Bool {
    let bits = scalar.value < 64 ? ascii.0 : ascii.1
    return bits >> UInt64(scalar.value & 63) & 1 == 1
  }

  static func beginsFigure(_ scalar: Unicode.Scalar) -> Bool { scalar.isDigit || figures.contains(scalar) }
}
