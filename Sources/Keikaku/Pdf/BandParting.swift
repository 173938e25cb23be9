/// Parts what stands between two rules: the last rows of a table, text that is no part of it, the header of the next table.
///
/// Where a table has a rule below its header alone, the next rule is that of the next table's header; the rows of the one,
/// 主な取組 with its list, a heading and the header of the other lie between them.
struct BandParting {
  let judge: TableJudge
  /// The letter size of the page, and that of most lines with columns.
  let em: Double
  let rowSize: Double

  /// The left end of the rules.
  let left: Double

  /// No header has more lines above its last tier.
  private static let tiers = 6
  /// Lines of a header set half-way beside each other lie nearer than this, in letters.
  private static let interleaved = 0.95

  func parts(of lines: [PrintedLine], from top: Double, to bottom: Double) -> [RuledBand] {
    guard !lines.isEmpty else { return [RuledBand(kind: .blank, top: top, bottom: bottom, lines: [])] }
    var parts: [RuledBand] = []
    let starts = headerStarts(lines)
    for (index, start) in ([0] + starts).enumerated() {
      let end = index < starts.count ? starts[index] : lines.count
      guard start < end else { continue }
      let chunk = Array(lines[start..<end])
      if index == 0 {
        parts += bodyParts(chunk, isBeforeHeader: !starts.isEmpty)
      } else {
        let isClosed = end == lines.count && isHeaderAlone(chunk, to: bottom)
        let head = isClosed ? chunk.count : headerLength(chunk)
        parts.append(part(.header, chunk[..<head]))
        if head < chunk.count { parts += bodyParts(Array(chunk[head...]), isBeforeHeader: index < starts.count) }
      }
    }
    return closed(parts, top, bottom)
  }

  /// The header that stands right above a rule or a coloured row.
  func header(above rule: Double, _ lines: [PrintedLine]) -> RuledBand? {
    guard let first = lines.first, let last = lines.last, rule - last.center < 2 * em,
      let header = parts(of: lines, from: first.center - 0.8 * em, to: rule).last, header.kind == .header
    else { return nil }
    return header
  }

  private func part(_ kind: RuledBand.Kind, _ lines: some Sequence<PrintedLine>) -> RuledBand {
    RuledBand(kind: kind, top: 0, bottom: 0, lines: Array(lines))
  }

  /// Gives the parts their places: at the rules, and half-way between lines where no rule is.
  private func closed(_ parts: [RuledBand], _ top: Double, _ bottom: Double) -> [RuledBand] {
    var parts = parts
    for index in parts.indices {
      guard let first = parts[index].lines.first, let last = parts[index].lines.last else { continue }
      let above = index > 0 ? (parts[index - 1].lines.last?.center ?? first.center) : nil
      let below = index + 1 < parts.count ? (parts[index + 1].lines.first?.center ?? last.center) : nil
      parts[index].top = above.map { max(first.center - 0.8 * em, ($0 + first.center) / 2) } ?? top
      parts[index].bottom = below.map { min(last.center + 0.8 * em, ($0 + last.center) / 2) } ?? bottom
    }
    return parts
  }

  func isGapped(_ line: PrintedLine) -> Bool { line.showsColumns(em: em) }

  // MARK: Headers

  /// Where headers begin: lines with the names of columns, and the pieces of their cells that stand above these.
  private func headerStarts(_ lines: [PrintedLine]) -> [Int] {
    let isHeader = lines.indices.map { judge.isHeaderOnly(lines[$0], em: em) && !standsBesideFigures(lines, $0) }
    var starts: [Int] = []
    for index in lines.indices where isHeader[index] && !(index > 0 && isHeader[index - 1]) {
      var start = index
      while start > (starts.last ?? -1) + 1, start > 0, isPiece(lines[start - 1], beside: lines[start]) { start -= 1 }
      // A header may have two tiers with a line between the names of one and the other.
      if let last = starts.last, start - last <= Self.tiers, headerLength(Array(lines[last..<start])) == start - last {
        continue
      }
      starts.append(start)
    }
    return starts
  }

  /// A line half-way above or below holds figures: the label of several rows, 指標, stands between the lines of one.
  private func standsBesideFigures(_ lines: [PrintedLine], _ index: Int) -> Bool {
    [index - 1, index + 1].contains { other in
      lines.indices.contains(other) && abs(lines[other].center - lines[index].center) < Self.interleaved * em
        && lines[other].pieces(em: em).contains(where: TableJudge.isFigure)
    }
  }

  /// The line above is set half-way beside the header's, or right above one of its inner columns.
  private func isPiece(_ line: PrintedLine, beside header: PrintedLine) -> Bool {
    let distance = header.center - line.center
    return distance < Self.interleaved * em || distance < 1.6 * em && !isGapped(line) && line.box.x0 > left + 2 * em
  }

  /// How many lines from the first one belong to the header: names, years below them, and pieces half-way between.
  private func headerLength(_ lines: [PrintedLine]) -> Int {
    var length = 1
    while length < lines.count {
      let line = lines[length]
      let distance = line.center - lines[length - 1].center
      guard judge.isHeaderOnly(line, em: em) || distance < Self.interleaved * em || isRestOfHeads(line)
      else { break }
      length += 1
    }
    return length
  }

  /// No figure stands between a header's first line and the rule right below its last one.
  private func isHeaderAlone(_ lines: [PrintedLine], to rule: Double) -> Bool {
    guard let last = lines.last, rule - last.center < 2 * em else { return false }
    return !lines.contains { $0.pieces(em: em).contains(where: TableJudge.isFigure) }
      && zip(lines, lines.dropFirst()).allSatisfy { $1.center - $0.center < 1.9 * em }
  }

  /// Years below the names, or the ends of names in brackets that were wrapped: 度）.
  private func isRestOfHeads(_ line: PrintedLine) -> Bool {
    line.pieces(em: em).allSatisfy { TableJudge.isPeriod($0) || $0.closesBracket }
  }

  // MARK: Rows

  /// Rows, and behind them what is none; text alone where no line shows columns.
  private func bodyParts(_ lines: [PrintedLine], isBeforeHeader: Bool) -> [RuledBand] {
    guard lines.contains(where: isGapped) else { return [part(isBeforeHeader ? .foreign : .lone, lines)] }
    let end = rowsEnd(lines, isBeforeHeader: isBeforeHeader)
    let rows = end > 0 ? [part(.rows, lines[..<end])] : []
    return rows + (end < lines.count ? [part(.foreign, lines[end...])] : [])
  }

  /// What the lines with gaps tell about the columns of the rows.
  private struct Columns {
    let gapped: [Bool]
    /// Where the second column begins.
    let inner: Double
    /// How wide the widest first cell is.
    let width: Double
    /// Rows begin with marks of a list themselves.
    let areItems: Bool
  }

  private func columns(of lines: [PrintedLine]) -> Columns {
    let gapped = lines.map(isGapped)
    let rows = zip(lines, gapped).filter(\.1).map(\.0)
    let named = rows.filter { $0.box.x0 < left + 2 * em }
    return Columns(
      gapped: gapped, inner: Gutters(of: named, em: em).middles.first ?? .infinity,
      width: rows.map { $0.pieces(em: em)[0].box.width }.max() ?? 0,
      areItems: rows.contains(where: ParagraphJoining.beginsItem))
  }

  /// Where the text behind the rows begins: at a line without gaps that looks like text or a heading, if no row follows it
  /// or another such line does.
  private func rowsEnd(_ lines: [PrintedLine], isBeforeHeader: Bool) -> Int {
    let columns = columns(of: lines)
    var index = 0
    var pitch = 0.0
    while index < lines.count {
      if columns.gapped[index] {
        if index > 0, columns.gapped[index - 1] { pitch = max(pitch, lines[index].center - lines[index - 1].center) }
        index += 1
        continue
      }
      let run = lines[index...].indices.prefix { !columns.gapped[$0] }
      let texts = run.filter { isText(lines, $0, columns, pitch: pitch) }
      let isFollowed = run.upperBound < lines.count
      let isWrapped = index == 0 || isFull(lines[index - 1], columns)
      if let first = texts.first, !isFollowed || texts.count >= 2 {
        if isFollowed || isWrapped { return first }
        // 主な施策, set like the rows, stands above its list.
        return run[..<first].lastIndex { lines[$0].box.x0 >= columns.inner }.map { $0 + 1 } ?? index
      }
      if !isFollowed, isBeforeHeader, !isWrapped, lines[index].box.x0 < columns.inner { return index }
      index = run.upperBound
    }
    return lines.count
  }

  /// A line at the left that is set larger, begins an item, stands across columns, or lies farther from the one above than
  /// rows do.
  private func isText(_ lines: [PrintedLine], _ index: Int, _ columns: Columns, pitch: Double) -> Bool {
    let line = lines[index]
    guard line.box.x0 < columns.inner, line.segments(gap: Gutters.width * em).count == 1 else { return false }
    if (line.em ?? em) > 1.1 * rowSize || !columns.areItems && ParagraphJoining.beginsItem(line) { return true }
    if line.box.x0 < left + 2 * em, line.box.x1 > columns.inner { return true }
    return index > 0 && line.center - lines[index - 1].center > max(1.9 * em, 1.3 * pitch)
  }

  /// The first cell of the line fills its column, so that it may go on in the next line.
  private func isFull(_ line: PrintedLine, _ columns: Columns) -> Bool {
    line.pieces(em: em)[0].box.width >= columns.width - 1.6 * em
  }
}

extension PrintedLine {
  /// It ends a bracket that a line above it opened.
  fileprivate var closesBracket: Bool {
    let letters = words.lazy.flatMap(\.text.unicodeScalars)
    return letters.contains { ")）".unicodeScalars.contains($0) }
      && !letters.contains { "(（".unicodeScalars.contains($0) }
  }
}
