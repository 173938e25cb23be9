import KeikakuText

/// Rows among those of indicators that are none of theirs: sums, figures of others for comparison, costs by year, and the
/// row of a form that shows how to fill it in.
struct AsideRows {
  let table: Table
  let scan: TableScan
  /// The columns of values.
  let values: [Int]

  /// What a row is whose name is none of an indicator; nil for other rows.
  func kind(_ index: Int) -> String? {
    guard let cell = scan.rows[index].first(where: { $0.shape != .empty }) else { return nil }
    if isTemplate(index) { return "The row shows how a form is filled in" }
    guard cell.range.count <= 36 else { return nil }
    if Self.totals.whole(scan.bytes[cell.range]) != nil { return "The row sums up others" }
    var name = Self.withoutBrackets(scan.bytes[cell.range])[...]
    let isReference = name.starts(with: Self.reference)
    if isReference { name = name.dropFirst(Self.reference.count) }
    if Self.others.whole(name) != nil || isReference && Self.beginsWithOthers(name) { return "The row compares" }
    return Self.costs.whole(name) != nil && tellsOwnYears(index) ? "The row tells costs by year" : nil
  }

  /// ○○の利用者数 | ○○人: circles in the place of the values.
  private func isTemplate(_ index: Int) -> Bool {
    let values = values.compactMap { scan[index, $0] }.filter { $0.shape != .empty }
    return !values.isEmpty
      && values.allSatisfy {
        Self.placeholders.longestMatch(in: scan.bytes.span, at: $0.range.lowerBound, limit: $0.range.upperBound) != nil
      }
  }

  private static let placeholders = WordTrie(["○○", "〇〇", "●●", "△△", "××"].map { ($0, true) })

  /// R6 12,000千円 | R7 13,000千円 below 現状値（R4） | 目標値（R9）: each cell begins with a year of its own.
  private func tellsOwnYears(_ index: Int) -> Bool {
    let cells = table.rows[index]
    let texts = values.filter { $0 < cells.count && !cells[$0].isEmpty }.map { cells[$0].text }
    return !texts.isEmpty
      && texts.allSatisfy { text in
        let words = text.split(separator: " ")
        return words.count > 1 && ValueLook.isYear(String(words[0]))
      }
  }

  private static let costs = WordTrie(
    ["事業費", "総事業費", "予算額", "決算額", "予算", "決算", "当初予算額", "事業費千円", "予算額千円", "決算額千円"].map { ($0, true) })
  private static let ofOthers = WordTrie(["国の", "県の", "全国の", "都の", "府の", "道の", "他市", "他自治体", "近隣"].map { ($0, true) })

  /// Without ( ) 【 and 】 in folded text.
  private static func withoutBrackets(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var name: [UInt8] = []
    name.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let isWide =
        text[index] == 0xE3 && index + 2 < text.endIndex && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0x90
      if isWide {
        index += 3
      } else {
        if text[index] != UInt8(ascii: "("), text[index] != UInt8(ascii: ")") { name.append(text[index]) }
        index += 1
      }
    }
    return name
  }

  private static let totals = WordTrie(["合計", "計", "小計", "総計", "総合計", "累計"].map { ($0, true) })
  private static let others = WordTrie(HeaderSideWords.others.map { ($0, true) })
  private static let reference = Array("参考".utf8)

  private static func beginsWithOthers(_ name: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(name)
    return ofOthers.longestMatch(in: bytes.span, at: 0, limit: bytes.count) != nil
  }
}
