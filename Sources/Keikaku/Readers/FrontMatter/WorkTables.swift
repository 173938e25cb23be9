import KeikakuText

/// Tables that list works with the years of each: the years below their heads are those of a work and not the plan's.
///
///     事業名              担当部署     事業期間
///     駅前広場整備事業    都市整備課   R2～R7
struct WorkTables: Sendable {
  private static let names = WordTrie(ActionWords.names.map { ($0, true) })
  /// How the head of a column of works may begin or end where the lexicon does not know it whole: 実施施策, 工事箇所.
  private static let works = ["事業", "工事", "取組", "施策", "路線", "施設"]

  private let tables: [SourceRange]

  init(_ blocks: [Block]) {
    tables = blocks.compactMap { block in
      guard case .table(let table) = block.content, table.rows.count > 1, let head = table.rows.first,
        Self.listsWorks(head)
      else { return nil }
      return block.source
    }
  }

  /// Whether a line stands in such a table.
  func hold(_ line: SourceRange) -> Bool { tables.contains { $0.start < line.end && line.start < $0.end } }

  /// A head for a period beside one for the names of works.
  private static func listsWorks(_ head: [Table.Cell]) -> Bool {
    let filled = head.map(\.text).filter { !$0.isEmpty }
    guard filled.count > 1, filled.contains(where: { $0.contains("期間") }) else { return false }
    return filled.contains { cell in
      let key = FoldedText.bytes(of: cell).filter { $0 != Ascii.space }
      return names.whole(key[...]) != nil || works.contains { cell.hasPrefix($0) || cell.hasSuffix($0 + "名") }
    }
  }
}
