/// Takes the lines above a header for the names of its rows, where it has a column for them and none stand behind it.
///
/// `pdftotext` writes a column out before the one at its left where it stands higher on the page, and a header cell that is
/// centred beside two lines of years stands lower than the first name:
///
///     出生数
///     婚姻数
///
///     指標名
///
///     現状値
///     令和3年度
///     480人
///     90件
struct NamesAboveHeader {
  let rows: TextLines
  let reader: StackedItemReader
  /// Between the names and the header.
  private static let mostBlankLines = 2

  /// The walk with the names as the first of its runs; nil where no block of names stands above, or names stand behind the
  /// header.
  func joined(to walk: StackedWalk, from header: Int) -> StackedWalk? {
    guard let first = walk.heads.first, first.role == .name, walk.heads.count(where: { $0.role == .name }) == 1,
      !walk.items.joined().contains(where: { $0.sort == .words }),
      let names = names(above: header)
    else { return nil }
    var walk = walk
    walk.items.insert(names, at: 0)
    for index in walk.heads.indices.dropFirst() { walk.heads[index].run += 1 }
    return walk
  }

  private func names(above header: Int) -> [StackedItem]? {
    var line = header - 1
    while line > 0, header - line <= Self.mostBlankLines, rows.isBlank(line) { line -= 1 }
    guard line < header - 1 else { return nil }
    var names: [StackedItem] = []
    while line >= 0, !rows.isBlank(line), !rows.beginsPage(line + 1) {
      let items = reader.items(line, block: -1, hasUnits: false, partsWords: false)
      guard items.count == 1, items[0].sort == .words, !reader.isText(line), !items[0].text.hasSuffix("。") else {
        return nil
      }
      names.insert(items[0], at: 0)
      line -= 1
    }
    return names.last.map { NameContinuation.endsAsName($0.text) } == true ? names : nil
  }
}
