/// Reads single dates at a place of a folded text; the grammar of `TemporalReader`.
///
/// A date is a year in one calendar, perhaps the same year in the other in brackets, then a unit, a month, a day and a
/// part (末, 上旬, 第1四半期). Blanks may stand between any two of these.
struct DateParser {
  let text: FoldedScalars
  let context: TemporalReader.Context

  /// The date that begins exactly at `start`, as long as it goes.
  func point(at start: Int) -> DatePoint? {
    guard var point = yearHead(at: start) else { return nil }
    readTwin(&point)
    guard readUnit(&point) else { return nil }
    readTwin(&point)
    readParted(&point)
    readMonthAndDay(&point)
    readPart(&point)
    if point.depth > 1 || point.part != nil { readTwin(&point) }
    guard isWellEnded(point) else { return nil }
    return point
  }

  /// 令和6年(2024年)度: the bracket parts 年度.
  private func readParted(_ point: inout DatePoint) {
    guard point.unit == .calendar, text[point.end] == "度", text[point.end - 1].isClosingBracket else { return }
    point.unit = .fiscal
    point.end += 1
  }

  /// 年 or 年度 behind the number. False where what follows makes the number a count of years: 2000年間, 10年後.
  func readUnit(_ point: inout DatePoint, isElided: Bool = false) -> Bool {
    let index = text.skippingBlanks(point.end)
    guard text[index] == "年" else { return true }
    let next = text.skippingBlanks(index + 1)
    if text[next] == "度", point.unit == .none || point.unit == .fiscal {
      point.unit = .fiscal
      point.end = next + 1
    } else {
      guard !isCountOfYears(at: index + 1, hasEra: point.era != nil && !isElided) else { return false }
      if point.unit == .none { point.unit = .calendar }
      point.end = index + 1
    }
    point.isBare = false
    return true
  }

  /// Whether what stands behind 年 makes it a length of time.
  private func isCountOfYears(at index: Int, hasEra: Bool) -> Bool {
    let next = text[index + 1]
    switch text[index] {
    case "間", "連", "余", "超", "来": return !hasEra && !(text[index] == "連" && next == "携")
    case "ぶ": return next == "り"
    case "以": return next == "上" || next == "内"
    case "目": return !["標", "的", "指", "途", "安"].contains(next)
    case "前": return !hasEra && !["半", "期", "後", "年"].contains(next)
    case "後": return !hasEra && next != "半" && next != "期"
    case "も": return next == "の"
    case "の": return !hasEra && (next == "歴" || next == "伝")
    case "周", "未": return true
    default: return false
    }
  }

  /// Whether a date without a unit ends where a date can end: not before a letter, a house number or a model name.
  private func isWellEnded(_ point: DatePoint) -> Bool {
    let next = text[point.end]
    if point.unit != .none || point.depth > 1 || point.part != nil {
      return point.unit != .none || !(next.isDigit || next == "," && text[point.end + 1].isDigit)
    }
    if next.isDigit || next.isLatin { return false }
    if next == ",", text[point.end + 1].isDigit { return unitOfList(behind: point) != .none }
    if next == ".", text[point.end + 1].isDigit { return false }
    if next == "-", text[point.end + 1].isLatin { return Era(letter: text[point.end + 1]) != nil }
    switch next {
    case "月", "丁", "番", "号", "条", "型", "系", "級", "棟", "周", "世", "式": return false
    case "区": return text[point.end + 1] == "分"
    case "指": return text[point.end + 1] != "定"
    case "グ": return text[point.end + 1] != "ラ"
    case "ロ": return text[point.end + 1] != "ケ"
    case "ブ": return text[point.end + 1] != "ロ"
    default: return true
    }
  }
}
