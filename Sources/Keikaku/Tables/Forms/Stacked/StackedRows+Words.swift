import KeikakuText

/// Tells the words between two rows of values apart: ends of names, words right of the values, names of the next row.
extension StackedRows {
  /// A name whose bracket stands open ends with the line behind the row's values that closes it, and の定住率 ends the one
  /// before it, behind the grade where the row has one.
  func withNamesClosed(_ stretches: [Stretch], _ tail: [StackedItem]) -> ([Stretch], [StackedItem]) {
    var (stretches, tail) = (stretches, tail)
    for index in stretches.indices {
      let following = index + 1 < stretches.count ? stretches[index + 1].words : tail
      let grades = columns.trailingWords.isEmpty ? 0 : following.prefix { $0.text.count == 1 }.count
      guard let name = stretches[index].words.last, grades < following.count else { continue }
      let next = following[grades]
      let closes = NameContinuation.isOpenInBracket(name.text) && NameContinuation.closesUnopened(next.text)
      let goesOn = grades == 1 && NameContinuation.continues(next.text)
      guard closes || goesOn, next.block == name.block else { continue }
      stretches[index].words.append(next)
      if index + 1 < stretches.count { stretches[index + 1].words.remove(at: grades) } else { tail.remove(at: grades) }
    }
    return (stretches, tail)
  }

  /// The line that ends the name of the row before, where its values stand beside the name's first line:
  ///
  ///     移住相談窓口を通じて移住 17 35 年度末
  ///     した世帯の数
  ///
  /// or between its lines: a full line that ends as no name does, with the end of one behind the values.
  func restOfName(in lines: [StackedItem], after row: Stretch, before next: Stretch?) -> Int? {
    if lines.first.map({ Self.isNumbered($0.text) }) ?? false { return nil }
    if columns.trailingWords.isEmpty, let name = row.words.last, let rest = lines.first, isCutOff(name),
      NameContinuation.endsAsName(name.text + rest.text)
    {
      return 0
    }
    guard let name = row.words.last, let beside = (row.units + row.values).first, beside.line == name.line else {
      return nil
    }
    let lastLine = row.values.last?.line
    let place = lines.firstIndex { $0.line != lastLine }
    guard let place, place <= columns.trailingWords.count,
      (next.map { $0.units + $0.values } ?? []).first?.line != lines[place].line
    else { return nil }
    // ート goes on with what stands right before it, 市民アンケ in the last column, unless that is a grade: A.
    if NameContinuation.isOpen(name.text) || place == 0 && NameContinuation.continues(lines[place].text) {
      return place
    }
    if place > 0, NameContinuation.continues(lines[place].text) {
      return lines[place - 1].text.count == 1 ? place : nil
    }
    // As many lines as there are cells: each is one.
    let cells = columns.trailingWords.count + (next == nil ? 0 : columns.leadingWords.count)
    if !columns.trailingWords.isEmpty, lines.count == cells || NameContinuation.endsAsName(name.text) { return nil }
    let isFull = StackedCells.isFull(name, widest)
    return isFull && name.block == lines[place].block && !StackedCells.isFull(lines[place], widest) ? place : nil
  }

  /// 1．空き家の利活用: no name goes on so.
  static func isNumbered(_ text: String) -> Bool {
    let folded = text.folded
    let rest = folded.drop { $0.isASCII && $0.isNumber }
    guard rest.startIndex > folded.startIndex, let mark = rest.first, mark == "." || mark == "-" else { return false }
    return rest.dropFirst().first { $0 != " " }.map { !$0.isNumber } ?? false
  }

  func isCutOff(_ name: StackedItem) -> Bool {
    StackedCells.isFull(name, widest) && !NameContinuation.endsAsName(name.text)
  }

  /// Between all rows stand as many blocks of words as the header has columns for them.
  func hasBlockForEachCell(_ words: [StackedItem], isFirst: Bool) -> Bool {
    Set(words.map(\.block)).count == columns.leadingWords.count + (isFirst ? 0 : columns.trailingWords.count)
  }

  /// The lines between two rows: the last words of the one and the first of the other.
  func parted(
    _ words: [StackedItem], isFirst: Bool, isCertain: Bool, isEven: Bool
  ) -> (trailing: [ArraySlice<StackedItem>], leading: [ArraySlice<StackedItem>])? {
    let leading = columns.leadingWords.count
    let trailing = isFirst ? 0 : columns.trailingWords.count
    if let byEnd = departmentApart(words, trailing: trailing, leading: leading) { return byEnd }
    let hasGroup = columns.first(.group) != nil
    var counts = [trailing + leading]
    if hasGroup, leading > 1 { counts.append(trailing + leading - 1) }
    if trailing > 0 { counts.append(leading) }
    let fullness = isEven ? 0 : widest
    // Without blank lines the end of a row that is missing cannot be told from one that is wrapped.
    let told = trailing > 0 && words.count > 1 && !partsByBlanks ? counts.dropLast() : counts[...]
    let byBlocks = told.lazy.compactMap { StackedCells.blocks(words, $0, fullness) }.first
    let byLines =
      partsByBlanks ? nil : told.lazy.compactMap { StackedCells.parted(words, into: $0, widest: widest) }.first
    let mayBeGroup = hasGroup && !partsByBlanks && (byBlocks ?? byLines).map(mayHoldGroup) ?? false
    guard let cells = mayBeGroup ? groupApart(words) : byBlocks ?? byLines,
      isCertain || cells.allSatisfy({ $0.count == 1 })
    else { return nil }
    let before = max(0, cells.count - leading)
    // A cell alone may be the end of the row before as well as the name of the next.
    if before < trailing, let name = cells.last, !NameContinuation.endsAsName(StackedItem.cell(name).text) {
      return nil
    }
    return (Array(cells[..<before]), Array(cells[before...]))
  }

  /// Whether lines taken for one name may be the head of a group of rows above it: a line that is not full or ends as a
  /// title, and nothing joins the next to it for certain.
  private func mayHoldGroup(_ cells: [ArraySlice<StackedItem>]) -> Bool {
    guard cells.count < columns.leadingWords.count, let lines = cells.last else { return false }
    return zip(lines, lines.dropFirst()).contains { line, next in
      let isWrapped = StackedCells.isFull(line, widest) && !NameContinuation.endsAsTitle(line.text)
      return !isWrapped && !StackedCells.mustJoin(line, next)
    }
  }

  /// A line that is no wrapped beginning, since another letter fits in, above the name of a row.
  private func groupApart(_ words: [StackedItem]) -> [ArraySlice<StackedItem>]? {
    guard words.count == 2, columns.leadingWords.count == 2, !StackedCells.isFull(words[0], widest),
      NameContinuation.endsAsName(words[1].text)
    else { return nil }
    return [words[..<1], words[1...]]
  }

  /// A last column for departments ends where one's name does, and one column of names begins there:
  ///
  ///     38.7％ 58.1％
  ///     学校
  ///     教育
  ///     課
  ///     製造品出荷額等
  private func departmentApart(
    _ words: [StackedItem], trailing: Int, leading: Int
  ) -> (trailing: [ArraySlice<StackedItem>], leading: [ArraySlice<StackedItem>])? {
    guard trailing == 1, leading == 1, words.count > 2, let end = departmentEnd(in: words), end + 1 < words.count,
      !words[(end + 1)...].contains(where: { DepartmentNames.end($0.text) })
    else { return nil }
    return ([words[...end]], [words[(end + 1)...]])
  }

  /// The line in which the name of a department in the only column right of the values ends.
  func departmentEnd(in words: [StackedItem]) -> Int? {
    guard columns.trailingWords.count == 1, let column = columns.trailingWords.first,
      DepartmentNames.head(columns.columns[column].head.text)
    else { return nil }
    return words.firstIndex { DepartmentNames.end($0.text) }
  }

  /// Words of other columns or rows stand in the name. Beside a last column for departments, whose lines the text mixes
  /// with those of names, a name of several lines must end as one.
  func holdOthers(_ lines: ArraySlice<StackedItem>) -> Bool {
    let name = StackedItem.cell(lines).text
    if StackedCells.holdOthers(lines, widest) || StackedCells.isMixed(name) { return true }
    // The title of a group stands behind the first line of a name that is wrapped.
    if columns.first(.group) != nil, lines.count > 1, lines.contains(where: { NameContinuation.endsAsTitle($0.text) }) {
      return true
    }
    // 円 alone is the end of a value; （件） and 件） are that of a name.
    if lines.count > 1, lines.contains(where: { !$0.text.folded.hasSuffix(")") && quantities.isUnit($0.text) }) {
      return true
    }
    guard let last = columns.trailingWords.first, DepartmentNames.head(columns.columns[last].head.text) else {
      return false
    }
    return DepartmentNames.end(name) || lines.count > 1 && !partsByBlanks && !NameContinuation.endsAsName(name)
  }

  /// 防災訓練の参加者数 1,450人 婚姻の件数: another row of fewer values stands in the name.
  func holdsValue(_ name: String) -> Bool {
    name.split(separator: " ").dropFirst().contains { word in
      ValueLook.isFigure(String(word)) && quantities.read(String(word)).value != nil
    }
  }

  /// What follows the last row at once, a block for each column.
  func trailing(in tail: [StackedItem]) -> [ArraySlice<StackedItem>] {
    if let end = departmentEnd(in: tail) { return [tail[...end]] }
    var cells: [ArraySlice<StackedItem>] = []
    var start = 0
    while start < tail.count, cells.count < columns.trailingWords.count {
      var end = start + 1
      while end < tail.count, StackedCells.mustJoin(tail[end - 1], tail[end]) { end += 1 }
      cells.append(tail[start..<end])
      start = end
    }
    return cells
  }
}
