import KeikakuText

/// Tells that the columns found by their gutters are not those in which the table was set, so that values would come
/// under wrong heads.
struct TornColumns {
  let headers: HeaderWords
  /// The header's lines.
  let header: ArraySlice<AlignedLine>
  /// The lines below it.
  let body: [AlignedLine]
  /// The header's rows, with those of a form above it.
  let head: [[Table.Cell]]
  let bodyRows: [[Table.Cell]]
  let valueColumns: Set<Int>

  /// The table is better kept as its lines stand.
  var isTorn: Bool {
    if holdsGroupAndName || bodyRows.contains(where: holdsSeveralCells) || isHeadTorn || holdTornBrackets {
      return true
    }
    guard isOfIndicators else { return headsSeveralValues && areHeadsMoved }
    return holdFusedValues || lackName && holdTwoNames || areHeadsMoved
  }

  /// A cell of which the text shows that it is several: years, or values of one unit, on both sides of a wide gap, or a
  /// value before a dash. Below a head with as many years the values are told apart by these.
  ///
  ///     7人      8人 ―
  private func holdsSeveralCells(_ row: [Table.Cell]) -> Bool {
    row.indices.contains { column in
      let parts = row[column].text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      let values = parts.filter(ValueLook.isValue)
      let years = parts.count(where: ValueLook.isYear)
      if parts.contains(where: \.isEmpty),
        years > 1 || values.count > 1 && Set(values.map(StackedValues.unit)).count == 1
      {
        return self.years(above: column) != max(years, values.count)
      }
      return parts.count > 1 && Self.dashes.contains(parts[parts.count - 1]) && values.count + years > 1
    }
  }

  /// 年度） 98.8％ as a value: the bracket stands in another cell, so that pieces have come into wrong ones.
  private var holdTornBrackets: Bool {
    let isHeadTorn = head.joined().contains { NameContinuation.closesUnopened($0.text) }
    return isHeadTorn
      || bodyRows.contains { row in
        valueColumns.contains { $0 < row.count && NameContinuation.closesUnopened(row[$0].text) }
      }
  }

  private func years(above column: Int) -> Int {
    head.filter { column < $0.count }.reduce(0) { $0 + TemporalReader().matches(in: $1[column].text).count }
  }

  private static let dashes: Set<String> = ["―", "－", "—", "-", "–", "ー", "…"]

  /// The values of a full line do not fall into as many columns, or a row's values stand in several lines.
  func contradicts(valuesInRow: Int) -> Bool {
    var isPartBefore = false
    for line in body {
      let values = line.pieces.filter { ValueLook.isValue($0.text) && $0.column > 0 }
      if values.count == valuesInRow, !values.allSatisfy({ valueColumns.contains($0.column) }) { return true }
      let isPart = !values.isEmpty && values.count < valuesInRow
      let isUnnamed = line.pieces.first.map { valueColumns.contains($0.column) } ?? true
      if isPart, isPartBefore, isUnnamed { return true }
      isPartBefore = isPart
    }
    return valueColumns.count > valuesInRow + 1
  }

  /// 分野     成果指標 as one cell: the names stand below the groups, set in, and no gutter parts them.
  private var holdsGroupAndName: Bool {
    header.flatMap(\.pieces).contains { piece in
      let roles = piece.text.split(separator: "  ").map { headers.role(of: String($0)) }
      return roles.contains(.group) && roles.contains(.name)
    }
  }

  /// Values stand in a row without any words.
  private var lackName: Bool {
    bodyRows.contains { row in row.indices.allSatisfy { valueColumns.contains($0) || row[$0].isEmpty } }
  }

  /// One name right above another: the values of one of them stand in another line.
  ///
  ///                      スポーツ実施率
  ///     循環型社会の形成  温室効果ガス排出量     41.9％  54.5％
  ///                                              184千t  129千t
  private var holdTwoNames: Bool {
    zip(body, body.dropFirst()).contains { line, next in
      guard !line.holdsValue(in: valueColumns), !next.followsBlank else { return false }
      return line.pieces.contains { piece in
        guard let below = next.piece(piece.column)?.text else { return false }
        return NameContinuation.endsAsName(piece.text) && NameContinuation.endsAsName(below)
          && !NameContinuation.continues(below) && below.count > NameContinuation.longestEnd
      }
    }
  }

  /// Pieces of the header have come into wrong columns: 度 without its year, or two years in one.
  private var isHeadTorn: Bool {
    let isOfIndicators = isOfIndicators
    return (0..<columns).contains { column in
      let text = text(above: column)
      if text.hasPrefix("度") || holdsHeadsOfSeveral(column) || holdsYearsApart(column) || holdsTwoRoles(column) {
        return true
      }
      return isOfIndicators
        && (Set(TemporalReader().matches(in: text).map(\.temporal.startYear)).count > 1 || yearsInBrackets(text) > 1)
    }
  }

  /// 実績（見込み） 目標 as one head: the columns are narrower than their heads.
  private func holdsTwoRoles(_ column: Int) -> Bool {
    header.contains { line in
      let words = line.piece(column)?.text.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
      let roles = words.compactMap {
        headers.role(of: $0) ?? headers.role(of: String($0.prefix { !"（(".contains($0) }))
      }
      return words.count > 1 && roles.count == words.count && Set(roles.filter(\.isValue)).count > 1
    }
  }

  /// R2     R3 as one head, and no two figures below it.
  private func holdsYearsApart(_ column: Int) -> Bool {
    let holdsYears = header.contains { line in
      let parts = line.piece(column)?.text.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
      return parts.count > 1 && parts.allSatisfy(ValueLook.isYear)
    }
    return holdsYears && body.contains { $0.piece(column).map { ValueLook.isValue($0.text) } ?? false }
  }

  /// 目標値 over 所管課 単位 令和8年度: the heads of values and of what stands beside them in one column.
  private func holdsHeadsOfSeveral(_ column: Int) -> Bool {
    let words = header.flatMap { $0.piece(column)?.text.split(separator: " ") ?? [] }
    let roles = words.compactMap { headers.role(of: String($0)) }
    let isBesideValues = roles.contains { [.department, .dataSource, .remarks].contains($0) } || words.contains("単位")
    return roles.contains(where: \.isValue) && isBesideValues
  }

  /// Two in 目標（2023）基準値（2019）.
  private func yearsInBrackets(_ text: String) -> Int {
    text.folded.split(separator: ")").count { part in
      part.lastIndex(of: "(").map { ValueLook.isYear(part[$0...] + ")") } ?? false
    }
  }

  private var isOfIndicators: Bool {
    let words = header.flatMap { $0.pieces.flatMap { $0.text.split(separator: " ") } }
    // 目標（2023）基準値（2019） are two heads that touch.
    let roles = words.compactMap {
      headers.role(of: String($0)) ?? headers.role(of: String($0.prefix { !"（(".contains($0) }))
    }
    return roles.contains(.name) && roles.contains(where: \.isValue)
  }

  /// 現状 and 目標, and no head over the names.
  private var headsSeveralValues: Bool {
    header.allSatisfy { $0.piece(0) == nil }
      && header.flatMap(\.pieces).count { headers.role(of: $0.text)?.isValue == true } > 1
  }

  /// 12,800千円 11,520千円 in one column: the values of two, which no gap of all lines parts. A digit before a decimal
  /// fraction is a number cut apart: 2 1.19人. In a single line any gap may part two columns.
  private var holdFusedValues: Bool {
    body.flatMap(\.pieces).contains { piece in
      guard valueColumns.contains(piece.column) else { return false }
      let parts = piece.text.split(separator: " ", omittingEmptySubsequences: body.count > 1).map(String.init)
      return zip(parts, parts.dropFirst()).contains { first, second in
        (first.count > 1 || !first.allSatisfy(\.isNumber)) && ValueLook.isValue(first) && ValueLook.isValue(second)
      }
    }
  }

  /// A column with values has no head, while a year or a word for values stands over one that holds none.
  ///
  ///     指標         実績値                 目標値
  ///           R2    R3    R4    R5    R6
  ///     移住者数      30人   16人   20人   21人   58人
  private var areHeadsMoved: Bool {
    let headless = valueColumns.filter { text(above: $0).isEmpty && !isCovered($0) }
    // A head right beside its values is no other's.
    return headless.contains { !isHeadAlone($0 - 1) && !isHeadAlone($0 + 1) }
      && (0..<columns).contains(where: isHeadAlone)
  }

  /// A year or a word for values over a column that holds none.
  private func isHeadAlone(_ column: Int) -> Bool {
    !valueColumns.contains(column)
      && head.contains { row in
        row.indices.contains(column) && row[column].columnSpan == 1
          && (ValueLook.isYear(row[column].text) || headers.role(of: row[column].text)?.isValue == true)
      }
  }

  private var columns: Int { (head + bodyRows).map(\.count).max() ?? 0 }

  private func text(above column: Int) -> String {
    head.filter { column < $0.count }.map { $0[column].text }.joined()
  }

  private func isCovered(_ column: Int) -> Bool { head.contains { column < $0.count && $0[column].isCovered } }
}
