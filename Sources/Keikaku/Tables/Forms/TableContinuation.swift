import KeikakuText

/// Joins the parts of a table that goes on over the end of a page.
///
/// Between the parts stand only the page's number or running head and the form feed, or what a converter leaves of them: the
/// number alone, the place of a picture. There the columns of values tell that the rows go on. A part with a header of its own
/// is left alone.
struct TableContinuation {
  let rows: TextLines
  let headers: HeaderWords
  /// The most lines with text between two parts: the foot of one page and the head of the next.
  private static let mostFurniture = 3

  func joined(_ regions: [PageHints.TableRegion]) -> [PageHints.TableRegion] {
    var result: [PageHints.TableRegion] = []
    for region in regions {
      if let last = result.last, continues(region, last) {
        result[result.count - 1] = join(last, region)
      } else {
        result.append(region)
      }
    }
    return result
  }

  private func continues(_ region: PageHints.TableRegion, _ last: PageHints.TableRegion) -> Bool {
    guard region.table.form == last.table.form, Self.forms.contains(region.table.form),
      region.table.columnCount == last.table.columnCount, region.lines.lowerBound > last.lines.upperBound
    else { return false }
    let between = last.lines.upperBound..<region.lines.lowerBound + 1
    guard between.count < 12 else { return false }
    let filled = between.dropLast().filter { !rows.isBlank($0) }
    guard filled.count <= Self.mostFurniture, filled.allSatisfy({ isPageNumber($0) || isPicture($0) }),
      hasHeader(last.table), !hasHeader(region.table)
    else { return false }
    return between.contains { rows.beginsPage($0) }
      || HeadedColumns(last.table, headers: headers)?.goOn(in: region.table.rows) ?? false
  }

  private static let forms: Set<Table.Form> = [.aligned, .pipes, .html]

  /// What converters write in the place of a picture or of a page's end.
  private func isPicture(_ line: Int) -> Bool {
    let text = rows.string(rows.content(line))
    return text.hasPrefix("<!--") && text.hasSuffix("-->") || text.hasPrefix("![") && text.hasSuffix(")")
  }

  /// 12, －12－, P.12: no letters of words, which the joined table would lose.
  private func isPageNumber(_ line: Int) -> Bool {
    let text = rows.string(rows.content(line))
    return text.count <= 12 && text.contains(where: \.isNumber)
      && !text.unicodeScalars.contains(where: CellText.isJapanese)
  }

  private func hasHeader(_ table: Table) -> Bool {
    table.rows.prefix(2).contains { row in row.count { headers.role(of: $0.text) != nil } >= 2 }
  }

  private func join(_ first: PageHints.TableRegion, _ second: PageHints.TableRegion) -> PageHints.TableRegion {
    var table = first.table
    table.rows += second.table.rows
    table.source = table.source.joined(with: second.table.source)
    return PageHints.TableRegion(lines: first.lines.lowerBound..<second.lines.upperBound, table: table)
  }
}
