import KeikakuText

/// What stands behind a title in its line and is no part of it: a grade, the office in charge, a term.
///
///     施策①　観光と交流の拡大　　　評価：Ａ
///     （２）農業の振興（担当課：農林課）
///     施策 3-1   農林業の振興                    主管課   農政課
enum TitleTail {
  private static let labels: WordTrie<Bool> = {
    let forms = FormLabels.words.filter { $0.1.isParticular }.map { ($0.0, true) }
    let columns = ColumnRole.words.filter { [.grade, .department, .achievementRate].contains($0.1) }
    return WordTrie(forms + columns.map { ($0.0, true) })
  }()

  /// The longest tail, in bytes.
  private static let longest = 120

  /// The title without its tail.
  static func cut(from title: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let title = withoutCounts(withoutGoals(title, bytes), bytes)
    guard holdsColon(title, bytes) || holdsGap(title, bytes.span) else { return title }
    var cursor = ScalarCursor(bytes, title)
    while let (scalar, width) = cursor.peek() {
      let next = cursor.offset + width
      if opens(scalar), cursor.offset > title.lowerBound, title.upperBound - next <= longest,
        beginsTail(next..<title.upperBound, bytes) || beginsTailBehindGap(cursor.offset..<title.upperBound, bytes)
      {
        return WhiteSpace.trimmedEnd(title.lowerBound..<cursor.offset, in: bytes)
      }
      cursor.skip(width)
    }
    return title
  }

  /// 出生数 120 130 is the row of an indicator, whose figures are not let go.
  private static let measures = ["数", "率", "割合", "量", "額", "人口"].map { Array($0.utf8) }

  /// 子育て・教育 18 6: two bare figures and more behind a title are cells of its row. プラン 21 is a name.
  private static func withoutCounts(_ title: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var end = title.upperBound
    var counts = 0
    while let start = figureStart(title.lowerBound..<end, bytes) {
      end = WhiteSpace.trimmedEnd(title.lowerBound..<start, in: bytes).upperBound
      counts += 1
    }
    let name = title.lowerBound..<end
    return counts > 1 && !name.isEmpty && !measures.contains { Sentences.hasSuffix(bytes, name, $0) } ? name : title
  }

  /// 防災対策の推進          120,300千円: the sum of a table of budgets behind the title of a measure, with a wide gap before it.
  static func withoutSum(_ title: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var end = title.upperBound
    if let unit = sumUnits.first(where: { Sentences.hasSuffix(bytes, title, $0) }) { end -= unit.count }
    guard let start = figureStart(title.lowerBound..<end, bytes), start - widestBlank >= title.lowerBound,
      bytes[start - widestBlank..<start].allSatisfy({ $0 == Ascii.space })
    else { return title }
    let name = WhiteSpace.trimmedEnd(title.lowerBound..<start, in: bytes)
    return name.isEmpty || measures.contains { Sentences.hasSuffix(bytes, name, $0) } ? title : name
  }

  private static let sumUnits = ["百万円", "千円", "万円", "円"].map { Array($0.utf8) }

  /// Where the bare figure begins that stands behind a blank at the end.
  private static func figureStart(_ title: Range<Int>, _ bytes: [UInt8]) -> Int? {
    var start = title.upperBound
    while start > title.lowerBound, (0x30...0x39).contains(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: ",") {
      start -= 1
    }
    guard start < title.upperBound, start > title.lowerBound, bytes[start - 1] == Ascii.space else { return nil }
    return start
  }

  /// A blank or a bracket; no letter is looked up.
  private static func opens(_ scalar: UInt32) -> Bool {
    guard !(0x3040...0x9FFF).contains(scalar) else { return false }
    return scalar == 0x20 || scalar == 0x28 || HeadingMarks.brackets[scalar] != nil
  }

  private static func beginsGoals(at index: Int, _ end: Int, _ bytes: [UInt8]) -> Bool {
    guard bytes[index] == UInt8(ascii: "S") || bytes[index] == 0xEF else { return false }
    return goals.contains { bytes[index..<end].starts(with: $0) }
  }

  /// Whether a byte begins a kanji.
  private static func isKanjiLead(_ byte: UInt8) -> Bool { (0xE4...0xE9).contains(byte) }

  private static let goals = ["SDG", "ＳＤＧ"].map { Array($0.utf8) }
  private static let bars: Set<UInt32> = [0x20, 0x09, 0x7C, 0x2F, 0x2502, 0x28, 0x5B, 0x3010]

  /// 子育て支援の充実 ｜ SDGs 1 3 4: the goals of the United Nations that the title serves stand behind it.
  private static func withoutGoals(_ title: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    guard mayHoldGoals(title, bytes.span),
      let start = title.last(where: { beginsGoals(at: $0, title.upperBound, bytes) }), start > title.lowerBound,
      title.upperBound - start <= longest, !bytes[start..<title.upperBound].contains(where: isKanjiLead)
    else { return title }
    var cursor = ScalarCursor(bytes, title.lowerBound..<start)
    var end = title.lowerBound
    while let (scalar, width) = cursor.peek() {
      cursor.skip(width)
      if !bars.contains(scalar) { end = cursor.offset }
    }
    return end > title.lowerBound && end < start ? title.lowerBound..<end : title
  }

  /// The first bytes of the goals' names: hardly any title holds one.
  private static func mayHoldGoals(_ title: Range<Int>, _ bytes: borrowing Span<UInt8>) -> Bool {
    let end = title.upperBound
    return bytes.first(UInt8(ascii: "S"), from: title.lowerBound, to: end) < end
      || bytes.first(0xEF, from: title.lowerBound, to: end) < end
  }

  private static let wideColon = Array("：".utf8)

  private static func holdsColon(_ title: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    let end = title.upperBound
    if span.first(UInt8(ascii: ":"), from: title.lowerBound, to: end) < end { return true }
    var index = span.first(wideColon[0], from: title.lowerBound, to: end)
    while index < end {
      if bytes[index..<end].starts(with: wideColon) { return true }
      index = span.first(wideColon[0], from: index + 1, to: end)
    }
    return false
  }

  private static let widestBlank = 3

  /// Three blanks in a row: what stands behind them was set apart.
  private static func holdsGap(_ title: Range<Int>, _ bytes: borrowing Span<UInt8>) -> Bool {
    var index = bytes.first(Ascii.space, from: title.lowerBound, to: title.upperBound)
    while index + widestBlank <= title.upperBound {
      if bytes[index + 1] == Ascii.space, bytes[index + 2] == Ascii.space { return true }
      index = bytes.first(Ascii.space, from: index + 1, to: title.upperBound)
    }
    return false
  }

  /// A label behind a gap, and a blank behind it.
  private static func beginsTailBehindGap(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let rest = range.drop { bytes[$0] == Ascii.space }
    guard rest.startIndex - range.lowerBound >= widestBlank else { return false }
    let folded = FoldedText.bytes(of: bytes[rest])
    guard let word = labels.longestMatch(in: folded.span, at: 0, limit: folded.count) else { return false }
    return folded.dropFirst(word.length).first == Ascii.space
  }

  /// A label with a colon behind it.
  private static func beginsTail(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    labels.labels(FoldedText.bytes(of: bytes[range])[...])
  }
}

extension WordTrie {
  /// Whether folded bytes begin with a word and a colon behind it: 担当課：企画課.
  func labels(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let word = longestMatch(in: bytes.span, at: 0, limit: bytes.count) else { return false }
    return bytes.dropFirst(word.length).first == UInt8(ascii: ":")
  }
}

extension FormField {
  /// An office, a sum or a time: what a form says beside the text.
  fileprivate var isParticular: Bool {
    switch self {
    case .department, .budget, .period: true
    default: false
    }
  }
}
