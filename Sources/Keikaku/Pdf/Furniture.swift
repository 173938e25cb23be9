/// Tells running heads, running feet and page numbers from text, by what recurs from page to page.
struct Furniture: Sendable {
  /// For each page the indices of its furniture lines.
  private(set) var lines: [Set<Int>]
  /// For each page the number that is printed on it.
  private(set) var printedPages: [Int?]

  /// - Parameter labels: by which a goal that heads its pages is told, to keep the first of these lines.
  init(of pages: [PrintedPage], labels: NodeLabels = NodeLabels(.standard)) {
    lines = Array(repeating: [], count: pages.count)
    printedPages = Array(repeating: nil, count: pages.count)
    markRecurring(pages)
    keepFirstsOfNodes(pages, labels)
    markNumbers(pages)
    for page in pages.indices { release(pages[page], &lines[page]) }
  }

  /// Gives back what stands close to text, or further in than text: the head of a table that goes on at the top of many pages
  /// is no running head, nor 主な取組 below the heading with which two pages begin.
  private func release(_ page: PrintedPage, _ furniture: inout Set<Int>) {
    var isSettled = false
    while !isSettled {
      isSettled = true
      for line in furniture {
        let center = page.lines[line].center
        let isAmongText = page.lines.indices.contains { other in
          guard !furniture.contains(other) else { return false }
          let below = page.lines[other].center - center
          return abs(below) < 1.6 * page.em || (center < page.height / 2 ? below < 0 : below > 0)
        }
        if isAmongText {
          furniture.remove(line)
          isSettled = false
        }
      }
    }
  }

  private struct Key: Hashable {
    var text: String
    var place: Int
  }

  /// Text that stands at the same height on three pages or on half of them, its digits aside, and on at least a third of those
  /// from its first page to its last: a chapter has a running head throughout. What begins with the mark of a heading or an
  /// item is none, nor what stands in brackets: ○主な取組 and 【主な取組】 may begin two pages by chance.
  private mutating func markRecurring(_ pages: [PrintedPage]) {
    var places: [Key: [(page: Int, line: Int)]] = [:]
    for (page, content) in pages.enumerated() {
      for line in Self.outer(content) where !Self.isMarked(content.lines[line]) {
        let key = Key(text: Self.masked(content.lines[line]), place: Int((content.lines[line].center / 3).rounded()))
        places[key, default: []].append((page, line))
      }
    }
    for (key, found) in places {
      let near = [-1, 1].reduce(found.count) { $0 + (places[Key(text: key.text, place: key.place + $1)]?.count ?? 0) }
      guard near >= 3 || near >= 2 && near * 2 >= pages.count, Self.isDense(found.map(\.page)) else { continue }
      for place in found { lines[place.page].insert(place.line) }
    }
  }

  /// A goal or measure that heads all its pages and stands nowhere else begins with the first of these lines.
  private mutating func keepFirstsOfNodes(_ pages: [PrintedPage], _ labels: NodeLabels) {
    var firsts: [String: (page: Int, line: Int)] = [:]
    for page in pages.indices {
      for line in lines[page].sorted() {
        let text = Self.text(of: pages[page].lines[line])
        if firsts[text] == nil, labels.head(text.folded) { firsts[text] = (page, line) }
      }
    }
    // Most lines are told from these by their length alone, before their words are joined.
    let lengths = Set(firsts.keys.map(\.utf8.count))
    for page in pages.indices where !lengths.isEmpty {
      for (line, content) in pages[page].lines.enumerated() where lengths.contains(Self.length(of: content)) {
        if !lines[page].contains(line) { firsts[Self.text(of: content)] = nil }
      }
    }
    for place in firsts.values { lines[place.page].remove(place.line) }
  }

  private static func text(of line: PrintedLine) -> String { line.words.map(\.text).joined(separator: " ") }

  /// The bytes of that text.
  private static func length(of line: PrintedLine) -> Int {
    line.words.reduce(line.words.count - 1) { $0 + $1.text.utf8.count }
  }

  private static func outer(_ page: PrintedPage) -> [Int] {
    page.lines.indices.filter { line in
      let center = page.lines[line].center
      return center < PageEdge.share * page.height || center > (1 - PageEdge.share) * page.height
    }
  }

  private static func isDense(_ pages: [Int]) -> Bool {
    guard let first = pages.min(), let last = pages.max() else { return false }
    return (last - first) <= 3 * pages.count
  }

  private static func isMarked(_ line: PrintedLine) -> Bool {
    guard let first = line.words.first?.text.unicodeScalars.first, let last = line.words.last?.text.last else {
      return false
    }
    let isBracketed = "【［[〈《＜".unicodeScalars.contains(first) && "】］]〉》＞".contains(last)
    return isBracketed || HeadingMarks.standard.contains(first.value)
  }

  private static func masked(_ line: PrintedLine) -> String {
    let text = line.text
    guard text.unicodeScalars.contains(where: \.isDecimal) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.isDecimal ? "0" : $0 }))
  }

  /// Lone numbers that grow with the page; on a single page those between dashes.
  private mutating func markNumbers(_ pages: [PrintedPage]) {
    var candidates: [(page: Int, line: Int, number: Int, isDashed: Bool)] = []
    for (page, content) in pages.enumerated() {
      for line in Self.outer(content) {
        if let found = content.lines[line].loneNumber {
          candidates.append((page, line, found.number, found.isDashed))
        }
      }
    }
    for (page, content) in pages.enumerated() {
      printedPages[page] = content.asides.lazy.compactMap(\.loneNumber).first?.number
    }
    var offsets: [Int: Int] = [:]
    for candidate in candidates { offsets[candidate.number - candidate.page, default: 0] += 1 }
    for candidate in candidates {
      guard
        candidate.isDashed || offsets[candidate.number - candidate.page, default: 0] >= 2
          || lines[candidate.page].contains(candidate.line)
      else { continue }
      lines[candidate.page].insert(candidate.line)
      printedPages[candidate.page] = candidate.number
    }
  }
}
