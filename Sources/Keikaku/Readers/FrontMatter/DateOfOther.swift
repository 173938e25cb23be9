import KeikakuText

/// Tells dates that a line of the cover gives of something other than the document:
///
///     至 2029年3月31日                                 an end of the years it is for
///     1.1 循環型社会形成推進基本計画(平成25年5月閣議決定)   another plan, which a section tells of
///     採水日：令和6年8月5日                             a day that its label names
///     令和7年4月採用　市職員採用試験案内                   the day on which something begins
///     住基人口　R5.1.1　7,455人                          the day of a figure
enum DateOfOther {
  static func isDated(_ line: FrontLine, _ date: TemporalReader.Match) -> Bool {
    let before = line.text.slice(utf8: 0..<date.range.lowerBound).folded.filter { $0 != " " }
    let behind = line.text.slice(utf8: date.range.upperBound..<line.text.utf8.count).folded
    return isBorder(before, behind) || isDecidedElsewhere(line) || isLabelled(before)
      || events.contains { behind.filter { $0 != " " }.hasPrefix($0) } || standsBesideFigure(line)
  }

  /// 自 or 至 before it, から or まで behind it.
  private static func isBorder(_ before: String, _ behind: String) -> Bool {
    ["自", "至"].contains { before.hasSuffix($0) } || ["から", "まで", "以降"].contains { behind.hasPrefix($0) }
  }

  /// What the state decides, and what a numbered line in the text tells of.
  private static func isDecidedElsewhere(_ line: FrontLine) -> Bool {
    guard line.has(.decided) || line.has(.issued) else { return false }
    return ["閣議決定", "全部変更", "省策定", "省決定", "省告示", "省発行", "府策定", "府決定", "府告示", "庁策定", "庁告示"].contains(where: line.holds)
      || SectionTitle.countsParts(line.text.folded)
  }

  /// The labels of days on which something else was done or begins.
  private static let otherLabels = WordEndings([
    "採水日", "採取日", "検査日", "測定日", "調査日", "撮影日", "観測日", "面接日", "試験日", "採用日", "入札日", "開札日", "契約日", "届出日", "基準日", "受付日",
    "締切日",
    "投票日", "告示日", "支給日", "納期限日", "開始日", "終了日", "適用日", "施行日", "着工日", "竣工日",
  ])

  /// 採水日：, 検査日.
  private static func isLabelled(_ before: String) -> Bool {
    otherLabels.end(before.hasSuffix(":") ? String(before.dropLast()) : before)
  }

  /// What begins on the day.
  private static let events = [
    "採用", "入学", "入所", "入園", "入居", "開校", "開所", "開園", "開館", "開業", "稼働", "供用", "着工", "竣工", "生まれ",
  ]

  /// A figure with its unit in the line: the day is that of the count.
  private static func standsBesideFigure(_ line: FrontLine) -> Bool {
    guard !line.has(.issued), !line.has(.decided) else { return false }
    return line.text.split(whereSeparator: \.isWhitespace).map(String.init).contains { piece in
      ValueLook.isFigure(piece) && !ValueLook.isYear(piece) && measures.contains { piece.folded.hasSuffix($0) }
    }
  }

  private static let measures = ["人", "世帯", "戸", "件", "%", "km2", "ha", "円"]
}
