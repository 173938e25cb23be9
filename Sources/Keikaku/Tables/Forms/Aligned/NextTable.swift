import KeikakuText

/// Tells that a line among those of a table begins another one.
struct NextTable {
  let rows: TextLines
  let headers: HeaderWords
  private let shape: AlignedShape
  private let reader: SegmentReader
  /// In bytes.
  private static let longestHeader = 400
  private static let mostHeaderLines = 4

  init(_ rows: TextLines, headers: HeaderWords) {
    self.rows = rows
    self.headers = headers
    shape = AlignedShape(rows)
    reader = SegmentReader(rows.text.bytes)
  }

  /// A heading further left than the table, and below it a line without figures, begin another table.
  func beginsAnother(_ line: Int, after last: Int, edge: Int) -> Bool {
    let isHeaded = (last + 1..<line).contains { !rows.isBlank($0) && shape.leftEdge($0...$0) < edge }
    return isHeaded && !shape.holdsValues(line)
  }

  /// 区分  R1  R2, and No.  指標名  現状値  目標値: the header of another table below a blank line.
  func isSetOffHeader(_ line: Int) -> Bool {
    guard rows.isBlank(line - 1) else { return false }
    let pieces = reader.segments(rows.indented(line)).map { rows.string($0.source) }
    guard pieces.count > 2 else { return false }
    if pieces.contains(where: { headers.role(of: $0) == .name }),
      pieces.contains(where: { headers.role(of: $0)?.isValue == true }),
      pieces.allSatisfy({ headers.isHeader($0) })
    {
      return true
    }
    guard headers.role(of: pieces[0]) == .name || Self.groups.contains(pieces[0].folded) else { return false }
    return pieces.dropFirst().allSatisfy { ValueLook.isYear($0) || !ValueLook.isValue($0) }
  }

  /// （２）子育て or 職員数の状況 below a blank line, with the header of another table right below.
  func headsAnother(_ line: Int) -> Bool {
    rows.isBlank(line - 1) && !rows.isBlank(line) && line + 1 < rows.count && !rows.isBlank(line + 1)
      && isOtherHeader(line + 1)
  }

  /// 部門  職員数  増減 above 総務  45人  2人: words alone, as many as the row right below has cells, which holds figures in all but the
  /// first.
  func isOtherHeader(_ line: Int) -> Bool {
    guard line + 1 < rows.count, shape.isMultiple(line), shape.isMultiple(line + 1) else { return false }
    let heads = reader.segments(rows.indented(line)).map { rows.string($0.source) }
    let cells = reader.segments(rows.indented(line + 1)).map { rows.string($0.source) }
    let areFigures =
      cells.dropFirst().allSatisfy(ValueLook.isValue)
      || Self.firstHeads.contains(heads[0].folded) && cells.dropFirst().contains(where: ValueLook.isValue)
    return heads.count > 1 && heads.count == cells.count && areFigures
      && !ValueLook.isValue(cells[0]) && heads.allSatisfy { isHeadOfColumn($0) }
  }

  /// 避難所　収容人数　備蓄数 above 体育館　500人　300食, with one blank between the cells, be it below a title in a line of its own.
  func beginsTightOther(_ line: Int) -> Bool {
    isTightOtherHeader(line) || pieces(line).count == 1 && isTightOtherHeader(line + 1)
  }

  private func isTightOtherHeader(_ line: Int) -> Bool {
    let (heads, cells) = (pieces(line), pieces(line + 1))
    return heads.count > 2 && heads.count == cells.count && cells.dropFirst().allSatisfy(ValueLook.isFigure)
      && !ValueLook.isValue(cells[0]) && heads.allSatisfy { isHeadOfColumn($0) && !NameContinuation.isOpen($0) }
  }

  /// What stands between blanks of any width; nothing of a line that is longer than a header.
  private func pieces(_ line: Int) -> [String] {
    guard line < rows.count, rows.content(line).count < Self.longestHeader else { return [] }
    return rows.words(in: rows.content(line)).map { rows.string($0) }
  }

  /// 現状（R5年度）, 増減: a short word, be it with a year, and no value.
  private func isHeadOfColumn(_ text: String) -> Bool {
    text.count <= Self.longestHead && (!ValueLook.isValue(text) || ValueLook.isYear(text)) && !text.hasSuffix("。")
  }

  private static let longestHead = 16

  private static let groups = Set(HeaderSideWords.words.lazy.filter { $0.1 == .group }.map(\.0))

  /// 区分 平成27年 令和2年 right below rows: a word for what rows name and years or heads alone, other than those of this
  /// table, which may be repeated at the top of a page.
  func isHeadOfOther(_ line: Int, besides first: Int) -> Bool {
    let content = rows.content(line)
    guard content.count < Self.longestHeader, !rows.holdsSeparator(content), !isRepeated(line, since: first) else {
      return false
    }
    let pieces = rows.words(content).map(rows.string)
    guard pieces.count > 1, Self.firstHeads.contains(where: pieces[0].folded.hasPrefix) else { return false }
    let years = pieces.count(where: areYears)
    let known = pieces.dropFirst().count { headers.role(of: $0) != nil } + years
    return pieces.dropFirst().allSatisfy { !ValueLook.isValue($0) } && (known == pieces.count - 1 || years > 1)
  }

  /// R5年度R6年度: one year, or several without a blank.
  private func areYears(_ text: String) -> Bool {
    ValueLook.isYear(text)
      || text.hasSuffix("年度")
        && text.split(separator: "度").allSatisfy { ValueLook.isYear($0 + "度") }
  }

  /// 事業費（千円） right above the header of another table.
  func isTitleOfOther(_ line: Int, besides first: Int) -> Bool {
    line + 1 < rows.count && !rows.isBlank(line) && !rows.isBlank(line + 1) && !shape.isMultiple(line)
      && rows.words(rows.content(line)).count == 1 && isHeadOfOther(line + 1, besides: first)
  }

  /// 読書ボランティア数 above 現状値(R5)  目標値(R10), as above the first: tables without a column of names have theirs above them.
  func namesNextCard(_ line: Int, headedAs first: Int) -> Bool {
    guard line + 1 < rows.count, !rows.isBlank(line), rows.content(line + 1).count == rows.content(first).count else {
      return false
    }
    let heads = texts(first)
    return heads.count > 1 && heads.allSatisfy { headers.role(of: $0)?.isValue == true } && texts(line + 1) == heads
  }

  private func texts(_ line: Int) -> [String] { rows.words(rows.content(line)).map { rows.string($0) } }

  /// The first lines of the run hold the same text.
  private func isRepeated(_ line: Int, since first: Int) -> Bool {
    let text = texts(line)
    return (max(0, first - Self.mostHeaderLines)..<first + Self.mostHeaderLines).contains {
      $0 < line && texts($0) == text
    }
  }

  /// What stands over the first column of a table.
  private static let firstHeads = ["区分", "事業名", "項目", "部門", "年度", "年次", "指標", "名称"]
}
