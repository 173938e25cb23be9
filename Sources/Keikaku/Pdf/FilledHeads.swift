/// Joins a header of coloured cells without lines to the drawn body below it, which comes as a table of its own.
///
///     ▓▓指標▓▓▓▓▓▓▓▓▓▓▓▓▓現状値▓▓▓▓▓▓目標値▓▓
///     |講座の受講者数    | 820人   | 1,000人  |
struct FilledHeads {
  let judge: TableJudge
  /// A white line may part the colour from the rules; edges of the two are drawn with lines of another width.
  private static let slack = 4.0

  func join(_ items: inout [PageLayout.Item]) {
    var place = 0
    while place < items.count {
      if let head = self.place(ofHeadAbove: place, in: items), case .table(let body) = items[place].content,
        let rows = rows(of: items[head], above: body)
      {
        var whole = body
        whole.rows = rows + body.rows
        whole.box = items[head].box.joined(with: body.box)
        items[place] = PageLayout.Item(content: .table(whole), box: whole.box)
        items.remove(at: head)
        if head < place { place -= 1 }
      }
      place += 1
    }
  }

  private func place(ofHeadAbove place: Int, in items: [PageLayout.Item]) -> Int? {
    guard case .table(let body) = items[place].content, !isHeader(body.rows.prefix(1)) else { return nil }
    return items.indices.first { rows(of: items[$0], above: body) != nil }
  }

  /// The rows of the item in the columns of the body, if it is the header that stands right above it.
  private func rows(of item: PageLayout.Item, above body: PageTable) -> [[PageTable.Cell]]? {
    guard case .table(let head) = item.content, head.form == .ruled, body.form == .ruled,
      abs(body.box.y0 - head.box.y1) <= Self.slack, isHeader(head.rows[...])
    else { return nil }
    let outer = [(head.borders.first, body.borders.first), (head.borders.last, body.borders.last)]
    guard outer.allSatisfy({ abs(($0 ?? 0) - ($1 ?? 0)) <= Self.slack }) else { return nil }
    let agree = head.borders.allSatisfy { border in body.borders.contains { abs($0 - border) <= Self.slack } }
    return agree ? head.spread(to: body.borders).rows : nil
  }

  /// Names of columns, and no figure beside them.
  private func isHeader(_ rows: ArraySlice<[PageTable.Cell]>) -> Bool {
    let cells = rows.joined().filter { !$0.isEmpty }
    return cells.count >= 2 && cells.contains(where: judge.isHeaderWord)
      && !cells.contains { $0.lines.contains(where: TableJudge.isFigure) }
  }
}

extension BorderGrid {
  /// Marks the borders at which two coloured areas meet that stand side by side: cells of a header that only their colour and
  /// the rules below it part.
  mutating func markEdges(of fills: [PageBox]) {
    let inside = fills.filter { box.contains(x: $0.middleX, y: $0.middleY) }
    guard inside.count >= 2, inside.count <= 500 else { return }
    for x in xs.indices.dropFirst().dropLast() {
      for left in inside where abs(left.x1 - xs[x]) <= 3 {
        for right in inside where abs(right.x0 - xs[x]) <= 3 {
          let (from, to) = (max(left.y0, right.y0), min(left.y1, right.y1))
          if from < to { markVertical(PdfRule(position: xs[x], from: from, to: to)) }
        }
      }
    }
  }
}
