import KeikakuText

/// The wording of a title: joined over lines, without marks of edition, with blanks that only lay it out removed.
enum TitleText {
  /// Lines that say draft and nothing else, folded without blanks.
  static let draftMarks: Set<String> = {
    let words = ["案", "素案", "原案", "骨子", "骨子案", "骨子(案)", "中間案", "最終案", "修正案", "原案", "たたき台", "計画案", "答申案", "パブリックコメント案"]
    let brackets = [
      ("", ""), ("(", ")"), ("【", "】"), ("<", ">"), ("[", "]"), ("≪", "≫"), ("《", "》"), ("〈", "〉"), ("〔", "〕"),
    ]
    return Set(words.flatMap { word in brackets.map { $0 + word + $1 } })
  }()

  /// Whether a line, folded and without blanks, says draft and nothing but its edition: （2020改訂版）（素案）.
  static func isDraftLine(_ key: String) -> Bool {
    if draftMarks.contains(key) { return true }
    guard key.hasPrefix("("), key.hasSuffix(")"), key.utf8.count <= 75 else { return false }
    let parts = key.dropFirst().dropLast().split(separator: ")(", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.contains { draftMarks.contains(String($0)) }
  }

  /// One line's part of the title.
  static func part(_ text: String) -> String {
    var part = withoutMaterialMark(withoutLabel(text))
    if editionWords.occurs(in: part) {
      for mark in editionMarks { part = withoutSuffixOrPrefix(part, mark) }
    }
    part = unquoted(part)
    part = withoutGaps(part)
    return isSpacedOut(part) ? String(part.filter { !$0.isWhitespace }) : closedDates(withSingleBlanks(part))
  }

  /// 第2次 〇〇市健康づ くり 計 画: where two letters stand alone, the other blanks only lay out the title too.
  private static func withoutGaps(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count(where: { $0.count == 1 && $0 != "～" && $0 != "~" }) > 1, let first = words.first else {
      return text
    }
    let rest = words.dropFirst().joined()
    return String(first) + (first.first == "第" && "次期".contains(first.last!) ? " " : "") + rest
  }

  private static let datesWithBlanks = WordTrie(
    ["平成 ", "令和 ", "昭和 ", " 年", "第 ", " 次", " 期"].map { ($0, true) })

  /// 平成 27 年度 → 平成27年度.
  private static func closedDates(_ text: String) -> String {
    // Where none of these blanks stands there is nothing to close.
    guard datesWithBlanks.occurs(in: text) else { return text }
    return text.replacing(#/(平成|令和|昭和) ?([0-9０-９元]+) ?(年度?)/#) { "\($0.1)\($0.2)\($0.3)" }
      .replacing(#/第 ?([0-9０-９]+) ?([次期])/#) { "第\($0.1)\($0.2)" }
  }

  /// Joins the parts of a title that stands on several lines.
  static func joined(_ parts: [(text: String, kind: CoverLineKind)]) -> String {
    var title = ""
    var previous: CoverLineKind?
    for part in parts where !part.text.isEmpty {
      let runsOn =
        previous == nil || previous == .place || previous == .beginning || part.kind == .edition
        || part.text.hasPrefix("（") || part.text.hasPrefix("(")
      let isSeries = previous == .count && title.last.map { "期次".contains($0) } == true
      title += (runsOn || isSeries ? "" : " ") + part.text
      previous = endsOpen(title) || opensBracket(title) ? .beginning : part.kind
    }
    guard title.utf8.contains(Ascii.space) else { return title }
    return title.replacing("しごと 創生", with: "しごと創生").replacing("ひと 創生", with: "ひと創生")
      .replacing("・ ", with: "・")
  }

  /// Whether the page breaks the title within a bracket: 進捗状況報告書（平成29年度実 / 績）.
  static func isBroken(_ line: String, before next: String) -> Bool {
    opensBracket(line) && next.utf8.count <= 45 && !opensBracket(line + next)
  }

  private static func opensBracket(_ text: String) -> Bool {
    text.unicodeScalars.count { $0 == "(" || $0 == "（" } > text.unicodeScalars.count { $0 == ")" || $0 == "）" }
  }

  private static func endsOpen(_ title: String) -> Bool {
    ["しごと", "ひと", "・", "の", "と", "まち", "における", "に基づく", "に係る", "に関する"].contains { title.hasSuffix($0) }
  }

  private static let editionMarks: [String] = {
    let words = ["概要版", "概要", "ダイジェスト版", "ダイジェスト", "本編", "資料編", "全体版", "要約版", "概要書", "抜粋", "冊子版"]
    let brackets = [
      ("【", "】"), ("(", ")"), ("（", "）"), ("[", "]"), ("［", "］"), ("≪", "≫"), ("《", "》"), ("<", ">"), ("＜", "＞"),
      ("〈", "〉"), ("〔", "〕"), ("-", "-"), ("－", "－"), ("~", "~"), ("～", "～"), ("〜", "〜"),
    ]
    return words.flatMap { word in brackets.map { $0 + word + $1 } } + ["概要版", "ダイジェスト版", "要約版"]
  }()

  private static let editionWords = WordTrie(editionMarks.map { ($0, true) })

  private static func withoutSuffixOrPrefix(_ text: String, _ mark: String) -> String {
    if text.hasSuffix(mark) { return String(text.dropLast(mark.count)[...].trimmed) }
    if text.hasPrefix(mark) { return String(text.dropFirst(mark.count)[...].trimmed) }
    return text
  }

  /// title: 〇〇市総合計画 of a file's head, ３．名　称：〇〇町総合戦略 of a list of particulars.
  private static func withoutLabel(_ text: String) -> String {
    guard let colon = text.firstIndex(where: { ":：".contains($0) }) else { return text }
    let label = String(text[..<colon]).folded.drop { $0.isNumber || ".、()・ ".contains($0) }.filter { $0 != " " }
    guard PlanLabels.names.contains(String(label)) else { return text }
    let rest = text[text.index(after: colon)...]
    return String(rest.trimmed)
  }

  /// 資料3 第2期〇〇市総合戦略 is called 第2期〇〇市総合戦略.
  private static func withoutMaterialMark(_ text: String) -> String {
    guard let mark = ["資料", "別紙", "参考資料", "【資料", "別添"].first(where: { text.hasPrefix($0) }) else { return text }
    let rest = text.dropFirst(mark.count)
    let number = rest.prefix { $0.isNumber || "-－ー】. 　.．".contains($0) }
    guard number.contains(where: { $0.isNumber }) else { return text }
    return String(rest.dropFirst(number.count).trimmed)
  }

  private static func unquoted(_ text: String) -> String {
    let pairs: [(Character, Character)] = [("「", "」"), ("『", "』"), ("“", "”"), ("【", "】")]
    for (open, close) in pairs where text.first == open && text.last == close && text.count > 2 {
      let inside = text.dropFirst().dropLast()
      if !inside.contains(open) { return String(inside) }
    }
    return text
  }

  /// Blanks between single letters are layout: 総 合 戦 略.
  private static func isSpacedOut(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return (words.count >= 4 || words.count == 3 && words.allSatisfy { $0.count == 1 })
      && words.reduce(0) { $0 + $1.count } * 2 <= words.count * 3
  }

  private static func withSingleBlanks(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
