/// Tells which columns the labels of a header's upper tier cover, where no upright rule shows it.
///
///     指標      単位     基準値          目標値
///                      ---------------------------
///                      令和5年度   令和7年度   令和10年度
///     ------------------------------------------------
///
/// Each label is centred over its columns, or begins where the first of them begins. The rule between the tiers, and the
/// labels of the lower one, show which columns have two tiers: the labels above share these out among them, in order and
/// without a gap. Where a label stands over the edge of a column by a little alone tells nothing, since the strip between two
/// columns lies where their figures leave it, not where the cells part.
struct HeadTiers {
  /// The columns' borders and, between them, the free strips in which the true borders lie.
  let borders: [Double]
  /// Where the texts of each column begin below the upper tier; nil without any.
  let lefts: [Double?]

  /// So many columns or labels are no header.
  private static let limit = 40

  /// For each label from left to right the columns that it covers; nil where the labels do not share the columns out.
  func columns(of labels: [PrintedLine], among tiered: Range<Int>) -> [Range<Int>]? {
    let labels = labels.sorted { $0.box.x0 < $1.box.x0 }
    guard !labels.isEmpty, labels.count <= tiered.count, tiered.count <= Self.limit else { return nil }
    if labels.count == tiered.count { return tiered.map { $0..<$0 + 1 } }
    let ways = [shared(labels, tiered, by: offCentre), shared(labels, tiered, by: offLeft)].compactMap { $0 }
    guard let best = ways.min(by: { $0.cost < $1.cost }) else { return nil }
    let stand = zip(labels, best.ranges).allSatisfy { label, range in
      borders[range.lowerBound] < label.box.middleX && label.box.middleX < borders[range.upperBound]
    }
    return stand ? best.ranges : nil
  }

  private typealias Sharing = (cost: Double, ranges: [Range<Int>])

  /// The way to part the columns among the labels that costs least.
  private func shared(
    _ labels: [PrintedLine], _ tiered: Range<Int>, by cost: (PrintedLine, Range<Int>) -> Double
  ) -> Sharing? {
    // For each column the best way to part the columns before it among the labels so far.
    var best: [Int: Sharing] = [tiered.lowerBound: (0, [])]
    for label in labels {
      var next: [Int: Sharing] = [:]
      // In order, so that of two equal ways the same is taken every time.
      for start in tiered {
        guard let sharing = best[start] else { continue }
        for end in start + 1...tiered.upperBound {
          let total = sharing.cost + cost(label, start..<end)
          if total < next[end]?.cost ?? .infinity { next[end] = (total, sharing.ranges + [start..<end]) }
        }
      }
      best = next
    }
    return best[tiered.upperBound].flatMap { $0.cost.isFinite ? $0 : nil }
  }

  private func offCentre(_ label: PrintedLine, _ range: Range<Int>) -> Double {
    abs(label.box.middleX - (borders[range.lowerBound] + borders[range.upperBound]) / 2)
  }

  private func offLeft(_ label: PrintedLine, _ range: Range<Int>) -> Double {
    lefts[range.lowerBound].map { abs(label.box.x0 - $0) } ?? .infinity
  }
}

/// Merges the cells of a header's upper tiers in a grid that has no upright rules.
struct HeadMerging {
  let lines: [PrintedLine]
  /// The horizontal rules of the table.
  let rules: [PdfRule]
  let em: Double

  func merge(_ grid: inout BorderGrid) {
    for y in grid.ys.indices.dropFirst().dropLast() {
      guard !holdsFigure(lines(of: grid, above: y)) else { return }
      for rule in rules where abs(rule.position - grid.ys[y]) <= 3.2 { merge(&grid, above: rule, at: y) }
    }
  }

  /// The lines without the labels that stand above a rule between two tiers: one that is centred over two columns shows no
  /// column of its own.
  var linesWithoutUpperLabels: [PrintedLine] {
    let widest = rules.map(\.length).max() ?? 0
    let body = lines.first { holdsFigure([$0]) }?.center ?? -.infinity
    let tiers = rules.filter { rule in
      rule.length < widest - 8 && rule.position < body
        && lines.contains { rule.position < $0.center && $0.center < body && $0.isIn(rule) }
    }
    guard !tiers.isEmpty else { return lines }
    return lines.compactMap { line in
      let words = line.words.filter { word in
        !tiers.contains { line.center < $0.position && $0.from < word.box.middleX && word.box.middleX < $0.to }
      }
      return words.isEmpty ? nil : PrintedLine(words)
    }
  }

  /// The rule parts two tiers where it leaves columns out, and every column below it has a label of its own.
  private func merge(_ grid: inout BorderGrid, above rule: PdfRule, at y: Int) {
    let tiered = grid.xs.indices.dropLast().filter { column in
      let middle = (grid.xs[column] + grid.xs[column + 1]) / 2
      return rule.from - 1 <= middle && middle <= rule.to + 1
    }
    guard tiered.count >= 2, tiered.count < grid.columnCount, let first = tiered.first, let last = tiered.last else {
      return
    }
    let extent = grid.xs[first]...grid.xs[last + 1]
    let below = labels(grid, from: y, within: extent)
    let isLabelled = tiered.allSatisfy { column in
      below.contains { grid.xs[column] < $0.box.middleX && $0.box.middleX < grid.xs[column + 1] }
    }
    guard isLabelled, !below.contains(where: TableJudge.isFigure) else { return }
    var borders = grid.xs
    // The rule begins and ends where the cells do.
    borders[first] = rule.from
    borders[last + 1] = rule.to
    let lefts = grid.xs.indices.dropLast().map { column in
      below.filter { grid.xs[column] < $0.box.middleX && $0.box.middleX < grid.xs[column + 1] }.map(\.box.x0).min()
    }
    let above = labels(grid, from: y - 1, within: extent)
    let tiers = HeadTiers(borders: borders, lefts: lefts)
    guard let ranges = tiers.columns(of: above, among: first..<last + 1) else { return }
    for range in ranges {
      for x in range.dropFirst() { grid.parts[x][y - 1] = false }
      grid.parts[range.lowerBound][y - 1] = true
    }
    grid.parts[last + 1][y - 1] = true
  }
}

extension HeadMerging {
  private func lines(of grid: BorderGrid, above y: Int) -> [PrintedLine] {
    lines.filter { grid.ys[y - 1] < $0.center && $0.center < grid.ys[y] }
  }

  private func holdsFigure(_ lines: [PrintedLine]) -> Bool {
    lines.contains { $0.pieces(em: em).contains(where: TableJudge.isFigure) }
  }

  /// The labels of a row of the grid, those of several lines as one.
  private func labels(_ grid: BorderGrid, from row: Int, within extent: ClosedRange<Double>) -> [PrintedLine] {
    var labels: [PrintedLine] = []
    for segment in lines(of: grid, above: row + 1).flatMap({ $0.segments(gap: Gutters.width * em) })
    where extent.contains(segment.box.middleX) {
      let same = labels.firstIndex { $0.box.x0 < segment.box.x1 && segment.box.x0 < $0.box.x1 }
      if let same { labels[same] = PrintedLine(labels[same].words + segment.words) } else { labels.append(segment) }
    }
    return labels
  }
}

extension PrintedLine {
  /// A word of it stands below or above the rule.
  fileprivate func isIn(_ rule: PdfRule) -> Bool {
    words.contains { rule.from < $0.box.middleX && $0.box.middleX < rule.to }
  }
}
