import KeikakuText

/// 令和2年度を初年度とし、令和6年度を目標年度とする: a range told as two years.
enum FirstAndLastYear {
  private static let firsts = ["を初年度", "を始期", "をはじめ", "を開始", "を初年", "(初年度", "からの", "から"]
  private static let lasts = ["を目標", "を最終", "を終期", "を終了", "(目標年", "までの", "まで"]

  static func ranges(of matches: [TemporalReader.Match], in text: String) -> [TemporalReader.Match] {
    let bytes = Array(text.utf8)
    func behind(_ match: TemporalReader.Match) -> String {
      String(decoding: bytes[match.range.upperBound...].prefix(30), as: UTF8.self).folded
    }
    let years = matches.filter { $0.temporal.start != nil && $0.temporal.end != nil && $0.temporal.kind != .range }
    guard let first = years.first(where: { match in firsts.contains { behind(match).hasPrefix($0) } }) else {
      return []
    }
    let rest = years.filter { $0.range.lowerBound > first.range.lowerBound }
    guard let last = rest.first(where: { match in lasts.contains { behind(match).hasPrefix($0) } }),
      let start = first.temporal.start, let end = last.temporal.end, end.year > start.year
    else { return [] }
    let range = first.range.lowerBound..<last.range.upperBound
    let temporal = Temporal(
      raw: String(decoding: bytes[range], as: UTF8.self), kind: .range, start: start, end: end,
      startYear: first.temporal.startYear, endYear: last.temporal.endYear)
    return [TemporalReader.Match(temporal: temporal, range: range)]
  }
}
