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
    return ["閣議決定", "全部変更", "国土交通省", "総務省", "厚生労働省", "環境省", "文部科学省", "農林水産省", "経済産業省", "内閣府"].contains(
      where: line.holds)
      || SectionTitle.countsParts(line.text.folded)
  }

  /// The labels of days that are the document's, or of the meeting whose paper it is.
  private static let ownLabels = [
    "日付", "日時", "開催日", "年月日", "期日", "とき", "発行日", "策定日", "作成日", "公表日", "改訂日", "改定日", "決定日", "議決日", "制定日", "記入日", "提出日",
    "評価日",
  ]

  /// 採水日：, 検査日: a label of a day that is none of these.
  private static func isLabelled(_ before: String) -> Bool {
    let label = before.hasSuffix(":") ? String(before.dropLast()) : before
    guard label.hasSuffix("日"), let word = label.dropLast().last, word.isLetter, !word.isNumber else { return false }
    return !ownLabels.contains(where: label.hasSuffix)
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
