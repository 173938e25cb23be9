import KeikakuText

/// Items whose lines have run together, by the numbers that count them.
///
///     成果指標の現状 1 耐震化率 79％（H20）→95％（H32） 82％（H25） 2 空き家の数 600戸（H22）→400戸（H32） 3 …
///
/// A number alone between blanks counts an item where another goes on behind it, and a word of some length follows.
struct CountedItems {
  /// Where each item begins, behind its number.
  private(set) var starts: [Int] = []
  /// Where the number of each item stands.
  private var numbers: [Int] = []

  private static let shortestName = 3

  init(in text: ProseText) {
    for index in text.scalars.indices where index == 0 || text.isBlank(index - 1) {
      guard let end = Self.end(of: starts.count + 1, at: index, in: text) else { continue }
      numbers.append(index)
      starts.append(end)
    }
    if starts.count < 2 { (starts, numbers) = ([], []) }
  }

  /// Where the next item's number stands behind a place.
  func end(behind place: Int) -> Int? { numbers.first { $0 >= place } }

  private static func end(of number: Int, at index: Int, in text: ProseText) -> Int? {
    let digits = Array(String(number).unicodeScalars)
    let end = index + digits.count
    guard text.scalars[index...].starts(with: digits), end < text.scalars.count, text.isBlank(end),
      !isNumberOfYear(index, in: text)
    else { return nil }
    let name = text.skipBlanks(end, text.scalars.count)
    let letters = text.scalars[name...].prefix { !$0.properties.isWhitespace && $0.properties.isAlphabetic }
    return letters.count >= shortestName ? name : nil
  }

  /// 2 of 平成 2 年.
  private static func isNumberOfYear(_ index: Int, in text: ProseText) -> Bool {
    guard let last = (0..<index).last(where: { !text.isBlank($0) }), last > 0 else { return false }
    return text.match(ValueSpan.eras, at: last - 1, limit: index) != nil
  }
}
