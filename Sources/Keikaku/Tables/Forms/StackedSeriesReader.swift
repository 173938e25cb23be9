import KeikakuText

/// Figures by year whose cells stand one a line: the years, and for each indicator its name, a label and a value for each
/// year, and the same behind further labels.
///
///     成果指標
///     区分
///     R3
///     R4
///     体験教室の参加者（人）
///     計画値
///     400
///     420
///     実績値
///     388
///     415
///
/// Every indicator must have the same labels in the same order, and each label as many values as there are years; a single
/// line too few or too many and none is told apart.
struct StackedSeriesReader {
  private struct Row {
    var name: Range<Int>?
    var label: Range<Int>
    var values: [Range<Int>]
  }

  private struct Heads {
    var name: Range<Int>?
    var years: [Range<Int>]
    var next: Int
  }

  private let rows: TextLines
  private let headers: HeaderWords
  private let names: NameAboveFigures
  private let pieces: CellPieces
  private let memory = Memory()
  private static let mostYears = 24
  private static let mostRows = 400
  /// In bytes.
  private static let longestLine = 240
  private static let labels = Set(LabelledFigures.aimsAndResults.map(\.word) + ["期待値", "達成率"])

  init(_ rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    headers = HeaderWords(lexicon)
    names = NameAboveFigures(rows, lexicon: lexicon)
    pieces = CellPieces(rows: rows, quantities: QuantityReader(units: lexicon.units))
  }

  /// What has been told of a line: each of many lines of years is asked for from all those above it.
  private final class Memory {
    var years: [Int: [Range<Int>]] = [:]
  }

  /// The table whose header begins in this line, or nil.
  func region(at line: Int) -> PageHints.TableRegion? {
    guard let heads = heads(at: line) else { return nil }
    var found: [Row] = []
    var next = heads.next
    while found.count < Self.mostRows, let group = group(at: next, count: heads.years.count) {
      found += group.rows
      next = group.next
    }
    let labels = found.map { rows.string($0.label) }
    guard let first = found.first, repeats(labels, found), !goesOn(at: next) else { return nil }
    if first.name != nil { return region(lines: line..<next, heads, found) }
    guard heads.name == nil, found.allSatisfy({ $0.name == nil }), Set(labels).count == labels.count,
      let name = names.anyName(above: line)
    else { return nil }
    found[0].name = name.range
    return region(lines: name.line..<next, heads, found)
  }

  /// Every name has the same labels behind it, a target's among them or a result's.
  private func repeats(_ labels: [String], _ found: [Row]) -> Bool {
    let starts = found.indices.filter { $0 == 0 || found[$0].name != nil }
    let ends = starts.dropFirst() + [found.count]
    let groups = zip(starts, ends).map { Array(labels[$0..<$1]) }
    return groups.allSatisfy { $0 == groups[0] && Set($0).count == $0.count && $0.contains { $0 != "達成率" } }
  }

  /// A label or further values below the last row: the table goes on in a way that is not understood.
  private func goesOn(at line: Int) -> Bool {
    guard line < rows.count, !rows.isBlank(line) else { return false }
    return isLabel(line) || ValueLook.isFigure(text(line)) || line + 1 < rows.count && isLabel(line + 1)
  }

  // MARK: Lines

  /// Words for names and row groups, then years, each in a line or all of them in one.
  private func heads(at line: Int) -> Heads? {
    guard headers.mayBegin(rows.content(line), in: rows.text.bytes), isShort(line) else { return nil }
    var next = line
    var name: Range<Int>?
    while next < rows.count, next < line + 3, isShort(next), !rows.isBlank(next) {
      let word = text(next)
      let role = headers.role(of: word)
      guard !ValueLook.isYear(word), role == .name || Self.leads.contains(word) else { break }
      if role == .name, name == nil { name = rows.content(next) }
      next += 1
    }
    if name == nil, next > line { name = rows.content(line) }
    var years: [Range<Int>] = []
    while next < rows.count, years.count <= Self.mostYears, isShort(next), !rows.beginsPage(next) || next == line {
      let found = self.years(in: next)
      guard !found.isEmpty else { break }
      years += found
      next += 1
    }
    guard (2...Self.mostYears).contains(years.count), StackedHeader.areInTime(years.map { rows.string($0) })
    else { return nil }
    return Heads(name: name, years: years, next: next)
  }

  /// The years of a line that holds nothing else.
  private func years(in line: Int) -> [Range<Int>] {
    if let known = memory.years[line] { return known }
    let words = pieces.joined(rows.words(rows.content(line)), hasUnits: false)
    let found = words.allSatisfy { headers.isYearOfValues(rows.string($0)) } ? words : []
    memory.years[line] = found
    return found
  }

  private static let leads: Set<String> = ["区分", "年度", "年", "種別", "項目"]

  /// A name or none, and labels each with its values.
  private func group(at line: Int, count: Int) -> (rows: [Row], next: Int)? {
    var next = line
    var name: Range<Int>?
    guard next < rows.count, isShort(next), !rows.isBlank(next) else { return nil }
    if !isLabel(next) {
      guard next + 1 < rows.count, isLabel(next + 1), let found = names.name(in: rows.content(next)) else { return nil }
      name = found
      next += 1
    }
    var found: [Row] = []
    while next < rows.count, isLabel(next), let values = values(at: next + 1, count: count) {
      found.append(Row(name: found.isEmpty ? name : nil, label: rows.content(next), values: values.ranges))
      next = values.next
    }
    return found.isEmpty ? nil : (found, next)
  }

  private func isLabel(_ line: Int) -> Bool { isShort(line) && Self.labels.contains(text(line)) }

  /// So many values, one a line or several.
  private func values(at line: Int, count: Int) -> (ranges: [Range<Int>], next: Int)? {
    var found: [Range<Int>] = []
    var next = line
    while next < rows.count, found.count < count, isShort(next), !rows.beginsPage(next) {
      let words = pieces.joined(rows.words(rows.content(next)), hasUnits: false)
      guard !words.isEmpty, words.allSatisfy({ ValueLook.isValue(rows.string($0)) }) else { return nil }
      found += words
      next += 1
    }
    return found.count == count ? (found, next) : nil
  }

  private func isShort(_ line: Int) -> Bool {
    let content = rows.content(line)
    return content.count <= Self.longestLine && !rows.holdsSeparator(content) && !rows.holdsGap(content)
  }

  private func text(_ line: Int) -> String { rows.string(rows.content(line)) }

  // MARK: The table

  private func region(lines: Range<Int>, _ heads: Heads, _ found: [Row]) -> PageHints.TableRegion {
    let start = heads.years[0].lowerBound
    let empty = Table.Cell(text: "", source: SourceRange(start..<start))
    var table = [[heads.name.map(rows.cell) ?? empty, empty] + heads.years.map(rows.cell)]
    for row in found {
      table.append([row.name.map(rows.cell) ?? empty, rows.cell(row.label)] + row.values.map(rows.cell))
    }
    return rows.region(lines, table, form: .stacked)
  }
}
