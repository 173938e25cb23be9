import CSystem
import Synchronization

/// SHA-256 (FIPS 180-4), by the processor's own instructions where it has them, else by the system's libcrypto where there is
/// one, else in plain Swift.
public enum SHA256 {
  /// A process that digests less than this would pay more for loading the library than it gains.
  private static let librarySize = 1 << 18
  /// How many bytes the process has digested.
  private static let digested = Atomic<Int>(0)

  /// The digest as 64 lower-case hexadecimal digits.
  public static func hexadecimalDigest(of bytes: [UInt8]) -> String {
    let digest = processorDigest(of: bytes) ?? digestWithoutInstructions(of: bytes)
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in digest {
      for half in [byte >> 4, byte & 15] { digits.append(half < 10 ? half + 48 : half + 87) }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digestWithoutInstructions(of bytes: [UInt8]) -> [UInt8] {
    let total = digested.wrappingAdd(bytes.count, ordering: .relaxed).newValue
    return (total >= librarySize ? libraryDigest(of: bytes) : nil) ?? portableDigest(of: bytes)
  }

  private static let hasInstructions = csystem_sha256_has_instructions() == 1

  static func processorDigest(of bytes: [UInt8]) -> [UInt8]? {
    guard hasInstructions else { return nil }
    return digest(of: bytes) { bytes, blocks, state in
      bytes.withUnsafeBufferPointer { csystem_sha256_blocks(&state, constants, $0.baseAddress, blocks) }
    }
  }

  static func libraryDigest(of bytes: [UInt8]) -> [UInt8]? {
    var digest = [UInt8](repeating: 0, count: 32)
    return csystem_sha256(bytes, bytes.count, &digest) == 1 ? digest : nil
  }

  static func portableDigest(of bytes: [UInt8]) -> [UInt8] {
    var schedule = [UInt32](repeating: 0, count: 64)
    return digest(of: bytes) { bytes, blocks, state in
      for block in 0..<blocks { compress(bytes, at: 64 * block, schedule: &schedule, state: &state) }
    }
  }

  /// - Parameter take: takes so many blocks of 64 bytes into the state.
  private static func digest(
    of bytes: [UInt8], take: (_ bytes: borrowing Span<UInt8>, _ blocks: Int, _ state: inout [UInt32]) -> Void
  ) -> [UInt8] {
    var state: [UInt32] = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    let blocks = bytes.count / 64
    let tail = padded(bytes[(64 * blocks)...], total: bytes.count)
    if blocks > 0 { take(bytes.span, blocks, &state) }
    take(tail.span, tail.count / 64, &state)
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
  }

  /// The last bytes with the end mark and the length in bits.
  private static func padded(_ rest: ArraySlice<UInt8>, total: Int) -> [UInt8] {
    var tail = Array(rest) + [0x80]
    while tail.count % 64 != 56 { tail.append(0) }
    let bits = UInt64(total) * 8
    for shift in stride(from: UInt64(56), through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    return tail
  }

  private static func compress(
    _ bytes: borrowing Span<UInt8>, at offset: Int, schedule: inout [UInt32], state: inout [UInt32]
  ) {
    for index in 0..<16 {
      let at = offset + index * 4
      let high = UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16
      schedule[index] = high | UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
    }
    for index in 16..<64 {
      let (early, late) = (schedule[index - 15], schedule[index - 2])
      let first = rotate(early, 7) ^ rotate(early, 18) ^ early >> 3
      let second = rotate(late, 17) ^ rotate(late, 19) ^ late >> 10
      schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
    }
    var (a, b, c, d, e, f, g, h) = (
      state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]
    )
    for index in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let first = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ choice &+ constants[index] &+ schedule[index]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] = state[index] &+ word }
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
