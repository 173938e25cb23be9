import KeikakuText

/// Takes off a line what pages and web sites put around a title.
///
///     12 令和5年度施策評価シート                the page's number
///     第3次〇〇市総合計画を改定しました2          what is announced of it
///     〇〇市総合戦略(素案)(PDF：1.2MB)          the file's size
///     〇〇市総合計画 〇 〇 市                   the municipality again
enum TitleTrim {
  private static let finder = PlaceNameFinder.standard

  static func trimmed(_ text: String) -> String {
    var text = withoutRubric(withoutListMark(text))
    text = withoutPageMarks(text)
    text = withoutNextHeading(text)
    text = withoutPartMark(withoutBrackets(text))
    text = announced(text)
    text = withoutVolume(text)
    text = withoutSecondPlace(withoutDate(text))
    return once(text)
  }

  /// The name of a file with its size leads to the document.
  static func isLink(_ text: String) -> Bool { brackets(in: text).contains { isSize($0) } }

  /// 1 令和5年度…, ② 第3次…: the number belongs to the page or the list.
  private static func withoutListMark(_ text: String) -> String {
    var text = text
    for mark in ["○", "●", "◎", "◆", "■", "□", "◇", "* ", "** "] where text.hasPrefix(mark) {
      text = String(text.dropFirst(mark.count).trimmed)
    }
    // 86第8次…: a page's number right before the count.
    let digits = text.prefix { $0.isNumber }
    if (1...3).contains(digits.count), TitleStart.isSure(text.dropFirst(digits.count)),
      text.dropFirst(digits.count).first == "第"
    {
      return String(text.dropFirst(digits.count))
    }
    guard let rest = SectionTitle.rest(behindNumberOf: text.folded), TitleStart.isSure(rest),
      rest.first != "第" || text.first != "第"
    else { return text }
    return text.end(ofFolded: rest.count).map { String(text[$0...]) } ?? text
  }

  /// くらし 〇〇町総合計画: the part of the magazine or site in which the page stands.
  private static func withoutRubric(_ text: String) -> String {
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard words.count == 2, (2...4).contains(words[0].count), words[0].allSatisfy({ ("ぁ"..."ん").contains($0) }),
      TitleStart.isSure(words[1])
    else { return text }
    return String(words[1])
  }

  /// - 3 -: the page's number before the title, or behind it with the next page's text.
  private static func withoutPageMarks(_ text: String) -> String {
    var text = text
    while let mark = pageMark(in: text) {
      let before = Substring(text[..<mark.lowerBound]).trimmed
      let rest = Substring(text[mark.upperBound...]).trimmed
      text = String(before.isEmpty ? rest : before)
      if text.isEmpty { return text }
    }
    return text
  }

  private static func pageMark(in text: String) -> Range<String.Index>? {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "-") }) else { return nil }
    return text.firstRange(of: #/[-－]\s+[0-9０-９]{1,3}\s+[-－]/#)
  }

  /// 第8次〇〇市総合計画第9章 資料編: the chapter that the page belongs to.
  private static func withoutNextHeading(_ text: String) -> String {
    guard text.contains("章"), let place = text.firstRange(of: #/第[0-9０-９一二三四五六七八九十]{1,2}章/#)?.lowerBound,
      let line = FrontLine(text[..<place], source: SourceRange(0..<0), number: 0),
      line.has(where: TitleReader.isPlanOfItsKind), !line.isSentence
    else { return text }
    return line.text
  }

  private static let closings: [Character: Character] = [")": "(", "）": "（", "]": "[", "］": "［", "】": "【"]

  /// The brackets at the end of a text, the last first.
  private static func brackets(in text: String) -> [Substring] {
    var found: [Substring] = []
    var rest = Substring(text).trimmed
    while let last = rest.last, let opening = closings[last], let open = rest.lastIndex(of: opening) {
      found.append(rest[open...])
      rest = Substring(rest[..<open]).trimmed
    }
    return found
  }

  private static let formats = ["pdf", "word", "excel", "kb", "mb", "kbyte", "mbyte", "バイト", "キロバイト", "メガバイト"]

  private static func isSize(_ bracket: Substring) -> Bool {
    let key = String(bracket).folded.lowercased()
    return key.contains { $0.isNumber } && formats.contains { key.contains($0) }
  }

  /// (PDF：300KB), (音声読み上げ4): the file, not the document. An inner one before について as well.
  private static func withoutBrackets(_ text: String) -> String {
    var text = text
    if text.contains("音声読み上げ") {
      text = text.replacing(#/[（(][^（()）]*音声読み上げ[^（()）]*[)）]/#, with: "")
    }
    while let bracket = brackets(in: text).first, isSize(bracket) {
      text = String(Substring(text[..<bracket.startIndex]).trimmed)
    }
    return text
  }

  /// …プラン3.0(2): the second of the pages that a magazine cuts its text into.
  private static func withoutPartMark(_ text: String) -> String {
    guard let bracket = brackets(in: text).first, text.last == bracket.last, (3...4).contains(bracket.count),
      bracket.dropFirst().dropLast().allSatisfy(\.isNumber), bracket.startIndex > text.startIndex
    else { return text }
    return String(Substring(text[..<bracket.startIndex]).trimmed)
  }

  private static let acts = [
    "策定", "改定", "改訂", "作成", "公表", "見直し", "見直", "変更", "更新", "公開", "定め", "まとめ", "とりまとめ", "取りまとめ",
  ]
  private static let endings = ["いたしました", "致しました", "しました", "します", "いたします", "ました", "ます"]

  /// 第2期〇〇町総合戦略を策定しました, 「…」について: what a page tells of the document that it names.
  private static func announced(_ text: String) -> String {
    var rest = text.dropping("。")[...]
    while rest.last?.isNumber == true, rest.utf8.count > 1 { rest = rest.dropLast() }
    if let ending = endings.first(where: rest.hasSuffix) {
      let phrase = String(rest.dropLast(ending.count))
      for act in acts where phrase.hasSuffix("を" + act) { return phrase.dropping("を" + act) }
    }
    let name = text.dropping("について")
    if name != text, name.first == "「", name.last == "」", !name.dropFirst().dropLast().contains("」") { return name }
    return text
  }

  /// 第4次〇〇プラン、冊子: which of its editions the page holds.
  private static func withoutVolume(_ text: String) -> String {
    for volume in ["冊子", "本編", "概要版", "資料編"] where text.hasSuffix("、" + volume) { return text.dropping("、" + volume) }
    return text
  }

  /// 第4次〇〇市行政改革大綱 〇〇市: who made it, once more.
  private static func withoutSecondPlace(_ text: String) -> String {
    guard text.contains(where: \.isWhitespace) else { return text }
    let place = PlaceText(text)
    let mentions = finder.mentions(in: place)
    guard let last = mentions.last, last.range.upperBound == place.scalars.count, last.range.lowerBound > 0 else {
      return text
    }
    // The letters of the name may stand apart.
    var left = last.range.count
    var start = text.endIndex
    while left > 0, start > text.startIndex {
      start = text.index(before: start)
      if !text[start].isWhitespace { left -= 1 }
    }
    guard start > text.startIndex, text[text.index(before: start)].isWhitespace else { return text }
    let before = String(Substring(text[..<start]).trimmed)
    let isNamed = mentions.dropLast().contains { $0.name == last.name }
    return isNamed && !before.isEmpty ? before : text
  }

  /// …ビジョン 令和2年3月 〇〇市: the date ends the title of a cover that is one line.
  private static func withoutDate(_ text: String) -> String {
    guard text.contains("月"), text.contains(where: \.isWhitespace) else { return text }
    for match in TemporalReader().matches(in: text) where match.temporal.kind == .month || match.temporal.kind == .day {
      let before = text.slice(utf8: 0..<match.range.lowerBound)
      guard before.last?.isWhitespace == true, let line = FrontLine(before, source: SourceRange(0..<0), number: 0),
        line.has(where: TitleReader.namesDocument), !line.key.isEmpty
      else { continue }
      return line.text
    }
    return text
  }

  /// A title drawn several times, or the head of its page run into it, is there once.
  private static func once(_ text: String) -> String {
    var letters = Array(text)
    let count = letters.count
    while let length = repetition(at: letters) { letters.removeFirst(length) }
    return letters.count < count ? String(letters) : text
  }

  private static let shortestRepeated = 5
  private static let longestTitle = 120

  /// How many letters at the beginning stand right behind themselves again.
  private static func repetition(at letters: [Character]) -> Int? {
    guard letters.count <= longestTitle, letters.count >= 2 * shortestRepeated else { return nil }
    return (shortestRepeated...letters.count / 2).first { length in
      letters[..<length].elementsEqual(letters[length..<2 * length])
    }
  }
}

extension String {
  /// Where the last letters of the folded text begin in the text itself; nil where folding changes their number.
  fileprivate func end(ofFolded count: Int) -> String.Index? {
    folded.count == self.count ? index(endIndex, offsetBy: -count) : nil
  }
}
