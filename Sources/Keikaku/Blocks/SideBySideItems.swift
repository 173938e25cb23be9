/// Items of a list that stand in one line: ・保育所の整備　・学童保育, ①健診事業　②健康教室, (1) 見守り　(2) 配食.
///
/// A further one begins behind a blank, with the mark of the first or with the number behind its own.
struct SideBySideItems {
  let bytes: [UInt8]

  typealias Item = (number: String?, range: Range<Int>)

  /// Marks that no one writes between words with a blank before them.
  private static let marks = Set("・●○◎■□◆◇▪•".unicodeScalars)

  /// The texts in `range`, which begins behind the mark of the first.
  func marked(_ mark: Unicode.Scalar?, in range: Range<Int>) -> [Item] {
    guard let mark, Self.marks.contains(mark) else { return [(nil, range)] }
    return items((nil, range)) { cursor, _ in
      guard cursor.take(mark), let next = cursor.peek()?.scalar, next != 0x20, next != mark.value else { return nil }
      return .some(nil)
    }
  }

  /// The texts in `range`, which begins behind the number of the first.
  func numbered(_ number: String?, _ style: Heading.NumberStyle, in range: Range<Int>) -> [Item] {
    guard style == .circled || style == .parenthesized, let number, Int(number) != nil else { return [(number, range)] }
    return items((number, range)) { cursor, last in
      guard let next = Numbering.read(bytes, cursor.offset..<range.upperBound), next.style == style,
        let count = last.flatMap({ Int($0) }), next.number == String(count + 1)
      else { return nil }
      cursor.skip(next.end - cursor.offset)
      cursor.skipBlanks()
      return cursor.isAtEnd ? nil : .some(next.number)
    }
  }

  /// - Parameter begin: takes the mark or the number of a further item, which has the number that it returns, or none.
  private func items(_ first: Item, begin: (inout ScalarCursor, _ last: String?) -> String??) -> [Item] {
    var items = [first]
    var cursor = ScalarCursor(bytes, first.range)
    var end = cursor.offset
    while let (scalar, width) = cursor.peek() {
      let isBlank = scalar == 0x20 || scalar == 0x09
      if !isBlank, end < cursor.offset, end > items[items.count - 1].range.lowerBound {
        var probe = cursor
        if let number = begin(&probe, items[items.count - 1].number) {
          items[items.count - 1].range = items[items.count - 1].range.lowerBound..<end
          items.append((number, probe.offset..<first.range.upperBound))
          cursor = probe
          end = cursor.offset
          continue
        }
      }
      cursor.skip(width)
      if !isBlank { end = cursor.offset }
    }
    return items
  }
}
