/// Sheets on which two pages were printed side by side.
///
/// They are told by the two page numbers that follow each other, left and right, and by a strip between them that no word enters.
/// Each of the two is a page of its own from then on; its words keep their places on the sheet.
enum SheetOfTwo {
  /// The pages of a file in reading order, sheets of two parted.
  static func parted(_ pages: [PrintedPage]) -> [PrintedPage] {
    let sheets = pages.map { Halves(of: $0) }
    // By how much the left page's number is ahead of twice the sheet's.
    let offsets = Set(sheets.compactMap { $0.flatMap(offset) })
    guard !offsets.isEmpty else { return pages }
    return zip(pages, sheets).flatMap { page, halves in
      guard let halves, offset(halves) != nil || offsets.contains(where: halves.carries) else { return [page] }
      return [halves.left, halves.right].filter { !$0.words.isEmpty }
    }
  }

  private static func offset(_ halves: Halves) -> Int? { halves.leftNumber.map { $0 - 2 * halves.left.number } }

  /// The two halves of a wide page that a free strip parts.
  private struct Halves {
    let left: PrintedPage
    let right: PrintedPage
    /// In letters.
    private static let narrowestStrip = 2.0
    private static let fewestLines = 3

    init?(of page: PrintedPage) {
      guard page.frame.isUpright, page.width > 1.2 * page.height, let middle = Self.border(page) else { return nil }
      left = PrintedPage(halfOf: page, from: 0, to: middle)
      right = PrintedPage(halfOf: page, from: middle, to: page.width)
    }

    /// Where a strip in the middle of the page is free of words; the page's own middle, if it lies there.
    private static func border(_ page: PrintedPage) -> Double? {
      let middle = page.width / 2
      let near = page.words.filter { abs($0.box.middleX - middle) < middle }.map(\.box)
      let from = near.map(\.x1).filter { $0 < middle + 0.05 * page.width }.max() ?? 0
      let to = near.map(\.x0).filter { $0 > middle - 0.05 * page.width }.min() ?? page.width
      let isFree = !near.contains { $0.x0 < from - 1 && $0.x1 > from + 1 || $0.x0 < to - 1 && $0.x1 > to + 1 }
      guard isFree, to - from >= narrowestStrip * page.em else { return nil }
      return from < middle && middle < to ? middle : (from + to) / 2
    }

    /// The left page's number, where the right one's is the next and stands level with it.
    var leftNumber: Int? {
      guard min(left.lines.count, right.lines.count) >= Self.fewestLines else { return nil }
      for line in left.outerNumbers {
        let isFollowed = right.outerNumbers.contains {
          $0.number == line.number + 1 && abs($0.center - line.center) < left.em
        }
        if isFollowed { return line.number }
      }
      return nil
    }

    /// One of the pages has the number that the file's other sheets let expect.
    func carries(offset: Int) -> Bool {
      let number = offset + 2 * left.number
      return left.outerNumbers.contains { $0.number == number }
        || right.outerNumbers.contains { $0.number == number + 1 }
    }
  }
}

extension PrintedPage {
  /// Lone numbers at its top and bottom.
  fileprivate var outerNumbers: [(number: Int, center: Double)] {
    lines.filter { $0.center < PageEdge.share * height || $0.center > (1 - PageEdge.share) * height }.compactMap {
      line in
      line.loneNumber.map { ($0.number, line.center) }
    }
  }
}

extension PageDrawing {
  /// What of a sheet's drawing lies on one of its pages, from that page's left edge.
  func part(of frame: PageTurn.Frame) -> PageDrawing {
    guard frame.isHalf else { return self }
    var part = PageDrawing()
    part.isCut = isCut
    for rule in horizontals {
      let (from, to) = (max(0, rule.from - frame.left), min(frame.width, rule.to - frame.left))
      if from < to { part.horizontals.append(PdfRule(position: rule.position, from: from, to: to)) }
    }
    for rule in verticals where rule.position >= frame.left && rule.position <= frame.left + frame.width {
      part.verticals.append(PdfRule(position: rule.position - frame.left, from: rule.from, to: rule.to))
    }
    part.fills = fills.compactMap(frame.part)
    part.roundBoxes = roundBoxes.compactMap(frame.part)
    return part
  }
}

extension PageTurn.Frame {
  /// What of a box on the sheet lies on this page of it.
  fileprivate func part(of box: PageBox) -> PageBox? {
    let (x0, x1) = (max(0, box.x0 - left), min(width, box.x1 - left))
    return x0 < x1 ? PageBox(x0: x0, y0: box.y0, x1: x1, y1: box.y1) : nil
  }
}
