import KeikakuText

/// Lines of nothing but figures, each behind its year or label, below the name of what they measure.
///
///     都市計画道路整備率
///       平成28年度（現状）　61.4％
///       平成38年度（目標）　70.0％
///
///     KPI① 港の来訪者数
///       H30目標　195,000人　H30実績　201,340人
///       R元目標　205,000人　R元実績　198,220人
///
/// The years and labels become the header of a table of one row. Lines without any target are left: they may tell of
/// anything that was counted.
struct DatedLinesReader {
  private struct Figure {
    var header: Range<Int>
    var value: Range<Int>
  }

  private let rows: TextLines
  private let headers: HeaderWords
  private let names: NameAboveFigures
  private let pieces: CellPieces
  /// In bytes.
  private static let longestLine = 240
  /// Of one indicator.
  private static let mostFigures = 40

  init(_ rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    headers = HeaderWords(lexicon)
    names = NameAboveFigures(rows, lexicon: lexicon)
    pieces = CellPieces(rows: rows, quantities: QuantityReader(units: lexicon.units))
  }

  /// The table whose first line of figures this is, or nil.
  func region(at line: Int) -> PageHints.TableRegion? {
    guard line < rows.count else { return nil }
    guard rows.content(line).count <= Self.longestLine else { return nil }
    let content = rows.withoutBullet(rows.content(line))
    guard mayHoldFigure(content) || names.mayBeLed(content) else { return nil }
    guard !rows.holdsSeparator(content) else { return nil }
    return regionBelowName(content, at: line) ?? regionBesideName(content, at: line)
  }

  /// A digit of either width: asked of every line, most of which hold none.
  private func mayHoldFigure(_ content: Range<Int>) -> Bool {
    let bytes = rows.text.bytes.span
    return bytes.digitCount(from: content.lowerBound, to: content.upperBound) > 0
      || bytes.first(0xEF, from: content.lowerBound, to: content.upperBound) < content.upperBound
  }

  private func regionBelowName(_ content: Range<Int>, at line: Int) -> PageHints.TableRegion? {
    guard headers.mayBegin(content, in: rows.text.bytes), var figures = figures(in: content) else { return nil }
    var next = line + 1
    while next < rows.count, !rows.beginsPage(next), figures.count <= Self.mostFigures {
      let line = rows.withoutBullet(rows.content(next))
      guard let more = self.figures(in: line) ?? judgement(in: line) else { break }
      figures += more
      next += 1
    }
    guard let name = names.name(above: line) else { return nil }
    return region(name: name.range, figures, lines: name.line..<next)
  }

  /// 公民館利用者数（人）　R元：142,510　R2：58,312　R8目標：150,000: each figure behind its year and a colon. Behind 成果指標① a blank will do.
  private func regionBesideName(_ content: Range<Int>, at line: Int) -> PageHints.TableRegion? {
    let bytes = rows.text.bytes
    guard let first = Self.colon(in: bytes, content).flatMap({ beforeColon($0, in: content) }) ?? behindLead(content),
      first > content.lowerBound,
      !rows.words(in: content.lowerBound..<first).contains(where: { holdsFigureOrHeader($0) }),
      let figures = figures(in: first..<content.upperBound),
      let name = names.name(in: TextLines.trimmed(content.lowerBound..<first, in: bytes))
    else { return nil }
    return region(name: name, label: lead(of: name, in: content), figures, lines: line..<line + 1)
  }

  /// 成果指標 of 成果指標①　移住者数: the header of the names, as it says that they are indicators'.
  private func lead(of name: Range<Int>, in content: Range<Int>) -> Table.Cell? {
    guard names.mayBeLed(content), names.led(content) != nil,
      let word = rows.words(in: content.lowerBound..<name.lowerBound).first
    else { return nil }
    return rows.cell(word)
  }

  private func holdsFigureOrHeader(_ word: Range<Int>) -> Bool {
    labelApart(word).contains { isFigureOrHeader(rows.string($0)) }
  }

  private func isFigureOrHeader(_ text: String) -> Bool {
    isHeader(text) || ValueLook.isValue(text) && text.contains { !$0.isNumber }
  }

  /// Where the words for the first figure begin that stand before a colon.
  private func beforeColon(_ colon: Int, in content: Range<Int>) -> Int? {
    let words = rows.words(in: content.lowerBound..<colon).flatMap { labelApart($0) }
    return words.reversed().prefix { isHeader(rows.string($0)) }.last?.lowerBound
  }

  /// 成果指標①　移住者数　　現状　52人　　目標　100人: where the first label begins behind a counted word for indicators.
  private func behindLead(_ content: Range<Int>) -> Int? {
    guard names.mayBeLed(content), let name = names.led(content) else { return nil }
    return rows.words(in: name).dropFirst().first { isHeader(rows.string($0)) }?.lowerBound
  }

  private static func colon(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    range.first {
      bytes[$0] == UInt8(ascii: ":") || bytes[$0] == 0x9A && bytes[$0 - 1] == 0xBC && bytes[$0 - 2] == 0xEF
    }
    .map { bytes[$0] == 0x9A ? $0 - 2 : $0 }
  }

  private func region(
    name: Range<Int>, label: Table.Cell? = nil, _ figures: [Figure], lines: Range<Int>
  ) -> PageHints.TableRegion? {
    guard (2...Self.mostFigures).contains(figures.count), figures.contains(where: { role($0.header) == .target }),
      areDistinct(figures)
    else {
      return nil
    }
    let blank = Table.Cell(text: "", source: SourceRange(name.lowerBound..<name.lowerBound))
    let cells = [
      [label ?? blank] + figures.map { rows.cell($0.header) }, [rows.cell(name)] + figures.map { rows.cell($0.value) },
    ]
    return rows.region(lines, cells, form: .labelled)
  }

  /// Every figure of the line with the words before it; nil where anything else stands in it.
  private func figures(in content: Range<Int>) -> [Figure]? {
    guard content.count <= Self.longestLine, !rows.holdsSeparator(content) else { return nil }
    var found: [Figure] = []
    var header: Range<Int>?
    let words = pieces.joined(rows.words(in: content, alsoAt: Self.separators), hasUnits: false)
    for word in words.lazy.flatMap({ labelApart($0) }) {
      let text = rows.string(word)
      if isHeader(text) {
        header = (header?.lowerBound ?? word.lowerBound)..<word.upperBound
      } else if let behind = header, ValueLook.isValue(text) {
        found.append(Figure(header: behind, value: word))
        header = nil
      } else {
        return nil
      }
    }
    guard header == nil, !found.isEmpty else { return nil }
    return found.allSatisfy { isDated($0) } || tellStages(found) ? found : nil
  }

  /// （現状値） and 182,305人（令和５年度）, which touch.
  private func labelApart(_ word: Range<Int>) -> [Range<Int>] {
    // The cheap question: a bracket of either width, and no digit or letter.
    let byte = rows.text.bytes[word.lowerBound]
    guard byte == UInt8(ascii: "(") || byte >= 0xE2 else { return [word] }
    let text = rows.string(word)
    guard let first = text.unicodeScalars.first, let close = HeadingMarks.brackets[first.value] ?? Self.round[first],
      let end = text.unicodeScalars.firstIndex(where: { $0.value == close })
    else { return [word] }
    let behind = text.unicodeScalars.index(after: end)
    let label = String(text[..<behind])
    guard behind < text.endIndex, headers.role(of: label)?.isValue == true else { return [word] }
    let cut = word.lowerBound + label.utf8.count
    return [word.lowerBound..<cut, cut..<word.upperBound]
  }

  private static let round: [Unicode.Scalar: UInt32] = ["（": 0xFF09, "(": 0x29]

  /// 評価　Ｂ and 達成率　85％ below the figures.
  private func judgement(in content: Range<Int>) -> [Figure]? {
    guard content.count <= Self.longestJudgement, !rows.holdsSeparator(content) else { return nil }
    let words = rows.words(in: content, alsoAt: Self.separators)
    guard words.count == 2, let role = role(words[0]), role == .grade || role == .achievementRate else { return nil }
    return [Figure(header: words[0], value: words[1])]
  }

  /// In bytes.
  private static let longestJudgement = 40

  private static let separators = Set(":：/／、→⇒".unicodeScalars.map(\.value))

  /// A year, a label for a value, or both.
  private func isHeader(_ text: String) -> Bool {
    ValueLook.isYear(text) || headers.role(of: text)?.isValue == true && !ValueLook.isLabelledFigure(text)
  }

  /// 計画策定時　58.9　中間目標　61.0　最終目標　63.0: years or not, where the figure starts from and where it is to go.
  private func tellStages(_ figures: [Figure]) -> Bool {
    let roles = figures.map { role($0.header) }
    return roles.contains(.target) && figures.count > 1
      && zip(figures, roles).allSatisfy { $1?.isValue == true || isDated($0) }
  }

  /// The label or the value has a year.
  private func isDated(_ figure: Figure) -> Bool {
    rows.string(figure.header).contains { $0.isNumber || $0 == "元" }
      || ValueLook.endsInYear(rows.string(figure.value))
  }

  private func role(_ header: Range<Int>) -> ColumnRole? { headers.role(of: rows.string(header)) }

  private func areDistinct(_ figures: [Figure]) -> Bool {
    Set(figures.map { rows.string($0.header).folded }).count == figures.count
  }
}
