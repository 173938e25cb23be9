/// The places of a file that no character stands at.
///
/// A badly damaged file has thousands: after the first few, runs are only counted.
struct DecodingFaults {
  private static let listed = 20
  /// U+FFFD in UTF-8.
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  let encoding: TextEncoding
  private(set) var diagnostics: [Diagnostic] = []
  private var count = 0

  init(encoding: TextEncoding) { self.encoding = encoding }

  /// Writes U+FFFD for undecodable bytes, and notes where they stood in the file.
  mutating func replace(byteAt offset: Int, in result: inout [UInt8]) {
    let range = SourceRange(result.count..<result.count + Self.replacement.count)
    result.append(contentsOf: Self.replacement)
    count += 1
    if count <= Self.listed {
      diagnostics.append(
        Diagnostic(
          .sourceUndecodable, "Byte \(offset) of the file begins no character of \(encoding.rawValue).", at: range))
    } else {
      diagnostics[Self.listed...] = [
        Diagnostic(.sourceUndecodable, "\(count - Self.listed) more bytes of the file begin no character.")
      ]
    }
  }
}
