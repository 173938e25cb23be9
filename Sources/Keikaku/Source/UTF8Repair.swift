/// UTF-8 that may be damaged.
enum UTF8Repair {
  static func isValid(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil }

  /// The text with each run of bytes that is no character replaced by U+FFFD.
  static func repaired(_ bytes: ArraySlice<UInt8>, faults: inout DecodingFaults) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = bytes.startIndex
    while start < bytes.endIndex {
      guard let error = firstError(in: bytes, from: start) else { break }
      result.append(contentsOf: bytes[start..<error.lowerBound])
      faults.replace(byteAt: error.lowerBound, in: &result)
      start = max(error.upperBound, error.lowerBound + 1)
    }
    if start < bytes.endIndex { result.append(contentsOf: bytes[start...]) }
    return result
  }

  private static func firstError(in bytes: ArraySlice<UInt8>, from start: Int) -> Range<Int>? {
    let rest = bytes[start...]
    let span = rest.span
    do {
      _ = try UTF8Span(validating: span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound + start..<error.byteOffsets.upperBound + start
    }
  }
}
