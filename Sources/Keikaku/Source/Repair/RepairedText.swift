/// A text with faults of its making taken out, and the way back to the text as it came.
///
/// The source is never changed: the repaired bytes stand beside it, and every range found in them maps back.
struct RepairedText: Sendable {
  /// A stretch that the repair left as it was.
  private struct Anchor: Sendable {
    var repaired: UInt32
    var original: UInt32
  }

  /// What a repair does: the bytes of a range give way to others.
  struct Edit: Sendable {
    var range: Range<Int>
    var replacement: [UInt8] = []
  }

  let bytes: [UInt8]
  private let anchors: [Anchor]

  /// Applies edits to a text. Of two edits that overlap the one that begins first holds.
  init(_ original: [UInt8], edits: [Edit]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(original.count)
    var anchors = [Anchor(repaired: 0, original: 0)]
    var place = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where edit.range.lowerBound >= place {
      bytes += original[place..<edit.range.lowerBound]
      anchors.append(Anchor(repaired: UInt32(bytes.count), original: UInt32(edit.range.lowerBound)))
      bytes += edit.replacement
      anchors.append(Anchor(repaired: UInt32(bytes.count), original: UInt32(edit.range.upperBound)))
      place = edit.range.upperBound
    }
    bytes += original[place...]
    self.bytes = bytes
    self.anchors = anchors
  }

  /// Where a range of the repaired text stands in the text as it came.
  func original(_ range: SourceRange) -> SourceRange {
    guard range.end > range.start else {
      let start = original(range.start)
      return SourceRange(start: start, end: start)
    }
    let start = original(range.start)
    return SourceRange(start: start, end: max(start, original(range.end - 1) + 1))
  }

  private func original(_ offset: UInt32) -> UInt32 {
    var low = 0
    var high = anchors.count
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].repaired <= offset { low = middle + 1 } else { high = middle }
    }
    let anchor = anchors[low - 1]
    let mapped = anchor.original + offset - anchor.repaired
    return low < anchors.count ? min(mapped, anchors[low].original) : mapped
  }
}
