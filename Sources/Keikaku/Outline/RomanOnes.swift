/// Finds headings numbered I whose next sibling is 2: recognition took a 1 for a Roman one.
enum RomanOnes {
  /// Indices of blocks whose heading is really numbered 1.
  static func find(_ blocks: [Block]) -> Set<Int> {
    var found: Set<Int> = []
    for (index, block) in blocks.enumerated() {
      guard case .heading(let heading) = block.content, heading.mayBeOne, heading.numberStyle == .roman else {
        continue
      }
      if nextSiblingIsDecimal(blocks, after: index) { found.insert(index) }
    }
    return found
  }

  private static func nextSiblingIsDecimal(_ blocks: [Block], after index: Int) -> Bool {
    for block in blocks[(index + 1)...] {
      guard case .heading(let next) = block.content else { continue }
      switch next.numberStyle {
      case .roman, .chapter, .part, .ordinal: return false
      // A list of its own that begins with 1 stands below the Roman one.
      case .decimal, .decimalDot: if next.number == "1" || next.number == "2" { return next.number == "2" }
      default: continue
      }
    }
    return false
  }
}
