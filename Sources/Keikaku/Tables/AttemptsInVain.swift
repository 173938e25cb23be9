/// How many beginnings led to nothing, up to the line that the farthest of them looked at.
///
/// Where the lines of a text begin tables again and again that are none, each would walk the same lines.
struct AttemptsInVain {
  private var end = 0
  private var count = 0
  /// More of them begin nothing.
  private let most: Int

  init(most: Int) { self.most = most }

  /// Whether a further beginning is worth a look.
  mutating func allows(_ line: Int) -> Bool {
    if line >= end { count = 0 }
    return count < most
  }

  /// Counts a beginning that led to nothing; `reach` is the line behind all that was looked at.
  mutating func add(_ line: Int, reach: Int) {
    guard reach > line else { return }
    end = max(end, reach)
    count += 1
  }
}
