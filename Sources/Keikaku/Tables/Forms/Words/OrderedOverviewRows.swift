/// The rows of an overview whose cells stand one blank apart, each goal before its measures.
///
///     基本目標 施策
///     基本目標1 しごとをつくる 施策1 農業の振興
///     施策2 観光の振興
struct OrderedOverviewRows {
  let rows: TextLines
  let headings: HeadingReader

  /// Nil where a line begins neither as the first goal does nor as the first measure, nor goes on with the one above.
  func rows(_ lines: [WordTableLine]) -> [[Table.Cell]]? {
    guard let first = lines.first.flatMap({ look($0.segments[0]) }) else { return nil }
    var result: [[[Range<Int>]]] = []
    for line in lines {
      let sources = line.segments.map { [$0.source] }
      if let look = look(line.segments[0]) {
        guard sources.count <= 2 else { return nil }
        result.append(sources.count == 2 ? sources : look == first ? [sources[0], []] : [[], sources[0]])
      } else {
        guard sources.count == 1, let last = result.indices.last else { return nil }
        result[last][result[last][1].isEmpty ? 0 : 1] += sources[0]
      }
    }
    return result.map(CellsOfPieces(rows: rows).row)
  }

  private func look(_ segment: LineSegment) -> Look? {
    let candidate = headings.read(segment.source)
    guard candidate.number != nil else { return nil }
    return Look(
      label: candidate.label.map(rows.string), numberStyle: candidate.numbering?.style ?? .none, mark: candidate.mark)
  }

  private struct Look: Equatable {
    var label: String?
    var numberStyle: Heading.NumberStyle
    var mark: Unicode.Scalar?
  }
}
