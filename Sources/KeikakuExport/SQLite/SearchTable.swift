/// The full-text table `search`, which finds words of two letters such as 観光.
///
/// A tokenizer of three letters would miss them. The column `bigrams` holds every two neighbouring letters of a text,
/// with blanks between; a word is found as the phrase of its own pairs. Punctuation is dropped by the tokenizer on both
/// sides alike.
enum SearchTable {
  static let create = """
    create virtual table search using fts5(
      bigrams, element unindexed, element_id unindexed, plan_id unindexed, text unindexed,
      tokenize = 'unicode61 remove_diacritics 0'
    );

    """
  static let insert = "insert into search values (?, ?, ?, ?, ?)"

  /// The pairs of neighbouring characters; a text of one is itself.
  static func bigrams(of text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 1 else { return text }
    var pairs = String.UnicodeScalarView()
    for index in 1..<scalars.count {
      if index > 1 { pairs.append(" ") }
      pairs.append(scalars[index - 1])
      pairs.append(scalars[index])
    }
    return String(pairs)
  }

  /// Where the searched texts of a table stand, nil where it has none.
  struct Layout: Sendable {
    let table: String
    private let key: Int
    private let plan: Int?
    private let texts: [Int]

    init?(_ table: TableSchema) {
      texts = table.columns.indices.filter { table.columns[$0].isSearched }
      guard !texts.isEmpty else { return nil }
      self.table = table.name
      key = table.columns.firstIndex { $0.name == table.primaryKey[0] }!
      plan = table.columns.firstIndex { $0.name == "plan_id" }
    }

    /// The row of `search` for a row of the table; nil where it has no text.
    func entry(_ row: [CellValue]) -> [CellValue]? {
      let texts = texts.compactMap { if case .text(let text) = row[$0], !text.isEmpty { text } else { nil } }
      guard !texts.isEmpty else { return nil }
      let text = texts.joined(separator: "\n")
      return [.text(SearchTable.bigrams(of: text)), .text(table), row[key], plan.map { row[$0] } ?? .null, .text(text)]
    }
  }
}
