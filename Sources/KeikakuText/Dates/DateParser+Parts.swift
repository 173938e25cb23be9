/// Parts of a year or a month behind a date: 末, 当初, 上旬, 上半期, 第1四半期, 年代.
extension DateParser {
  func readPart(_ point: inout DatePoint) {
    guard point.day == nil else { return }
    let index = text.skippingBlanks(point.end)
    if point.month != nil {
      readMonthPart(&point, at: index)
    } else if point.unit != .none || point.era != nil {
      readYearPart(&point, at: index)
    }
  }

  private func readMonthPart(_ point: inout DatePoint, at index: Int) {
    if let (part, length) = Self.monthParts[wordAt: index, in: text] {
      point.part = part
      point.end = index + length
    } else if isMisreadEnd(at: index) {
      setEnd(&point, .monthEnd, index + 1)
      point.repaired = true
    } else if text[index] == "初" || text[index] == "頭", !text[index + 1].isKanji {
      setEnd(&point, .monthStart, index + (text[index + 1] == "め" && text[index + 2] != "て" ? 2 : 1))
    }
  }

  private static let monthParts: [(StaticString, DatePoint.Part)] = [
    ("末日", .monthEnd), ("末", .monthEnd), ("上旬", .tenDays(1)), ("初旬", .tenDays(1)), ("中旬", .tenDays(2)),
    ("下旬", .tenDays(3)), ("前半", .monthHalf(1)), ("後半", .monthHalf(2)),
  ]

  private static let yearParts: [(StaticString, DatePoint.Part)] = [
    ("末日", .yearEnd), ("末", .yearEnd), ("上半期", .half(1)), ("下半期", .half(2)), ("上期", .half(1)),
    ("下期", .half(2)), ("前半", .half(1)), ("後半", .half(2)),
  ]

  private func readYearPart(_ point: inout DatePoint, at index: Int) {
    if point.unit == .calendar, text[index] == "代", text[index + 1] != "表", text[index + 1] != "替" {
      readDecade(&point, at: index + 1)
    } else if let (part, length) = Self.yearParts[wordAt: index, in: text] {
      setEnd(&point, part, index + length)
    } else if point.unit != .none, isMisreadEnd(at: index) {
      setEnd(&point, .yearEnd, index + 1)
      point.repaired = true
    } else if let end = yearStart(at: index) {
      setEnd(&point, .yearStart, end)
    } else if text[index + 1] == "期", !text[index + 2].isKanji, text[index] == "前" || text[index] == "後" {
      setEnd(&point, .half(text[index] == "前" ? 1 : 2), index + 2)
    } else {
      readQuarter(&point, at: index)
    }
  }

  private func setEnd(_ point: inout DatePoint, _ part: DatePoint.Part, _ end: Int) {
    point.part = part
    point.end = end
  }

  /// 未 for 末: only where no word begins with it, as in 未満, 未実施, 未定.
  private func isMisreadEnd(at index: Int) -> Bool {
    guard text[index] == "未" else { return false }
    let next = text[index + 1]
    if next == "現" || next == "時" { return text[index + 2] == "在" || text[index + 2] == "点" }
    return !next.isKanji
  }

  /// 当初, 初め, 年頭; not 当初予算, 初回 or 初めて.
  private func yearStart(at index: Int) -> Int? {
    guard ["当", "初", "始", "は", "頭"].contains(text[index]) else { return nil }
    for word: StaticString in ["当初", "初頭", "初め", "始め", "はじめ", "初", "頭"] {
      guard let end = text.end(of: word, at: index) else { continue }
      if text[end].isKanji, text[end] != "現", text[end] != "時" { return nil }
      return text[end] == "て" ? nil : end
    }
    return nil
  }

  private func readDecade(_ point: inout DatePoint, at index: Int) {
    guard point.number % 10 == 0 else { return }
    setEnd(&point, .decade, index)
    if let end = text.end(of: "前半", at: index) { setEnd(&point, .decadeHalf(1), end) }
    if let end = text.end(of: "後半", at: index) { setEnd(&point, .decadeHalf(2), end) }
  }

  /// 第1四半期, 第１・四半期, 第3Q.
  private func readQuarter(_ point: inout DatePoint, at index: Int) {
    let hasOrdinal = text[index] == "第"
    let first = text.skippingBlanks(hasOrdinal ? index + 1 : index)
    if hasOrdinal, let number = text[first].kanjiDigit, let end = text.end(of: "四半期", at: first + 1) {
      return setEnd(&point, .quarter(number), end)
    }
    guard let number = ShortNumber(text, at: first), number.digits == 1 else { return }
    let next = text.skippingBlanks(text[number.end] == "・" || text[number.end] == "/" ? number.end + 1 : number.end)
    if let end = text.end(of: "四半期", at: next) {
      setEnd(&point, .quarter(number.value), end)
    } else if text[next] == "Q", !text[next + 1].isLatin {
      setEnd(&point, .quarter(number.value), next + 1)
    } else if let mark = rangeMark(at: next), isQuarter(at: text[mark.end] == "第" ? mark.end + 1 : mark.end) {
      setEnd(&point, .quarter(number.value), number.end)
    }
  }

  /// The second of two quarters names them both: 第1～第2四半期.
  private func isQuarter(at index: Int) -> Bool {
    text[index].isDigit && text.end(of: "四半期", at: text.skippingBlanks(index + 1)) != nil
  }
}

extension [(StaticString, DatePoint.Part)] {
  /// The first word of the list that stands at an index, as its part and its length.
  fileprivate subscript(wordAt index: Int, in text: FoldedScalars) -> (DatePoint.Part, Int)? {
    for (word, part) in self {
      if let end = text.end(of: word, at: index) { return (part, end - index) }
    }
    return nil
  }
}
