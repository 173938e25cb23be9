import KeikakuText

/// Items of lists that state a figure or a particular of a node, by which nothing is done.
extension DocumentReader {
  /// Tells of 基準値（H26）：3人 among what is done, and takes めざす姿：災害に備えるまち for the node's text.
  mutating func dropStatements(from items: inout [ListItem], below entry: Int) {
    items.removeAll { item in
      if NamedFigure.holds(item.text.text) {
        diagnostics.append(.unreadStatement(at: item.text.source))
        return true
      }
      return (statesFigures(item.text.text) || isRow(item.text.text)) && tellUnread(item.text)
    }
    let particulars = items.filter { isParticular($0.text.text) }
    guard !particulars.isEmpty else { return }
    appendTexts(of: particulars, to: node(at: entry) ?? section(above: entry))
    items.removeAll { isParticular($0.text.text) }
  }

  /// Takes the items of a list that the text above the node announces: all of them where each states a figure, else those
  /// whose name counts or measures.
  mutating func takeAnnounced(_ items: inout [ListItem], below entry: Int) {
    guard announced.entries.contains(entry) else { return }
    var context = proseContext(entry)
    context.isUnderIndicatorHeading = true
    context.isItem = true
    let found = items.map { proseReader.indicators(in: $0.text, context: context) }
    let areAll = found.allSatisfy { !$0.isEmpty }
    let taken = found.map { areAll || $0.count == 1 && measures($0[0].indicator.name) }
    for (readings, isTaken) in zip(found, taken) where isTaken { _ = take(readings, below: entry) }
    items = zip(items, taken).compactMap { $1 ? nil : $0 }
  }

  /// 参加者数, but not the sums of money that stand beside what is done.
  private func measures(_ name: String) -> Bool {
    Self.measures.end(name) && !Self.costs.contains(where: name.contains)
  }

  private static let measures = WordEndings(["数", "率", "割合", "額", "量", "人口"])
  private static let costs = ["予算", "決算", "事業", "補助", "委託", "限度", "総額"]

  /// Tells of the items that hold the cells of a table, of which no indicator was read.
  mutating func tellRunTogether(_ items: [ListItem], since known: Int) {
    for item in items where RunTogetherTable.holds(item.text.text) {
      let source = item.text.source
      guard !indicators[known...].contains(where: { source.indices.contains(Int($0.indicator.source.start)) }) else {
        continue
      }
      diagnostics.append(.runTogetherText(at: source))
    }
  }

  /// An item that tells a change in figures which no rule reads is no action.
  mutating func tellChange(_ text: MappedText, below entry: Int) -> Bool {
    guard isUnreadChange(text.text, below: entry) else { return false }
    diagnostics.append(.unreadStatement(at: text.source))
    return true
  }

  /// 基準値（H26）：3人, or 市内就職率　Ｒ５　48.2％　Ｒ11　55.0％: a label of a value with its figure, or several years each with a
  /// figure.
  private func statesFigures(_ text: String) -> Bool {
    // The cheap question: most of what is done is told without a digit.
    guard text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 || $0 == 0xEF }) else { return false }
    if ColumnRole.valueLabels.contains(where: text.hasPrefix), text.contains(where: { ":：".contains($0) }),
      text.contains(where: \.isNumber)
    {
      return true
    }
    // Most items have no blank at all.
    guard text.utf8.contains(where: { $0 == 0x20 }) || text.contains("　") else { return false }
    let pieces = text.split(whereSeparator: \.isWhitespace).map(String.init)
    return pieces.count(where: ValueLook.isYear) > 1 && pieces.count(where: ValueLook.isFigure) > 1
  }

  /// 空き家バンク登録件数 56件 27件: a row that has come out of its table. Amounts of money stand beside what is done.
  private func isRow(_ text: String) -> Bool {
    text.utf8.contains(Ascii.space) && !text.contains("円") && RunTogetherTable.isRow(text)
  }

  /// 主管課：防災危機管理課, 現状　　県平均を下回っている。: a label and what it holds.
  private func isParticular(_ text: String) -> Bool {
    if Self.situations.contains(where: { text.hasPrefix($0 + "　　") || text.hasPrefix($0 + "  ") }) { return true }
    // The cheap question: a colon, or the last byte of a wide one.
    guard text.utf8.prefix(Self.longestLabel * 3 + 3).contains(where: { $0 == 0x3A || $0 == 0x9A }),
      let colon = text.prefix(Self.longestLabel).firstIndex(where: { ":：".contains($0) })
    else { return false }
    return Self.particulars.contains(String(text[..<colon]).folded.filter { $0 != " " })
  }

  private static let situations = ["現状", "課題", "現状と課題", "背景", "目的", "めざす姿", "目指す姿"]

  /// In letters.
  private static let longestLabel = 10

  private static let particulars: Set<String> = [
    "めざす姿", "目指す姿", "主管課", "担当課", "所管課", "担当部署", "関係課", "関連施策", "関連計画", "関連する計画", "根拠法令", "SDGs", "対象", "期間",
    "実施期間", "予算額", "事業費", "財源",
  ]
}
