/// Decides which lines of an aligned table make one row.
///
/// A row has one line that holds its values, its anchor; the other lines hold the rest of wrapped cells, above and below
/// the anchor where cells are centred, below it where they begin at the top.
struct RowGrouping {
  /// Of each line whether it is an anchor.
  let anchors: [Bool]
  /// Of each line whether figures stand in it.
  let holdValues: [Bool]
  /// Of each line whether its first cell is empty.
  let namesAreEmpty: [Bool]
  /// The display width of each line's name.
  let nameWidths: [Int]
  /// Each line's part of a name, or empty.
  let nameTexts: [String]
  /// Of each line whether a blank line stands before it.
  let followsBlank: [Bool]
  /// Of each line the item number in its first column.
  let numbers: [Int?]
  /// The lines that end values of the anchor above them.
  var endsOfValues: Set<Int> = []
  /// Of each line its words by their column.
  var words: [[Int: OrderedPiece]] = []

  /// The rows as ranges of lines, covering all.
  func rows() -> [Range<Int>] {
    guard !anchors.isEmpty else { return [] }
    if let byBlanks = groupsBetweenBlanks() { return byBlanks }
    if let byNumbers = groupsByNumber() { return byNumbers }
    let places = anchors.indices.filter { anchors[$0] }
    guard !places.isEmpty else { return anchors.indices.map { $0..<$0 + 1 } }
    return byWrapping(places) ?? centred(places) ?? nearlyCentred(places) ?? fromTop(places)
  }

  // MARK: Wrapped words

  /// What the words above and below a seam between two lines say of it.
  private enum Seam {
    /// A bracket is open or a word cannot begin; a text fills its column; a line of values without a name needs the words on
    /// the other side; nothing tells; a text ends short.
    case joined, full, named, open, parted

    /// What it costs to part the rows here.
    var cost: Int {
      switch self {
      case .joined: 8
      case .full: 3
      case .named: 2
      case .open: 1
      case .parted: 0
      }
    }
  }

  /// The rows where the words of columns tell it: a text goes on below where it fills its column. Between two anchors the
  /// rows part at the one seam where that contradicts the words least.
  private func byWrapping(_ places: [Int]) -> [Range<Int>]? {
    guard words.count == anchors.count, words.contains(where: { $0.count > 1 }) else { return nil }
    let widest = words.reduce(into: [Int: Int]()) { widest, line in
      for (column, piece) in line { widest[column] = max(widest[column] ?? 0, piece.item.width) }
    }
    let seams = anchors.indices.dropLast().map { seam(below: $0, widest) }
    guard !seams[..<places[0]].contains(.parted), !seams[places[places.count - 1]...].contains(.parted) else {
      return nil
    }
    var starts = [0]
    for (place, next) in zip(places, places.dropFirst()) {
      let least = seams[place..<next].map(\.cost).min()
      let cheapest = (place..<next).filter { seams[$0].cost == least }
      guard cheapest.count == 1 else { return nil }
      starts.append(cheapest[0] + 1)
    }
    return zip(starts, starts.dropFirst() + [anchors.count]).map { $0..<$1 }
  }

  private func seam(below line: Int, _ widest: [Int: Int]) -> Seam {
    if endsOfValues.contains(line + 1) { return .joined }
    let found = words[line].compactMap { column, piece -> Seam? in
      guard let below = words[line + 1][column] else { return nil }
      let free = (widest[column] ?? 0) - piece.item.width
      // A letter alone is the end of a wrapped cell.
      let isJoined =
        NameContinuation.isOpen(piece.item.text) || NameContinuation.continues(below.item.text)
        || below.item.text.count == 1
      if isJoined { return .joined }
      // A name that ends as names do may fill its column by chance.
      let isFull = free < 2 && !NameContinuation.endsAsName(piece.item.text)
      return isFull ? .full : free < Self.leastFree ? .open : .parted
    }
    if let told = [Seam.joined, .parted, .full].first(where: found.contains) { return told }
    let isUnnamed = [line, line + 1].contains { anchors[$0] && namesAreEmpty[$0] }
    return isUnnamed && found.isEmpty ? .named : .open
  }

  /// In display columns: a line that leaves so many free is no wrapped one, be the next one's first letters held together.
  private static let leastFree = 4

  /// Blank lines part the rows where each group between them has just one anchor, with few exceptions.
  private func groupsBetweenBlanks() -> [Range<Int>]? {
    var starts = [0]
    for index in anchors.indices.dropFirst() where followsBlank[index] { starts.append(index) }
    guard starts.count > 1 else { return nil }
    let groups = zip(starts, starts.dropFirst() + [anchors.count]).map { $0..<$1 }
    let counts = groups.map { group in group.count { anchors[$0] } }
    guard counts.allSatisfy({ $0 <= 1 }), counts.count(where: { $0 == 0 }) * 4 <= counts.count else { return nil }
    return groups
  }

  /// Numbers that count up from row to row begin one each, where each such group holds one line of figures.
  private func groupsByNumber() -> [Range<Int>]? {
    let starts = numbers.indices.filter { numbers[$0] != nil }
    let counted = starts.compactMap { numbers[$0] }
    guard starts.count > 1, starts[0] == 0, starts.allSatisfy({ !namesAreEmpty[$0] || !holdValues[$0] }),
      zip(counted, counted.dropFirst()).allSatisfy({ $1 == $0 + 1 })
    else { return nil }
    let groups = zip(starts, starts.dropFirst() + [anchors.count]).map { $0..<$1 }
    return groups.allSatisfy { group in group.count { holdValues[$0] } == 1 } ? groups : nil
  }

  /// Each anchor in the middle of its lines: as many above as below, all the way down.
  private func centred(_ places: [Int]) -> [Range<Int>]? {
    var above = places[0]
    var rows: [Range<Int>] = []
    guard above > 0 || places.contains(where: { namesAreEmpty[$0] }) else { return nil }
    for (order, place) in places.enumerated() {
      let next = order + 1 < places.count ? places[order + 1] : anchors.count
      let gap = next - place - 1
      guard above <= gap, above > 0 || !namesAreEmpty[place] || gap == 0,
        endsOfValues.isDisjoint(with: place - above..<place)
      else { return nil }
      rows.append(place - above..<place + above + 1)
      above = gap - above
    }
    return above == 0 ? rows : nil
  }

  /// The same where some names have an even number of lines, so that one more stands below the anchor than above it. Of all
  /// partings the one with the fewest such names counts, where it is the only one and parts no name that goes on.
  private func nearlyCentred(_ places: [Int]) -> [Range<Int>]? {
    guard places[0] > 0, endsOfValues.isEmpty else { return nil }
    // How many lines above an anchor → the best partings up to there.
    var found = [places[0]: Parting(cost: 0, starts: [0], isOnly: true)]
    for (order, place) in places.enumerated() {
      let isLast = order + 1 == places.count
      let gap = (isLast ? anchors.count : places[order + 1]) - place - 1
      var next: [Int: Parting] = [:]
      for (above, parting) in found {
        for below in [above, above + 1] where below <= gap && (!isLast || below == gap) {
          let start = place + below + 1
          guard isLast || mayBegin(start) else { continue }
          let longer = parting.adding(below - above, start: start)
          next[gap - below] = next[gap - below].map { $0.better(longer) } ?? longer
        }
      }
      found = next
    }
    guard let best = found[0], best.isOnly else { return nil }
    return zip(best.starts, best.starts.dropFirst()).map { $0..<$1 }
  }

  private struct Parting {
    var cost: Int
    var starts: [Int]
    var isOnly: Bool

    func adding(_ cost: Int, start: Int) -> Parting {
      Parting(cost: self.cost + cost, starts: starts + [start], isOnly: isOnly)
    }

    func better(_ other: Parting) -> Parting {
      guard cost == other.cost else { return cost < other.cost ? self : other }
      var both = self
      both.isOnly = false
      return both
    }
  }

  /// A name may begin in a line, and the one above it may end there.
  private func mayBegin(_ line: Int) -> Bool {
    nameTexts[line].count > 1 && !NameContinuation.continues(nameTexts[line])
      && !NameContinuation.isOpen(nameTexts[line - 1]) && !nameTexts[line - 1].isEmpty
  }

  /// Lines below an anchor are its own, but an anchor without a name takes the line above it too.
  private func fromTop(_ places: [Int]) -> [Range<Int>] {
    var starts: [Int] = []
    for (order, place) in places.enumerated() {
      let previous = order == 0 ? -1 : places[order - 1]
      let isCentred = namesAreEmpty[place] && place - previous > 1 && place + 1 < anchors.count && !anchors[place + 1]
      let reach =
        order > 0 && isCentred
        ? min(1, place - previous - 1) : (order == 0 ? place : linesThatWrapInto(place, after: previous))
      let end = (previous + 1..<max(place, previous + 1)).last(where: endsOfValues.contains) ?? previous
      starts.append(max(place - reach, end + 1))
    }
    return zip(starts, starts.dropFirst() + [anchors.count]).map { $0..<$1 }
  }

  /// The first line below a row's anchor that begins the next row's name: behind the one line that does not fill its cell,
  /// else behind the one that ends as names do. Nil where several or none do.
  private func endOfName(_ previous: Int, before place: Int) -> Int? {
    guard previous >= 0, !namesAreEmpty[previous], !namesAreEmpty[place] else { return nil }
    let widest = nameWidths.max() ?? 0
    let breaks = (previous..<place).filter { line in
      !nameTexts[line].isEmpty && !nameTexts[line + 1].isEmpty && !NameContinuation.isOpen(nameTexts[line])
        && !NameContinuation.continues(nameTexts[line + 1])
    }
    let short = breaks.filter { nameWidths[$0] + 3 < widest }
    if short.count == 1 { return short[0] + 1 }
    let complete = breaks.filter { NameContinuation.endsAsName(nameTexts[$0]) }
    return short.isEmpty && complete.count == 1 ? complete[0] + 1 : nil
  }

  /// A name wraps where its cell is full: a line that is much wider than the name of the row above it cannot be its rest,
  /// so it begins the row below, whose name is no wider.
  private func linesThatWrapInto(_ place: Int, after previous: Int) -> Int {
    if let rest = endOfName(previous, before: place) { return place - rest }
    let first = previous + 1
    // The one line below figures without a name ends theirs.
    if previous >= 0, namesAreEmpty[previous], first + 1 == place { return 0 }
    guard first < place, !namesAreEmpty[place], nameWidths[first] > nameWidths[previous] + 4,
      nameWidths[first] + 4 >= nameWidths[place]
    else { return 0 }
    return place - first
  }
}
