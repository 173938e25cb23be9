import KeikakuText

/// Takes the lines of a table's body apart into the cells of its columns, by their sort and order.
struct OrderedLineReader {
  let rows: TextLines
  let items: StackedItemReader
  let columns: StackedColumns
  let reader: SegmentReader

  /// The cells of a line of the text, those that one blank parts among them.
  func pieces(_ number: Int, _ segments: [LineSegment]) -> [OrderedPiece] {
    let others = segments.dropFirst().flatMap { rows.words($0.source).map(rows.string) }
    return segments.enumerated().flatMap { order, segment in
      order == 0
        ? unitApart(segment, besides: others) ?? scaleApart(segment) ?? restsApart(segment, isFirst: true)
        : restsApart(segment, isFirst: false)
    }.flatMap { segment in
      items.items(
        in: segment.source, number, block: 0, hasUnits: columns.hasUnits, partsWords: columns.leadingWords.count > 1
      ).map { item in
        OrderedPiece(item: item, columns: reader.part(item.source, of: segment).columns)
      }
    }
  }

  /// のアクセス件数 件     件     件: one blank alone is left between the end of a name and the first of the units of values.
  private func unitApart(_ segment: LineSegment, besides others: [String]) -> [LineSegment]? {
    let pieces = rows.words(segment.source)
    guard pieces.count > 1, others.count > 1, let unit = pieces.last, items.sort(rows.string(unit), true) == .unit,
      others.allSatisfy({ $0 == rows.string(unit) })
    else { return nil }
    let name = pieces[0].lowerBound..<pieces[pieces.count - 2].upperBound
    return [reader.part(name, of: segment), reader.part(unit, of: segment)]
  }

  /// ふるさと納税寄附 億 with 円 in the line below: the unit's first line, one blank behind a name that fills its column.
  private func scaleApart(_ segment: LineSegment) -> [LineSegment]? {
    let pieces = rows.words(segment.source)
    guard columns.hasUnits, pieces.count > 1, let last = pieces.last, Self.scales.contains(rows.string(last)) else {
      return nil
    }
    let name = pieces[0].lowerBound..<pieces[pieces.count - 2].upperBound
    return [reader.part(name, of: segment), reader.part(last, of: segment)]
  }

  private static let scales: Set<String> = ["千", "万", "十万", "百万", "千万", "億", "十億", "百億"]

  /// 所 所, CO2 t-CO2, 舗 度: the ends of values, which one blank parts.
  private func restsApart(_ segment: LineSegment, isFirst: Bool) -> [LineSegment] {
    let pieces = rows.words(segment.source)
    let texts = pieces.map(rows.string)
    let areShort = texts.allSatisfy { ($0.count <= 2 || $0.allSatisfy(\.isASCII)) && items.sort($0, true) != .value }
    let areAlike = Set(texts.map(\.last)).count < texts.count
    guard areShort, areAlike || !isFirst && texts.allSatisfy({ $0.count == 1 }) else { return [segment] }
    return pieces.map { reader.part($0, of: segment) }
  }

  /// The cells of a line by their sort and order; nil where it holds values, but not as many as the header asks for.
  func line(_ pieces: [OrderedPiece]) -> OrderedLine? {
    var line = OrderedLine()
    let pieces = withNameApart(withDashesApart(withYearsApart(pieces)))
    var values = pieces.filter { columns.takesAsValue($0.item) }
    if columns.first(.number) != nil, values.count > columns.valueLike.count,
      values.first?.item.source == pieces[0].item.source
    {
      line.number = values.removeFirst()
    }
    if let grade = markForGrade(pieces, values) {
      line.trailing.append(grade)
      values.removeLast()
    } else if columns.hasUnits, values.count == columns.valueLike.count + 1, let first = values.first,
      let last = values.last, Self.isMark(first) != Self.isMark(last)
    {
      line.unit = Self.isMark(first) ? values.removeFirst() : values.removeLast()
    }
    if columns.first(.number) != nil, values.count == 1, pieces.count > 1,
      values[0].item.source == pieces[0].item.source
    {
      line.number = values.removeFirst()
    }
    guard values.isEmpty || values.count == columns.valueLike.count,
      values.isEmpty || columns.fit(values.map(\.item), columns.valueLike)
    else { return nil }
    line.values = values
    let end = values.last?.item.source.upperBound ?? Int.max
    let start = values.first?.item.source.lowerBound ?? Int.max
    for piece in pieces where !columns.takesAsValue(piece.item) {
      if piece.item.source.lowerBound >= end {
        // 30 58 人: the column of units may stand right of the values.
        if columns.hasUnits, piece.item.sort == .unit, line.unit == nil {
          line.unit = piece
        } else {
          line.trailing.append(piece)
        }
      } else if piece.item.sort == .unit, !values.isEmpty {
        // 合 ％ 71.7: the end of a name may read as a unit.
        if let word = line.unit { line.words.append(word) }
        line.unit = piece
      } else if piece.item.source.lowerBound < start {
        line.words.append(piece)
      } else {
        return nil
      }
    }
    return line
  }

  /// 8.4 10.0 － 12.0 － with its unit before these: behind the values a dash for a grade or remark that was not given.
  private func markForGrade(_ pieces: [OrderedPiece], _ values: [OrderedPiece]) -> OrderedPiece? {
    guard !columns.trailingWords.isEmpty, values.count == columns.valueLike.count + 1, let last = values.last,
      last.item.source == pieces.last?.item.source, Self.isMark(last), values.first.map(Self.isMark) == false,
      !columns.hasUnits || pieces.contains(where: { $0.item.sort == .unit }),
      columns.fit(values.dropLast().map(\.item), columns.valueLike)
    else { return nil }
    return last
  }

  /// A dash, be it for a value or for a unit.
  private static func isMark(_ piece: OrderedPiece) -> Bool {
    ValueLook.isMark(piece.item.text)
  }

  /// 250,000人（R3）300,000人（R8）: values that bring their years and fill their columns, without a blank between them.
  private func withYearsApart(_ pieces: [OrderedPiece]) -> [OrderedPiece] {
    guard pieces.count(where: { columns.takesAsValue($0.item) }) < columns.valueLike.count else { return pieces }
    return pieces.flatMap(yearsApart)
  }

  private func yearsApart(_ piece: OrderedPiece) -> [OrderedPiece] {
    let text = piece.item.text
    guard let close = text.firstIndex(where: { $0 == "）" || $0 == ")" }) else { return [piece] }
    let cut = text.index(after: close)
    guard let open = text.firstIndex(where: { $0 == "（" || $0 == "(" }), open < close, cut < text.endIndex,
      ValueLook.isYear(String(text[open..<cut])), ValueLook.isValue(String(text[..<cut])), text[cut].isNumber
    else { return [piece] }
    let bytes = piece.item.source.lowerBound + text[..<cut].utf8.count
    var (first, rest) = (piece, piece)
    first.item.text = String(text[..<cut])
    first.item.source = piece.item.source.lowerBound..<bytes
    first.item.sort = .value
    rest.item.text = String(text[cut...])
    rest.item.source = bytes..<piece.item.source.upperBound
    rest.item.sort = items.sort(rest.item.text, columns.hasUnits)
    return [first] + yearsApart(rest)
  }

  /// スポーツ実施率（週1回以上）41.9％ where one value is missing: a name that fills its column up to the value.
  private func withNameApart(_ pieces: [OrderedPiece]) -> [OrderedPiece] {
    guard pieces.count(where: { columns.takesAsValue($0.item) }) == columns.valueLike.count - 1,
      let place = pieces.lastIndex(where: { !columns.takesAsValue($0.item) && $0.item.text.contains(where: \.isNumber) }
      ),
      let cut = TouchingValue.start(in: pieces[place].item.text)
    else { return pieces }
    var parted = pieces
    var (name, value) = (pieces[place], pieces[place])
    name.item.text = String(pieces[place].item.text[..<cut])
    value.item.text = String(pieces[place].item.text[cut...])
    let bytes = pieces[place].item.source.lowerBound + name.item.text.utf8.count
    name.item.source = pieces[place].item.source.lowerBound..<bytes
    value.item.source = bytes..<pieces[place].item.source.upperBound
    value.item.sort = items.sort(value.item.text, columns.hasUnits)
    guard columns.takesAsValue(value.item) else { return pieces }
    parted.replaceSubrange(place...place, with: [name, value])
    return parted
  }

  /// ―102件 where one value is missing: a dash that stands for none, and the value of the next column.
  private func withDashesApart(_ pieces: [OrderedPiece]) -> [OrderedPiece] {
    guard pieces.count(where: { columns.takesAsValue($0.item) }) == columns.valueLike.count - 1 else { return pieces }
    return pieces.flatMap { piece -> [OrderedPiece] in
      guard columns.takesAsValue(piece.item), let dash = piece.item.text.first, Self.dashes.contains(dash),
        piece.item.text.dropFirst().first?.isNumber == true
      else { return [piece] }
      var (first, rest) = (piece, piece)
      let cut = piece.item.source.lowerBound + dash.utf8.count
      first.item.text = String(dash)
      first.item.source = piece.item.source.lowerBound..<cut
      rest.item.text.removeFirst()
      rest.item.source = cut..<piece.item.source.upperBound
      return [first, rest]
    }
  }

  /// Dashes that are never meant as a minus sign.
  private static let dashes: Set<Character> = ["―", "—", "─"]
}
