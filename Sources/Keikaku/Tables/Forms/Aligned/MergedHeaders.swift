/// Finds header cells that stand over several columns, by what stands below them.
///
///              目標値
///     基準値   R5     R6
///
/// 目標値 is centred over two columns and touches neither; a year below that has nothing above it belongs to the nearest
/// such cell.
struct MergedHeaders {
  let headers: HeaderWords
  /// The columns that rows fill.
  let filled: Set<Int>

  /// The header's lines with merged cells spread over their columns.
  func spread(_ lines: [AlignedLine]) -> [AlignedLine] {
    var result = lines
    for (order, line) in lines.enumerated().dropLast() {
      for below in lines[(order + 1)...] {
        if share(&result[order], among: below) { continue }
        for piece in below.pieces where isPart(piece.text) && isBare(piece.column, in: lines[...order]) {
          guard let owner = owner(of: piece, below, in: line) else { continue }
          extend(&result[order].pieces[owner], over: piece.column)
        }
      }
    }
    return result
  }

  /// Deals the parts of a line to the words for values above it: where pairs of 年度 and 数値 show whose they are, or where
  /// there are more years than words; false where this is not so.
  private func share(_ line: inout AlignedLine, among below: AlignedLine) -> Bool {
    let owners = line.pieces.indices.filter {
      headers.role(of: line.pieces[$0].text)?.isValue == true && !isWhole(line.pieces[$0], below)
    }
    guard owners.count > 1 else { return false }
    let columns = Set(owners.map { line.pieces[$0].column })
    let parts = below.pieces.filter {
      isPart($0.text) && (columns.contains($0.column) || line.piece($0.column) == nil)
    }
    let heads = owners.map { (role: headers.role(of: line.pieces[$0].text), center: line.pieces[$0].center) }
    let groups = HeadPartGroups(
      parts: parts.map { .init(isYear: ValueLook.isYear($0.text), text: $0.text, center: $0.center) }, heads: heads)
    if let counts = groups.counts {
      extend(&line, owners, over: parts, counts)
      return true
    }
    let years = parts.filter { ValueLook.isYear($0.text) }
    guard years.count > owners.count, let counts = YearShares(years: years.map(\.center), heads: heads).counts else {
      return false
    }
    extend(&line, owners, over: years, counts)
    return true
  }

  /// Spreads heads over so many of the parts each, from left to right.
  private func extend(_ line: inout AlignedLine, _ owners: [Int], over parts: [AlignedLine.Piece], _ counts: [Int]) {
    var next = 0
    for (owner, count) in zip(owners, counts) {
      line.pieces[owner].column = parts[next].column
      line.pieces[owner].columnSpan = parts[next + count - 1].column + 1 - parts[next].column
      next += count
    }
  }

  /// A year, or 年度 and 値 as the two parts of a value.
  private func isPart(_ text: String) -> Bool { ValueLook.isYear(text) || HeaderWords.partsOfValue[text] != nil }

  private func isBare(_ column: Int, in lines: ArraySlice<AlignedLine>) -> Bool {
    lines.allSatisfy { $0.piece(column) == nil }
  }

  /// The nearest cell of a line that is not itself the whole head of a column.
  private func owner(of piece: AlignedLine.Piece, _ below: AlignedLine, in line: AlignedLine) -> Int? {
    let merged = line.pieces.indices.filter { !isWhole(line.pieces[$0], below) }
    let order = merged.min { distance(line.pieces[$0], piece) < distance(line.pieces[$1], piece) }
    guard let order, headers.role(of: line.pieces[order].text) != nil else { return nil }
    return abs(line.pieces[order].column - piece.column) <= 4 ? order : nil
  }

  /// Figures stand below it and no year between.
  private func isWhole(_ head: AlignedLine.Piece, _ below: AlignedLine) -> Bool {
    filled.contains(head.column) && below.piece(head.column) == nil
  }

  private func distance(_ left: AlignedLine.Piece, _ right: AlignedLine.Piece) -> Int {
    abs(left.center - right.center)
  }

  private func extend(_ piece: inout AlignedLine.Piece, over column: Int) {
    let first = min(piece.column, column)
    let last = max(piece.column + piece.columnSpan - 1, column)
    piece.column = first
    piece.columnSpan = last + 1 - first
  }
}
