/// Which labels a document sets below which others, where the words alone would make them siblings or turn them round:
/// 政策1 below 基本方向1, 施策パッケージ① below 基本目標1.
///
/// A label stands below another where the document sets it deeper throughout, by Markdown or by blanks, or where the two come in
/// turn: 柱1, 目標1, 目標2, 柱2, 目標3. Labels that only follow each other, all of the one before all of the other, do not.
struct NestedLabels {
  private struct Use {
    var level: Int
    var indent: Int
  }

  private var wholes: [String: Set<String>] = [:]

  /// So many labels are told apart at most; a plan has five.
  private static let mostLabels = 12

  init(_ headings: [Heading]) {
    var labels: [String] = []
    var uses: [String: [Use]] = [:]
    var order: [String] = []
    for heading in headings {
      guard let label = heading.label, let kind = heading.labelKind, kind != .section, heading.number != nil else {
        continue
      }
      labels.append(label)
      if uses[label] == nil { order.append(label) }
      uses[label, default: []].append(Use(level: heading.markdownLevel, indent: heading.indent))
    }
    guard order.count > 1, order.count <= Self.mostLabels else { return }
    for (place, upper) in order.enumerated() {
      for lower in order[(place + 1)...]
      where isDeeper(uses[lower] ?? [], than: uses[upper] ?? []) || comeInTurn(upper, lower, labels) {
        wholes[lower, default: []].insert(upper)
      }
    }
  }

  /// The labels of the nodes that a heading may be a part of.
  func wholes(of heading: Heading) -> Set<String> { heading.label.flatMap { wholes[$0] } ?? [] }

  private func isDeeper(_ lower: [Use], than upper: [Use]) -> Bool {
    let levels = (upper.map(\.level).max() ?? 0, lower.map(\.level).min() ?? 0)
    if levels.0 > 0, levels.1 > 0 { return levels.1 > levels.0 }
    guard levels == (0, 0) else { return false }
    return lower.map(\.indent).min() ?? 0 > upper.map(\.indent).max() ?? 0
  }

  /// At least twice the lower follows the upper and once the upper the lower, and each upper but the last has some below it.
  private func comeInTurn(_ upper: String, _ lower: String, _ labels: [String]) -> Bool {
    let pair = labels.filter { $0 == upper || $0 == lower }
    var (descents, repeats) = (0, 0)
    for (first, second) in zip(pair, pair.dropFirst()) where first == upper {
      if second == lower { descents += 1 } else { repeats += 1 }
    }
    return descents > 1 && repeats == 0
  }
}
