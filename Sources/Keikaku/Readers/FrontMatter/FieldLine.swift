import KeikakuText

/// Tells lines that are the labels of a form or the heads of a table, alone or with what they label: no document is called so.
///
///     実績値                          one label
///     指標名 基準値 目標値 達成率       the heads of a table
///     実績値：320人                   a label with its figure
enum FieldLine {
  private static let labels = WordTrie(
    (ColumnRole.words.map(\.0) + HeaderSideWords.words.map(\.0) + FormLabels.words.map(\.0) + GroupHeads.words.map(\.0)
      + others).map { ($0, true) })
  /// Labels that head no column and no group of a plan.
  private static let others = """
    評価年度 評価時期 評価者 評価日 作成日 作成日時 作成者 作成責任者 事務事業名 計画事業名 事務事業 基本項目 基本情報 公約番号 担当者 連絡先 トータルコスト
    妥当性 必要性 有効性 効率性 成果 見直し 中間評価 最終評価 期末評価 事後評価
    """.listedWords

  /// The heads of a table, or a label with its figure.
  static func isRow(_ line: FrontLine) -> Bool {
    guard line.key.count <= longest else { return false }
    if isFigure(line) { return true }
    let pieces = line.text.split(whereSeparator: \.isWhitespace)
    guard pieces.count > 2 else { return false }
    let words = words(pieces)
    return words.allSatisfy(isMadeOfLabels) && words.count(where: holdsLabel) > 1
  }

  /// One label, or two: 達成状況, 目標の達成状況, 項目 目標値.
  static func isLabel(_ line: FrontLine) -> Bool {
    guard line.key.count <= longest, !line.key.contains(where: isDigit), !line.has(where: isPlan) else { return false }
    let pieces = line.text.split(whereSeparator: \.isWhitespace)
    guard pieces.count < 3 else { return false }
    let words = words(pieces)
    // 令和5年度 施策評価 and 施策評価 are what a report is called.
    return words.allSatisfy(isMadeOfLabels) && words.contains(where: holdsLabel)
      && !(words.count == 1 && namesReview(words[0]))
  }

  /// A label that the lexicon knows whole, as it stands over a column.
  static func isHead(_ line: FrontLine) -> Bool { labels.whole(line.key[...]) != nil }

  private static func words(_ pieces: [Substring]) -> [[UInt8]] {
    pieces.map { FoldedText.compactBytes(of: String($0)) }
  }

  private static func holdsLabel(_ word: [UInt8]) -> Bool {
    word.contains { $0 >= 0x80 } && HeaderSideWords.neutralWords.whole(word[...]) == nil
      && labels.longestMatch(atStartOf: word[...]) != nil
  }

  /// In bytes.
  private static let longest = 240

  private static func isPlan(_ word: PlanWord) -> Bool {
    switch word {
    case .upperPlan, .strategy, .populationVision, .priorityProjects: true
    default: false
    }
  }

  /// 施策評価, 事務事業評価結果: made of two labels, the name of a whole report.
  private static func namesReview(_ word: [UInt8]) -> Bool {
    let word = word.last == UInt8(ascii: ")") ? Array(word.prefix { $0 != UInt8(ascii: "(") }) : word
    return labels.whole(word[...]) == nil && reviews.contains { word.span.ends(with: $0.span) }
      && !word.span.holds("の".utf8.span)
  }

  private static let reviews = ["評価", "評価結果"].map { Array($0.utf8) }

  /// A label, or several run together; what stands in a bracket behind is a part of it.
  private static func isMadeOfLabels(_ word: [UInt8]) -> Bool {
    var end = word.count
    if word.last == UInt8(ascii: ")"), let open = word.lastIndex(of: UInt8(ascii: "(")) { end = open }
    var index = 0
    let bytes = word.span
    while index < end {
      if let match = labels.longestMatch(in: bytes, at: index, limit: end)
        ?? HeaderSideWords.neutralWords.longestMatch(in: bytes, at: index, limit: end)
      {
        index += match.length
      } else if isFigureByte(bytes[index]) {
        index += 1
      } else {
        return false
      }
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A digit or a mark of ASCII.
  private static func isFigureByte(_ byte: UInt8) -> Bool { byte < 0x41 || (0x5B...0x60).contains(byte) }

  /// 実績値：320人, 目標 - 120 140: a label and its figure.
  private static func isFigure(_ line: FrontLine) -> Bool {
    var key = line.key[...]
    for bullet in bullets where key.starts(with: bullet) { key = key.dropFirst(bullet.count) }
    guard let label = labels.longestMatch(atStartOf: key) else { return false }
    let name = String(decoding: key.prefix(label.length), as: UTF8.self)
    // 名称：〇〇町総合戦略 gives the title, 資料3 is the mark of a meeting's paper.
    guard !PlanLabels.names.contains(name), name != "資料" else { return false }
    var rest = key.dropFirst(label.length)
    if rest.first == UInt8(ascii: ":") {
      rest = rest.dropFirst()
    } else if line.words.contains(where: { $0.word != .progress && $0.range.lowerBound >= label.length }) {
      return false
    }
    guard let first = rest.first else { return false }
    return isDigit(first) || first == UInt8(ascii: "-")
      || ["△", "▲", "約"].contains { rest.starts(with: $0.utf8) }
  }

  private static let bullets = ["・", "•", "○", "●"].map { Array($0.utf8) }
}
