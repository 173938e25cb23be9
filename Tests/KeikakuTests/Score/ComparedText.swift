import Foundation

/// A text as the annotations are compared: folded, without blanks, note marks and punctuation.
struct ComparedText: Hashable, Sendable {
  let scalars: [UInt32]
  /// The same in order of size, for a quick upper bound.
  private let sorted: [UInt32]

  static let nothing = ComparedText(nil)

  init(_ text: String?) {
    let folded = (text ?? "").precomposedStringWithCompatibilityMapping
    scalars = Self.withoutNoteMarks(Array(folded.unicodeScalars)).filter { !Self.isDropped($0) }.map(\.value)
    sorted = scalars.sorted()
  }

  /// Drops `^{※1}` and the like: ※ with its number, and the marks of superscript around it.
  private static func withoutNoteMarks(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "※" else {
        kept.append(scalars[index])
        index += 1
        continue
      }
      if kept.last == "{" { kept.removeLast() }
      if kept.last == "^" { kept.removeLast() }
      index += 1
      while index < scalars.count, scalars[index].properties.generalCategory == .decimalNumber { index += 1 }
      if index < scalars.count, scalars[index] == "}" { index += 1 }
    }
    return kept
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "・,、。:：「」『』〜~-–—―*".unicodeScalars.contains(scalar)
      || (0x1C...0x1F).contains(scalar.value)
  }

  /// 1 for equal texts, the share of matching letters from 0.85 on, else 0.
  func likeness(to other: ComparedText) -> Double {
    if scalars == other.scalars { return 1 }
    guard upperBound(with: other) >= 0.85 else { return 0 }
    let ratio = Self.ratio(Self.matches(scalars[...], other.scalars[...]), scalars.count + other.scalars.count)
    return ratio >= 0.85 ? ratio : 0
  }

  private func upperBound(with other: ComparedText) -> Double {
    let total = scalars.count + other.scalars.count
    guard Self.ratio(min(scalars.count, other.scalars.count), total) >= 0.85 else { return 0 }
    var common = 0
    var index = 0
    for scalar in sorted {
      while index < other.sorted.count, other.sorted[index] < scalar { index += 1 }
      guard index < other.sorted.count else { break }
      if other.sorted[index] == scalar {
        common += 1
        index += 1
      }
    }
    return Self.ratio(common, total)
  }

  private static func ratio(_ matches: Int, _ total: Int) -> Double {
    total == 0 ? 1 : 2 * Double(matches) / Double(total)
  }

  /// How many letters the longest common runs hold, found as Ratcliff and Obershelp do: the longest run, then left and
  /// right of it.
  private static func matches(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Int {
    let longest = longestRun(left, right)
    guard longest.length > 0 else { return 0 }
    return longest.length + matches(left[..<longest.left], right[..<longest.right])
      + matches(left[(longest.left + longest.length)...], right[(longest.right + longest.length)...])
  }

  private static func longestRun(
    _ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>
  ) -> (left: Int, right: Int, length: Int) {
    var best = (left: left.startIndex, right: right.startIndex, length: 0)
    var lengths = [Int](repeating: 0, count: right.count + 1)
    for index in left.indices {
      var next = [Int](repeating: 0, count: right.count + 1)
      for (column, scalar) in right.enumerated() where scalar == left[index] {
        let length = lengths[column] + 1
        next[column + 1] = length
        if length > best.length {
          best = (index - length + 1, right.startIndex + column - length + 1, length)
        }
      }
      lengths = next
    }
    return best
  }
}
