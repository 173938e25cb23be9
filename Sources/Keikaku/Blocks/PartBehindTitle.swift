/// A part of what is told of a node, in the line of its heading and set apart by a blank:
///
///     基本目標１　しごとをつくる　【数値目標】製造品出荷額 221億円（H29）→230億円（R6）
///     施策２　農業の振興　ＫＰＩ　新規就農者数 5人（H29）→12人（R6）
///     施策３　林業の振興　主な取組
///
/// The title ends before it. Only words that head figures, a schedule or what is done are looked for: 目的 and 方針 may as
/// well end a title.
struct PartBehindTitle {
  let bytes: [UInt8]
  let groups: GroupHeadReader
  let leads: IndicatorLead

  /// Where the part stands in a title; nil where the title is whole.
  func part(in title: Range<Int>) -> Range<Int>? {
    var cursor = ScalarCursor(bytes, title)
    var followsBlank = false
    while let (scalar, width) = cursor.peek() {
      let rest = cursor.offset..<title.upperBound
      if followsBlank, cursor.offset > title.lowerBound, begins(rest, with: scalar, width) { return rest }
      followsBlank = scalar == 0x20
      cursor.skip(width)
    }
    return nil
  }

  private func begins(_ rest: Range<Int>, with scalar: UInt32, _ width: Int) -> Bool {
    if let close = HeadingMarks.brackets[scalar] {
      var cursor = ScalarCursor(bytes, rest.dropFirst(width))
      while let (scalar, width) = cursor.peek(), scalar != close { cursor.skip(width) }
      return !cursor.isAtEnd && heads(rest.lowerBound + width..<cursor.offset)
    }
    return leads.begins(rest) || heads(rest)
  }

  private func heads(_ range: Range<Int>) -> Bool {
    switch groups.read(bytes, range, mayHaveOwner: false)?.role {
    case .indicators, .schedule, .actions, .results, .directions: true
    default: false
    }
  }
}
