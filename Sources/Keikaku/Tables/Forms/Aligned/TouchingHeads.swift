/// Header cells set so close that no blank is left between them: 現状値（2022年度）目標値（2026年度）.
///
/// Only cells for values that each close the bracket of their own year are parted, years in brackets side by side below
/// such heads, and the head of the names from that of the first values: 指標（KPI）の目標値 is one cell.
struct TouchingHeads {
  let rows: TextLines
  let reader: SegmentReader
  let headers: HeaderWords

  /// The segments of a line, those of touching cells parted.
  func parted(_ segments: [LineSegment]) -> [LineSegment] { segments.flatMap(parted) }

  private func parted(_ segment: LineSegment) -> [LineSegment] {
    let bytes = rows.text.bytes
    if let name = endOfName(in: segment) {
      return [segment.source.lowerBound..<name, name..<segment.source.upperBound].map { reader.part($0, of: segment) }
    }
    for index in segment.source.dropLast(3) where bytes[index] == UInt8(ascii: ")") || endsWideBracket(index) {
      let first = reader.part(segment.source.lowerBound..<index + 1, of: segment)
      let rest = reader.part(TextLines.trimmed(index + 1..<segment.source.upperBound, in: rows.text.bytes), of: segment)
      if isName(first), isOtherHead(rest) { return [first] + parted(rest) }
      let isYear = isYearAlone(first)
      guard isYear || isDatedValue(first) else { continue }
      let others = parted(rest)
      if others.allSatisfy(isYear ? isYearAlone : isDatedValue) { return [first] + others }
    }
    return [segment]
  }

  /// 重要業績評価指標（KPI） of 重要業績評価指標（KPI）単位.
  private func isName(_ segment: LineSegment) -> Bool {
    segment.source.count <= Self.longestYear && headers.role(of: rows.string(segment.source)) == .name
  }

  private func isOtherHead(_ segment: LineSegment) -> Bool {
    guard segment.source.count <= Self.longestYear, let role = headers.role(of: rows.string(segment.source)) else {
      return false
    }
    return role != .name
  }

  /// Where 成果指標 ends before 基準値 in 成果指標基準値.
  private func endOfName(in segment: LineSegment) -> Int? {
    guard segment.source.count <= Self.longestPair else { return nil }
    let text = rows.string(segment.source)
    guard let sign = text.firstIndex(of: "標") else { return nil }
    let cut = text.index(after: sign)
    guard text[..<cut].hasSuffix("指標"), headers.role(of: String(text[..<cut])) == .name,
      headers.role(of: String(text[cut...]))?.isValue == true
    else { return nil }
    return segment.source.lowerBound + text[..<cut].utf8.count
  }

  /// In bytes.
  private static let longestPair = 36

  /// The byte is the last of ）.
  private func endsWideBracket(_ index: Int) -> Bool {
    let bytes = rows.text.bytes
    return index > 1 && bytes[index] == 0x89 && bytes[index - 1] == 0xBC && bytes[index - 2] == 0xEF
  }

  private func isDatedValue(_ segment: LineSegment) -> Bool {
    let text = rows.string(segment.source)
    guard text.count <= Self.longestHead, text.hasSuffix("）") || text.hasSuffix(")"),
      let open = text.lastIndex(where: { $0 == "（" || $0 == "(" })
    else { return false }
    return ValueLook.isYear(String(text[open...])) && headers.role(of: text)?.isValue == true
  }

  /// （令和４年度）　（令和11年度）: one wide blank parts the years of two columns, as it may part words of one text.
  private func isYearAlone(_ segment: LineSegment) -> Bool {
    segment.source.count <= Self.longestYear && ValueLook.isYearInBrackets(rows.string(segment.source))
  }

  private static let longestHead = 24
  /// In bytes.
  private static let longestYear = 48
}
