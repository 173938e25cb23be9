/// Finds out which encoding a file is in, from a mark at its beginning, its validity, and how much it looks like Japanese.
///
/// The order is that of certainty: a byte order mark; escape sequences of ISO-2022-JP in seven-bit text; valid UTF-8;
/// zero bytes, which only UTF-16 and UTF-32 have; and else whichever of the old encodings reads most like Japanese.
struct EncodingDetector {
  /// What was found, and why.
  struct Finding {
    var encoding: TextEncoding
    var evidence: String
    /// The bytes of the byte order mark.
    var markLength = 0
  }

  /// How many bytes from the first non-ASCII one are looked at where reading decides.
  private static let sampleSize = 1 << 18

  /// - Parameter isUTF8: whether all bytes are valid UTF-8, which the caller knows already.
  static func detect(_ bytes: [UInt8], isUTF8: Bool) -> Finding {
    if let marked = byteOrderMark(bytes) { return marked }
    let zeros = bytes.span.count(of: 0, from: 0, to: bytes.count)
    if zeros > 0, let wide = wideEncoding(bytes, zeros: zeros) { return wide }
    guard isUTF8 else { return mostJapanese(bytes) }
    if holdsEscapes(bytes) {
      return Finding(encoding: .iso2022JP, evidence: "escape sequences of JIS in seven-bit text")
    }
    return Finding(encoding: .utf8, evidence: "valid UTF-8")
  }

  /// The longer marks first: that of UTF-32 begins with that of UTF-16.
  static func byteOrderMark(_ bytes: [UInt8]) -> Finding? {
    for encoding in [TextEncoding.utf8, .utf32LittleEndian, .utf32BigEndian, .utf16LittleEndian, .utf16BigEndian]
    where bytes.starts(with: encoding.byteOrderMark) {
      return Finding(encoding: encoding, evidence: "byte order mark", markLength: encoding.byteOrderMark.count)
    }
    return nil
  }

  /// ESC followed by the designation of a JIS set or of ASCII, in text without high bytes.
  private static func holdsEscapes(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    var index = span.first(0x1B, from: 0, to: span.count)
    guard index < span.count, span.firstNonASCII(from: 0, to: span.count) == span.count else { return false }
    while index + 2 < span.count {
      switch (span[index + 1], span[index + 2]) {
      case (UInt8(ascii: "$"), UInt8(ascii: "B")), (UInt8(ascii: "$"), UInt8(ascii: "@")),
        (UInt8(ascii: "$"), UInt8(ascii: "(")), (UInt8(ascii: "("), UInt8(ascii: "I")):
        return true
      default: index = span.first(0x1B, from: index + 1, to: span.count)
      }
    }
    return false
  }

  /// UTF-16 or UTF-32 without mark: read each way, it must be nearly all letters of a Japanese text.
  private static func wideEncoding(_ bytes: [UInt8], zeros: Int) -> Finding? {
    let sample = bytes.prefix(sampleSize)
    let candidates: [TextEncoding] =
      zeros * 4 > bytes.count
      ? [.utf32LittleEndian, .utf32BigEndian, .utf16LittleEndian, .utf16BigEndian]
      : [.utf16LittleEndian, .utf16BigEndian]
    var best: (encoding: TextEncoding, share: Double)?
    for encoding in candidates {
      let share = WideTextDecoder.plausibleShare(of: sample, encoding: encoding)
      if share > best?.share ?? 0.9 { best = (encoding, share) }
    }
    guard let best else { return nil }
    return Finding(
      encoding: best.encoding, evidence: "zero bytes; \(Int(best.share * 100))% of the letters fit a Japanese text")
  }

  /// The encoding whose reading has the most kana and common kanji and the fewest impossible bytes.
  private static func mostJapanese(_ bytes: [UInt8]) -> Finding {
    let start = bytes.span.firstNonASCII(from: 0, to: bytes.count)
    let sample = bytes[start..<min(bytes.count, start + sampleSize)]
    let scores: [(encoding: TextEncoding, score: EncodingScore)] = [
      (.utf8, .utf8(sample)), (.windows31J, .shiftJIS(sample)), (.eucJP, .eucJP(sample)),
    ]
    let best = scores.max { $0.score.value < $1.score.value }!
    let invalid = best.score.invalid == 0 ? "all of it valid" : "\(best.score.invalid) bytes impossible"
    return Finding(
      encoding: best.encoding,
      evidence:
        "no valid UTF-8; reads as Japanese with \(best.score.kana) kana and \(best.score.kanji) common kanji, \(invalid)"
    )
  }
}
