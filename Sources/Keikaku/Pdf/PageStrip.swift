/// A strip of the page from above to below that no line crosses.
struct PageStrip {
  var left: Double
  var right: Double
  var middle: Double { (left + right) / 2 }

  /// No narrower strip parts two blocks, in letters.
  private static let width = 0.8

  /// What the line leaves of it; nil where that is too narrow.
  func narrowed(by line: PrintedLine, em: Double) -> PageStrip? {
    var strip = self
    for word in line.words {
      if word.box.middleX < middle {
        strip.left = max(strip.left, word.box.x1)
      } else {
        strip.right = min(strip.right, word.box.x0)
      }
    }
    return strip.isWide(em: em) ? strip : nil
  }

  func isWide(em: Double) -> Bool { right - left >= Self.width * em }
}
