/// Reads the two tiers of a header in a table that blank space alone makes.
///
///                         基準値          目標値
///     指標        単位
///                        令和5年度   令和7年度  令和10年度
///     講座の受講者数  人    820       860       1,000
///
/// The upper tier has fewer labels than the lower one and stands over its columns alone; what has one tier stands level with
/// either or half-way between them, in the other columns.
struct OpenTiers {
  /// The header's rows, and how many of the lines they take.
  let rows: [[PageTable.Cell]]
  let lineCount: Int

  /// No header has more lines.
  private static let limit = 4

  /// Nil where the lines above the first figure are no such header.
  init?(_ lines: [PrintedLine], borders: [Double], em: Double) {
    let columnCount = borders.count - 1
    func column(of piece: PrintedLine) -> Int {
      borders.indices.dropFirst().dropLast().last { borders[$0] <= piece.box.middleX } ?? 0
    }
    let body = lines.prefix(Self.limit + 1).firstIndex { line in
      line.pieces(em: em).contains { column(of: $0) > 0 && TableJudge.isFigure($0) }
    }
    guard let body, (2...Self.limit).contains(body), columnCount > 2 else { return nil }
    let heads = lines[..<body].map { $0.segments(gap: Gutters.width * em) }
    guard let lower = heads.last?.filter(TableJudge.isPeriod), let first = lower.map(column).min(),
      let last = lower.map(column).max(), lower.count == last - first + 1, Set(lower.map(column)).count == lower.count
    else { return nil }
    let tiered = first..<last + 1
    let lefts = (0..<columnCount).map { place in lower.first { column(of: $0) == place }?.box.x0 }
    let others = heads.joined().filter { !tiered.contains(column(of: $0)) }
    let upper = heads.dropLast().joined().filter { tiered.contains(column(of: $0)) }
    guard upper.count < lower.count, upper.count > 0, upper.count + lower.count + others.count == heads.joined().count,
      Set(others.map(column)).count == others.count,
      upper.allSatisfy({ abs($0.center - upper[0].center) < 0.3 * em }),
      let ranges = HeadTiers(borders: borders, lefts: lefts).columns(of: upper, among: tiered)
    else { return nil }
    var rows = [[PageTable.Cell]](repeating: (0..<columnCount).map { _ in PageTable.Cell() }, count: 2)
    for (label, range) in zip(upper.sorted { $0.box.x0 < $1.box.x0 }, ranges) {
      rows[0][range.lowerBound].lines = [label]
      rows[0][range.lowerBound].columnSpan = range.count
      for covered in range.dropFirst() { rows[0][covered].isCovered = true }
    }
    for label in lower { rows[1][column(of: label)].lines = [label] }
    for label in others {
      rows[0][column(of: label)].lines = [label]
      rows[0][column(of: label)].rowSpan = 2
      rows[1][column(of: label)].isCovered = true
    }
    self.rows = rows
    lineCount = body
  }
}
