import KeikakuText

/// Running heads, running feet and page numbers of a text with form feeds between its pages.
///
/// The first and last lines of pages that stand on several of them, whatever their digits, and numbers there that count
/// up with the pages. The header of a table that is repeated on each page is none. A number between dashes, - 4 -, is that of a
/// page wherever it stands alone in a line.
struct PageFurniture {
  private let rows: TextLines
  private let roles: WordTrie<ColumnRole>
  private let labels: NodeLabels
  /// So many lines at the top and at the bottom of a page may be furniture.
  private static let depth = 2
  private static let fewestPages = 3
  /// In bytes.
  private static let longestLine = 150

  /// The lines, ascending; none where the text has no pages.
  static func lines(in text: SourceText, lexicon: Lexicon) -> [Int] {
    let reader = PageFurniture(rows: TextLines(text: text), roles: lexicon.columnRoles, labels: NodeLabels(lexicon))
    let dashed = (0..<reader.rows.count).filter(reader.isDashedNumber)
    guard text.pageStarts.count > 1 else { return dashed }
    return Set(reader.found() + dashed).sorted()
  }

  private static let longestNumber = 18

  /// - 4 -, －４－.
  private func isDashedNumber(_ line: Int) -> Bool {
    let content = rows.content(line)
    guard content.count >= 3, content.count <= Self.longestNumber else { return false }
    let first = rows.text.bytes[content.lowerBound]
    guard first == UInt8(ascii: "-") || first == 0xE2 || first == 0xEF || first == 0xE3 else { return false }
    let text = rows.string(content).folded
    let inner = text.dropFirst().dropLast().filter { $0 != " " }
    // Of a line of signs that are not seen nothing is left.
    guard let opening = text.first, let closing = text.last else { return false }
    return Self.dashes.contains(opening) && Self.dashes.contains(closing) && (1...3).contains(inner.count)
      && inner.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static let dashes: Set<Character> = ["-", "−", "–", "—", "―", "‐", "ー", "－", "~"]

  private static let pageWords: Set<String> = ["頁", "ページ", "page", "Page", "PAGE"]

  private struct Candidate {
    var line: Int
    var page: Int
    /// From the top, or from the bottom.
    var isTop: Bool
    /// The text without blanks and digits.
    var key: String
    var number: Int?
  }

  private func found() -> [Int] {
    let candidates = self.candidates()
    let numbers = Dictionary(
      grouping: candidates.filter { $0.key.isEmpty && $0.number != nil }, by: { $0.number! - $0.page })
    let texts = Dictionary(grouping: candidates.filter { !$0.key.isEmpty }, by: { "\($0.isTop)\($0.key)" })
    let pages = rows.text.pageStarts.count
    let recurring = texts.values.filter { group in
      let count = Set(group.map(\.page)).count
      return (count >= Self.fewestPages || count > 1 && count * 2 >= pages) && !isText(group)
    }
    let heads = firstsOfNodes(recurring.flatMap { $0 })
    let counted = numbers.values.filter { Set($0.map(\.page)).count > 1 }
    return Set((recurring + counted).joined().map(\.line)).subtracting(heads).sorted()
  }

  /// The first line of each goal or measure that heads its pages and stands nowhere else: there it begins.
  private func firstsOfNodes(_ recurring: [Candidate]) -> Set<Int> {
    var firsts: [String: Int] = [:]
    for candidate in recurring.sorted(by: { $0.line < $1.line }) {
      let text = rows.string(rows.content(candidate.line))
      if firsts[text] == nil, labels.head(text.folded) { firsts[text] = candidate.line }
    }
    guard !firsts.isEmpty else { return [] }
    let lines = Set(recurring.map(\.line))
    for line in 0..<rows.count where !lines.contains(line) && rows.content(line).count <= Self.longestLine {
      firsts[rows.string(rows.content(line))] = nil
    }
    return Set(firsts.values)
  }

  /// ■数値目標 and 主な取組 stand wherever a goal has its table, and so also at the end of pages: a line that stands as often
  /// within pages as at their ends.
  private func isText(_ group: [Candidate]) -> Bool {
    guard let first = group.first else { return false }
    let content = rows.content(first.line)
    let text = rows.text.bytes[content]
    let all = (0..<rows.count).count {
      rows.content($0).count == content.count && rows.text.bytes[rows.content($0)] == text
    }
    return all >= 2 * group.count
  }

  private func candidates() -> [Candidate] {
    let starts = rows.text.pageStarts.map { rows.text.line(at: $0) - 1 }
    var found: [Candidate] = []
    for (page, start) in starts.enumerated() {
      let lines = start..<(page + 1 < starts.count ? max(start, starts[page + 1]) : rows.count)
      let top = lines.lazy.filter { !rows.isBlank($0) }.prefix(Self.depth)
      let bottom = lines.reversed().lazy.filter { !rows.isBlank($0) }.prefix(Self.depth)
      found += top.compactMap { candidate($0, page, isTop: true) }
      found += bottom.compactMap { candidate($0, page, isTop: false) }
    }
    return found
  }

  private func candidate(_ line: Int, _ page: Int, isTop: Bool) -> Candidate? {
    let content = rows.content(line)
    guard content.count <= Self.longestLine, !rows.holdsSeparator(content), !rows.holdsGap(content) else { return nil }
    let text = rows.string(content).folded
    let key = text.filter { !$0.isNumber && !" -‐–—―~・/.,pP".contains($0) }
    let bytes = key.utf8.span
    guard roles.longestMatch(in: bytes, at: 0, limit: bytes.count) == nil else { return nil }
    // 2019年度 is the end of a header's cell.
    if !key.isEmpty, ValueLook.isYear(text) { return nil }
    // 1,885人 and 2,772人 are values at the ends of columns.
    if !key.isEmpty, ValueLook.isValue(text), !Self.pageWords.contains(key) { return nil }
    return Candidate(
      line: line, page: page, isTop: isTop, key: key, number: Int(text.filter { $0.isNumber && $0.isASCII }))
  }
}
