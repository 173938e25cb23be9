import CSystem

/// Decoding by the C library's conversion tables, going on after bytes that are no character.
enum LibraryConversion {
  /// How much output is made at a time.
  private static let chunkSize = 1 << 16

  static func convert(_ bytes: [UInt8], encoding: TextEncoding, faults: inout DecodingFaults) -> [UInt8] {
    guard let name = encoding.libraryName, let conversion = csystem_conversion_open(name) else {
      return UTF8Repair.repaired(bytes[...], faults: &faults)
    }
    defer { csystem_conversion_close(conversion) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 2)
    var chunk = [UInt8](repeating: 0, count: chunkSize)
    var offset = 0
    while true {
      var written = 0
      let outcome = csystem_conversion_step(
        conversion, bytes, bytes.count, &offset, &chunk, chunk.count, &written)
      result.append(contentsOf: chunk[..<written])
      switch Int(outcome) {
      case Int(CSYSTEM_CONVERSION_DONE.rawValue): return result
      case Int(CSYSTEM_CONVERSION_FULL.rawValue): continue
      default:
        faults.replace(byteAt: offset, in: &result)
        offset += lengthOfFault(bytes, at: offset, encoding: encoding)
        if offset >= bytes.count { return result }
      }
    }
  }

  /// How many bytes to give up: both of a pair that is well formed but stands for nothing, else the first alone, so
  /// that an ASCII letter after a stray lead byte is kept.
  private static func lengthOfFault(_ bytes: [UInt8], at offset: Int, encoding: TextEncoding) -> Int {
    guard offset + 1 < bytes.count else { return 1 }
    let (lead, second) = (bytes[offset], bytes[offset + 1])
    switch encoding {
    case .windows31J:
      let leads = (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead)
      return leads && second >= 0x80 ? 2 : 1
    case .eucJP:
      guard (0xA1...0xFE).contains(second) else { return 1 }
      if lead == 0x8F { return offset + 2 < bytes.count && bytes[offset + 2] >= 0xA1 ? 3 : 1 }
      return lead >= 0xA1 || lead == 0x8E ? 2 : 1
    default:
      return 1
    }
  }
}
