import KeikakuText

/// Cells of a table that no reader of tables put together: a head for values in a line of its own, and bare values in the
/// lines near it, among headings and other text; or a header's words in a line, and lines of words with values below it.
///
/// Plain `pdftotext` writes the columns of a table between the text around it. Nothing tells then which value is whose, and
/// without a word the figures would be lost.
struct LooseCells {
  private let rows: TextLines
  private let headers: HeaderWords
  private let quantities: QuantityReader
  /// In letters.
  static let longestHead = 24
  private static let longestValue = 16
  /// So many other lines may stand between two cells.
  private static let mostOthers = 8
  private static let fewestValues = 2

  private enum Sort { case head, value, other }

  private struct Run {
    var source: SourceRange
    var values = 0
    var others = 0
  }

  private var run: Run?
  private var found: [SourceRange] = []

  init(text: SourceText, lexicon: Lexicon) {
    rows = TextLines(text: text)
    headers = HeaderWords(lexicon)
    quantities = QuantityReader(units: lexicon.units)
  }

  /// Where such cells stand. `taken` are the blocks that some reader took.
  static func places(in blocks: [Block], taken: Set<Int>, text: SourceText, lexicon: Lexicon) -> [SourceRange] {
    var cells = LooseCells(text: text, lexicon: lexicon)
    for (index, block) in blocks.enumerated() {
      switch block.content {
      case .heading(let heading) where heading.group?.role == .indicators: cells.begin(at: block.source)
      // 2 基本目標 heads goals, and the 1 above the first of them counts it.
      case .heading(let heading) where heading.group?.kind != nil || block.lines.count > 1: cells.pass(1)
      case .heading, .fragment, .furniture: if !taken.contains(index) { cells.read(block) }
      case .cells, .table: cells.finish()
      case .paragraph(let text) where !taken.contains(index) && !Sentences.ends(text.text): cells.read(block)
      case .paragraph, .list, .note, .references, .contents: cells.pass(1)
      }
    }
    cells.finish()
    return cells.found
  }

  /// ■数値目標: bare values below it are an indicator's, with a head of their own or none.
  private mutating func begin(at source: SourceRange) {
    finish()
    run = Run(source: source)
  }

  private mutating func read(_ block: Block) {
    for line in block.lines {
      let range = rows.content(line)
      switch sort(range) {
      case .head:
        if run == nil { run = Run(source: SourceRange(range)) }
        run?.others = 0
      case .value:
        run?.values += 1
        run?.others = 0
        run?.source.end = UInt32(range.upperBound)
      case .other: pass(1)
      }
    }
  }

  private mutating func pass(_ lines: Int) {
    run?.others += lines
    if let run, run.others > Self.mostOthers { finish() }
  }

  private mutating func finish() {
    if let run, run.values >= Self.fewestValues { found.append(run.source) }
    run = nil
  }

  /// Values count behind a head alone, so that most lines need not be looked at for one.
  private func sort(_ range: Range<Int>) -> Sort {
    guard range.count <= Self.longestInBytes else {
      guard range.count <= Self.longestRow else { return .other }
      if run != nil, isRow(range) { return .value }
      return headsRows(range) ? .head : .other
    }
    if run != nil, areValues(rows.string(range)) { return .value }
    let bytes = rows.text.bytes
    let isHead =
      headers.role(of: bytes[range])?.isValue == true
      && bytes.span.scalarCount(from: range.lowerBound, to: range.upperBound) <= Self.longestHead
    if isHead || headsRows(range) { return .head }
    return run != nil && isRow(range) ? .value : .other
  }

  /// 指標名 （令和元年 （令和3年 目標値: the words of a header between blanks, what is aimed at or what indicators are called among
  /// them.
  private func headsRows(_ range: Range<Int>) -> Bool {
    // Asked of every line that is left: most have no blank or a sentence's length.
    guard rows.text.bytes.span.first(Ascii.space, from: range.lowerBound, to: range.upperBound) < range.upperBound
    else {
      return false
    }
    let roles = rows.words(range).compactMap { headers.role(of: rows.text.bytes[$0]) }
    return roles.count > 1 && roles.contains(where: \.isValue) && (roles.contains(.target) || roles.contains(.name))
  }

  /// 農業産出額   108億円 21億円 125億円 遅: at least two values among words.
  private func isRow(_ range: Range<Int>) -> Bool {
    rows.words(range).map(rows.string).count { ValueLook.isFigure($0) && !ValueLook.isYear($0) } > 1
  }

  /// A value, or several between blanks.
  private func areValues(_ text: String) -> Bool {
    let pieces = text.folded.utf8.split(separator: Ascii.space).map { String(Substring($0)) }
    return pieces.allSatisfy { ValueLook.isValue($0) && $0.count <= Self.longestValue }
      && pieces.contains { quantities.read($0).value != nil }
  }

  /// In bytes.
  private static let longestRow = 400
  /// Letters take three bytes, those beyond the common ones four.
  private static let longestInBytes = 4 * max(longestHead, longestValue)
}

extension Diagnostic {
  /// Cells that stand in running text.
  static func runTogetherText(at source: SourceRange) -> Diagnostic {
    Diagnostic(
      .tableRunTogether, "The figures of a table have run together; none was taken for a value.", at: source)
  }

  /// Cells of which it cannot be told whose they are.
  static func runTogether(at source: SourceRange) -> Diagnostic {
    Diagnostic(
      .tableRunTogether,
      "The order of the cells does not tell which value belongs to which name; none was taken for a value.", at: source)
  }
}
