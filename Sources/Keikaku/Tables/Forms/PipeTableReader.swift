/// Tables of Markdown: cells held apart by `|`.
///
///     | 指標 | 基準値 | 目標値 |
///     |:---|---:|---:|
///     | 出生数 | 480人 | 500人 |
///
/// The outer pipes may be missing, `\|` is a letter, the line of dashes is no row. Inline marks are taken out of the cells.
struct PipeTableReader {
  let rows: TextLines
  private static let pipe = UInt8(ascii: "|")

  init(_ text: SourceText) { rows = TextLines(text: text) }

  /// The table that begins at a line, or nil. A run of one line is a table only with a line of dashes.
  func region(at first: Int) -> PageHints.TableRegion? {
    guard let head = pipes(first), isRow(head, at: first), !isRuling(first), !isPipesAlone(first) else { return nil }
    var end = first + 1
    var last = first
    while end < rows.count {
      if rows.isBlank(end) {
        guard end == last + 1, continuesAfterBlank(end, columns: columnCount(head, at: first)) else { break }
      } else if let next = pipes(end), isRow(next, at: end) || isRuling(end) || isPipesAlone(end) {
        last = end
      } else {
        break
      }
      end += 1
    }
    let lines = first..<last + 1
    let textLines = lines.filter { !rows.isBlank($0) && !isRuling($0) && !isPipesAlone($0) }
    let hasDashes = lines.contains { isRuling($0) }
    guard !textLines.isEmpty, hasDashes || textLines.count > 1 else { return nil }
    return rows.region(lines, textLines.map(row), form: .pipes)
  }

  /// A converter may put blank lines between rows; a second line of dashes would begin another table.
  private func continuesAfterBlank(_ blank: Int, columns: Int) -> Bool {
    let next = blank + 1
    guard next < rows.count, let places = pipes(next), begins(next), columnCount(places, at: next) == columns else {
      return false
    }
    return next + 1 >= rows.count || !isRuling(next + 1)
  }

  /// The offsets of the pipes of a line that are no letters; nil where there are none.
  private func pipes(_ line: Int) -> [Int]? {
    let bytes = rows.text.bytes
    let content = rows.content(line)
    var places: [Int] = []
    var index = bytes.span.first(Self.pipe, from: content.lowerBound, to: content.upperBound)
    while index < content.upperBound {
      if index == content.lowerBound || bytes[index - 1] != UInt8(ascii: "\\") { places.append(index) }
      index = bytes.span.first(Self.pipe, from: index + 1, to: content.upperBound)
    }
    return places.isEmpty ? nil : places
  }

  private func begins(_ line: Int) -> Bool { rows.text.bytes[rows.content(line).lowerBound] == Self.pipe }

  /// Two cells at least: a line that only ends with a pipe holds one cell of a stacked table.
  private func isRow(_ places: [Int], at line: Int) -> Bool {
    columnCount(places, at: line) > 1 || begins(line) && places.count > 1
  }

  private func columnCount(_ places: [Int], at line: Int) -> Int {
    let content = rows.content(line)
    let outer = (places[0] == content.lowerBound ? 1 : 0) + (places[places.count - 1] == content.upperBound - 1 ? 1 : 0)
    return places.count + 1 - outer
  }

  /// `|---|:--:|`: dashes, colons, blanks and pipes alone, with a dash.
  private func isRuling(_ line: Int) -> Bool {
    let content = rows.text.bytes[rows.content(line)]
    var dashes = 0
    for byte in content {
      switch byte {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"), Self.pipe: continue
      default: return false
      }
    }
    return dashes > 0
  }

  /// A converter breaks the line in a last cell that holds nothing but a line break, and pads the row on the next line:
  ///
  ///     第1項 | 人権の尊重 | 42.4% | 45.0% |
  ///     |
  private func isPipesAlone(_ line: Int) -> Bool {
    rows.text.bytes[rows.content(line)].allSatisfy { $0 == Self.pipe || $0 == UInt8(ascii: " ") }
  }

  private func row(_ line: Int) -> [Table.Cell] {
    let content = rows.content(line)
    let places = pipes(line) ?? []
    var bounds = places
    if bounds.first != content.lowerBound { bounds.insert(content.lowerBound - 1, at: 0) }
    if bounds.last != content.upperBound - 1 { bounds.append(content.upperBound) }
    return zip(bounds, bounds.dropFirst()).map { open, close in
      rows.markdownCell([TextLines.trimmed(min(open + 1, close)..<close, in: rows.text.bytes)])
    }
  }
}
