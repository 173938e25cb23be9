/// Prose set in columns, told from tables.
extension GutterTables {
  /// Lines that stand side by side as columns of prose: to be read one column after the other.
  struct ProseColumns: Sendable {
    var box: PageBox
    var columns: [[PrintedLine]]

    /// The columns that some lines of the page come to; there is at least one line.
    init(_ columns: [[PrintedLine]], of lines: [PrintedLine]) {
      box = lines.dropFirst().reduce(lines[0].box) { $0.joined(with: $1.box) }
      self.columns = columns
    }
  }

  /// Two or three columns whose lines are long and nearly all full, or that each begin with a numbered heading, are a page
  /// set in columns.
  ///
  /// - Parameter areHeaded: only where they begin with headings.
  func proseColumns(_ lines: [PrintedLine], _ gutters: Gutters, areHeaded: Bool = false) -> ProseColumns? {
    guard gutters.count <= 2 else { return nil }
    let borders = [-Double.infinity] + gutters.middles + [.infinity]
    var columns: [[PrintedLine]] = []
    for column in borders.indices.dropLast() {
      let part = lines.compactMap { line in
        let words = line.words.filter { $0.box.middleX > borders[column] && $0.box.middleX < borders[column + 1] }
        return words.isEmpty ? nil : PrintedLine(words)
      }
      columns.append(part)
    }
    let areProse = !areHeaded && lines.count >= 6 && columns.allSatisfy { Self.isProse($0, em: em) }
    return areProse || Self.areHeaded(columns) ? ProseColumns(columns, of: lines) : nil
  }

  /// 施策１ 空き家の活用 beside 施策２ 関係人口の拡大, lines below each: two parts of the plan, no header of a table.
  private static func areHeaded(_ columns: [[PrintedLine]]) -> Bool {
    guard columns.count > 1, columns.allSatisfy({ $0.count > 1 }) else { return false }
    let heads = columns.map { NumberedHead($0[0]) }
    guard let first = heads[0] else { return false }
    return heads.enumerated().allSatisfy { $1?.label == first.label && $1?.number == first.number + $0 }
  }

  /// The label and number that a line begins with, where a title follows: 施策 and 1 of 施策１ 空き家の活用.
  private struct NumberedHead {
    let label: String
    let number: Int

    /// What makes a number a quantity or a date: 令和6年度実績, 第1期, 3人.
    private static let counters: Set<Character> = [
      "年", "期", "回", "次", "月", "日", "時", "人", "件", "%", "か", "ヶ", ",", ".", "-",
    ]
    private static let longestLabel = 8
    private static let shortestTitle = 3
    private static let mostDigits = 3

    init?(_ line: PrintedLine) {
      let written = line.text
      if let circled = written.unicodeScalars.first, (0x2460...0x2473).contains(circled.value) {
        guard written.count > Self.shortestTitle else { return nil }
        label = "①"
        number = Int(circled.value - 0x245F)
        return
      }
      let text = written.folded
      label = String(text.prefix { !Self.isDigit($0) })
      let digits = text.dropFirst(label.count).prefix(while: Self.isDigit)
      let title = text.dropFirst(label.count + digits.count).drop { ") 　:：".contains($0) }
      guard digits.count <= Self.mostDigits, let number = Int(digits), !label.isEmpty, label.count <= Self.longestLabel,
        title.count >= Self.shortestTitle,
        title.first.map({ $0.isLetter && !Self.counters.contains($0) }) ?? false
      else { return nil }
      self.number = number
    }

    private static func isDigit(_ letter: Character) -> Bool { letter.isASCII && letter.isNumber }
  }

  /// Long lines, nearly all of them full.
  static func isProse(_ lines: [PrintedLine], em: Double) -> Bool {
    guard lines.count >= 5, let right = lines.map(\.box.x1).max() else { return false }
    let full = lines.count { $0.box.x1 > right - 2 * em }
    let letters = lines.reduce(0) { $0 + $1.letters } / lines.count
    return letters >= 11 && full * 10 >= lines.count * 6
  }
}
