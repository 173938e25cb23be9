import KeikakuText

/// The columns of a table of measures, by the words of its header row.
struct ActionColumns {
  private(set) var name: Int?
  private(set) var text: Int?
  private(set) var department: Int?
  private(set) var budget: Int?
  private(set) var period: Int?
  /// Who carries it out, 実施主体: taken for the office where no column is one for offices.
  private var body: Int?
  /// Columns right of the name that are none of these.
  private var unknown = 0
  private var hasFigures = false
  /// R5実績 beside what is done and who does it: what came of it.
  private var hasResults = false
  /// Columns of amounts that tell their year; of several none is the budget.
  private var amounts = 0
  private var count = 0

  private static let names = WordTrie(ActionWords.names.map { ($0, true) })

  init(_ row: Int, of scan: TableScan, words: TableWords) {
    let span = scan.bytes.span
    for (column, cell) in scan.rows[row].enumerated() where cell.shape != .empty {
      count += 1
      if Self.isDatedAmount(cell, scan) {
        budget = amounts == 0 ? column : nil
        amounts += 1
      } else if cell.header?.role == .actual {
        hasResults = true
      } else if cell.shape != .words || cell.header?.role.isValue == true || cell.header?.saysIndicator == true {
        hasFigures = true
      } else if name == nil, Self.names.whole(span, Self.withoutBracket(scan.bytes, cell.range)) != nil {
        name = column
      } else {
        let field = words.forms.whole(span, cell.range)
        let isScheduled = words.schedules.whole(span, cell.range) != nil
        let isBody = scan.bytes[cell.range].suffix(Self.bodyWord.count).elementsEqual(Self.bodyWord)
        if isBody {
          body = body ?? column
        } else {
          take(column, field, isScheduled: isScheduled, role: cell.header?.role)
        }
      }
    }
    department = department ?? body
    // 施策 | 取組内容 | 担当課, and 取組内容 | 担当課: what is done has no name of its own.
    if name == nil, let text,
      Self.deeds.contains(where: { scan.bytes[scan.rows[row][text].range].starts(with: $0) }),
      text == 0 || words.kind(ofLabel: span, scan.rows[row][text - 1].range) != nil
    {
      nameByText()
    }
  }

  private static let amountWords = ["事業費", "予算", "予算額", "決算", "決算額"]

  /// R4事業費(千円), 令和5年度予算額: what is spent in a year.
  private static func isDatedAmount(_ cell: TableScan.Cell, _ scan: TableScan) -> Bool {
    guard cell.shape != .words, cell.header.map({ $0.role == .forecast }) ?? true,
      mayEndAsAmount(scan.bytes[cell.range])
    else { return false }
    let text = scan.text(cell)
    return DatedLabel.holds(text) && amountWords.contains { text.prefix { $0 != "(" }.hasSuffix($0) }
  }

  /// How the last letters of these words end: most cells of figures hold none of them.
  private static let amountEnds = ["費", "算", "額"].map { Array($0.utf8) }

  private static func mayEndAsAmount(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.contains { $0 >= 0xE7 } && amountEnds.contains { cell.span.holds($0.span) }
  }

  private static let bodyWord = Array("主体".utf8)
  private static let deeds = ["取組", "取り組み", "実施", "事業"].map { Array($0.utf8) }

  /// 事業名(施設名) is called as 事業名 is; 取組(事業)名 has its bracket inside.
  private static func withoutBracket(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard bytes[range.upperBound - 1] == UInt8(ascii: ")"),
      let open = range.last(where: { bytes[$0] == UInt8(ascii: "(") }),
      open > range.lowerBound
    else { return range }
    return range.lowerBound..<open
  }

  private mutating func take(_ column: Int, _ field: FormField?, isScheduled: Bool, role: ColumnRole?) {
    if isScheduled {
      period = period ?? column
      return
    }
    switch (field, role) {
    case (.department, _), (_, .department): department = department ?? column
    case (.budget, _): budget = budget ?? column
    case (.period, _), (_, .year): period = period ?? column
    case (.text, _), (.actions, _), (_, .definition): text = text ?? column
    case (_, .remarks), (_, .number), (_, .group), (.other, _): break
    default: unknown += 1
    }
  }

  /// Takes the text of what is done for its name.
  mutating func nameByText() {
    guard let text else { return }
    name = text
    self.text = nil
  }

  /// A name beside a text or an office, and hardly a word that is not known.
  var isHeader: Bool {
    guard !hasFigures, name != nil, count >= 2, !hasResults || text != nil && department != nil else { return false }
    return (text != nil || department != nil) && unknown * 3 <= count
  }
}
