/// The open headings, outermost first, with their styles.
struct HeadingStack {
  /// Indices of outline entries.
  private(set) var entries: [Int] = []
  private var styles: [HeadingStyle] = []

  var top: Int? { entries.last }
  var count: Int { entries.count }

  mutating func push(_ entry: Int, _ style: HeadingStyle) {
    entries.append(entry)
    styles.append(style)
  }

  var last: (entry: Int, style: HeadingStyle)? { entries.isEmpty ? nil : (entries[count - 1], styles[count - 1]) }

  mutating func pop() { cut(to: count - 1) }

  mutating func cut(to count: Int) {
    entries.removeLast(entries.count - count)
    styles.removeLast(styles.count - count)
  }

  /// The place of the innermost open heading of the same style.
  func place(ofSiblingOf style: HeadingStyle) -> Int? { styles.lastIndex { $0.isSibling(of: style) } }

  /// The places of all open headings of the same style, innermost first.
  func places(ofSiblingsOf style: HeadingStyle) -> [Int] {
    styles.indices.reversed().filter { styles[$0].isSibling(of: style) }
  }
}
