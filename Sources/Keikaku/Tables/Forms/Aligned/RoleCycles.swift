/// Rows that take turns at target and result, with the name of each pair beside one of them or between the two.
///
///                    目標   820   840
///     転入者数（人） 実績   798   805
struct RoleCycles {
  let headers: HeaderWords

  /// The rows with the name of each round on its first row.
  func settled(_ rows: [[Table.Cell]]) -> [[Table.Cell]] {
    guard rows.count > 1, let width = rows.first?.count, width > 2,
      let column = (1..<width).first(where: { takesTurns(rows, in: $0) })
    else { return rows }
    var result = rows
    for first in stride(from: 0, to: rows.count, by: 2) {
      for place in 0..<column where result[first][place].isEmpty {
        let below = result[first + 1][place]
        result[first + 1][place] = result[first][place]
        result[first][place] = below
      }
    }
    return result
  }

  /// Two words for values, turn by turn, over all rows.
  private func takesTurns(_ rows: [[Table.Cell]], in column: Int) -> Bool {
    let texts = rows.map { $0[column].text }
    guard rows.count.isMultiple(of: 2), texts[0] != texts[1],
      [texts[0], texts[1]].allSatisfy({ headers.role(of: $0)?.isValue == true })
    else { return false }
    return texts.indices.allSatisfy { texts[$0] == texts[$0 % 2] }
  }
}
