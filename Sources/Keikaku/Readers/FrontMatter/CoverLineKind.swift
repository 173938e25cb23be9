import KeikakuText

/// What a line of the cover is.
enum CoverLineKind: Sendable {
  /// Names a document: 第2期久留米市地方創生総合戦略.
  case title
  /// The beginning of a name that the next line ends: 〇〇市まち・ひと・しごと.
  case beginning
  /// The municipality's name alone.
  case place
  /// 第2期, 令和5年度.
  case count
  /// 【概要版】, （案）, 本編.
  case edition
  /// A date, with 策定 or 発行 or the municipality.
  case date
  /// Leads to a file: 〇〇市総合戦略(PDF：1.2MB).
  case link
  /// 第6回〇〇審議会, 資料3, a slogan, anything else.
  case other

  init(_ line: FrontLine, finder: PlaceNameFinder) {
    let key = line.keyText
    if Self.isEdition(line) {
      self = .edition
    } else if Self.statesChange(line) || TitleRefusal.refuses(line) {
      self = .other
    } else if Self.isCount(key) {
      self = .count
    } else if Self.isPlace(key, finder: finder) {
      self = .place
    } else if Self.isDate(line) {
      self = .date
    } else if Self.isReportYear(line) {
      self = .other
    } else if Self.isSlogan(line) || Self.isOrgan(line) || Self.isMaterial(line) {
      self = .other
    } else if Self.opensPhrase(key) {
      self = .beginning
    } else if Self.namesDocument(line) {
      self = .title
    } else {
      self = Self.isBeginning(key) ? .beginning : .other
    }
  }

  private static func isEdition(_ line: FrontLine) -> Bool {
    if TitleText.isDraftLine(line.keyText) { return true }
    guard let word = line.words.first(where: { $0.word == .summary || $0.word == .edition }) else { return false }
    return line.key.count <= word.range.count + 12
  }

  private static func isCount(_ key: String) -> Bool {
    guard key.utf8.count <= 45 else { return false }
    guard key.contains("第") || key.contains("年度") else { return false }
    let bare = key.filter { !"()【】[]".contains($0) }
    let isSeries = bare.hasPrefix("第") && (bare.hasSuffix("期") || bare.hasSuffix("次")) && bare.utf8.count <= 15
    return isSeries || (bare.hasSuffix("年度") && TitlePrefix.isOnlyCount(bare))
  }

  /// 令和6年度（令和5年度実績）: which year a report tells, not what it is called.
  private static func isReportYear(_ line: FrontLine) -> Bool {
    guard line.key.count <= 75, let first = line.keyText.first, "令平昭RH(【".contains(first) || first.isNumber else {
      return false
    }
    let names = line.words.filter { $0.word != .progress && $0.word != .otherDate }
    return names.isEmpty && line.has(.progress) && line.holds("年度") && line.keyText.hasSuffix("実績")
      || line.keyText.hasSuffix("実績)") && names.isEmpty
  }

  /// Bodies of several municipalities that make plans of their own.
  private static let unions = ["広域連合", "広域行政組合", "一部事務組合", "広域市町村圏組合"]

  private static func isPlace(_ key: String, finder: PlaceNameFinder) -> Bool {
    if key.utf8.count <= 60, unions.contains(where: key.hasSuffix) { return true }
    guard key.utf8.count <= 60, let last = key.last, "市町村区県都道府".contains(last) else { return false }
    let text = PlaceText(withoutSeries(key))
    let mentions = finder.mentions(in: text)
    guard let first = mentions.first, let end = mentions.last?.range.upperBound else { return false }
    return first.range.lowerBound == 0 && end == text.scalars.count
  }

  /// 第3期気仙沼市 → 気仙沼市.
  private static func withoutSeries(_ key: String) -> String {
    guard key.first == "第", let end = key.prefix(5).firstIndex(where: { "期次".contains($0) }) else { return key }
    return String(key[key.index(after: end)...])
  }

  private static func isDate(_ line: FrontLine) -> Bool {
    guard line.mayHoldDate, line.holds("年") || line.holds("/") || line.holds(".")
    else {
      return false
    }
    guard let match = TemporalReader().first(in: line.text) else { return false }
    // 令和3年度行政評価 is no date, 〇〇町計画(令和3年3月策定) no line of one.
    if match.temporal.kind == .fiscalYear || namesBefore(match, line) { return false }
    return match.range.count * 2 >= line.text.utf8.count || line.has(.decided) || line.has(.issued)
  }

  /// A plan is named before the bracket that dates it.
  private static func namesBefore(_ match: TemporalReader.Match, _ line: FrontLine) -> Bool {
    let before = line.text.slice(utf8: 0..<match.range.lowerBound)
    guard before.hasSuffix("(") || before.hasSuffix("（"), let name = FrontLine(before, source: line.source, number: 0)
    else {
      return false
    }
    return namesDocument(name)
  }

  /// 「住みやすさ日本一」へ, ～みんなで創るまち～: what a plan wants, not what it is called.
  private static func isSlogan(_ line: FrontLine) -> Bool {
    let key = line.keyText
    guard let first = key.first else { return true }
    if "―-─".contains(first), line.has(where: TitleReader.isPlanOfItsKind) { return false }
    if first == "「" || first == "『", quotesPlan(key) { return false }
    return "「『~〜“\"―ー-─".contains(first) && !key.dropFirst().hasPrefix("第")
  }

  /// 「〇〇市総合戦略」における数値目標: the name of a plan in quotation marks.
  private static func quotesPlan(_ key: String) -> Bool {
    guard let close = key.firstIndex(where: { "」』".contains($0) }),
      let name = FrontLine(key[key.index(after: key.startIndex)..<close], source: SourceRange(0..<0), number: 0)
    else { return false }
    return name.has(where: TitleReader.namesDocument) && TitleStart.isSure(name.text)
  }

  /// 指標：職員数 412人（R4.4.1）→400人（R9.4.1）: an indicator with its figures.
  private static func statesChange(_ line: FrontLine) -> Bool {
    Arrows.partFigures(line.keyText)
  }

  private static func isOrgan(_ line: FrontLine) -> Bool {
    guard let last = line.words.last else { return false }
    return last.word == .organ && last.range.upperBound >= line.key.count - 6
  }

  private static func isMaterial(_ line: FrontLine) -> Bool {
    guard let first = line.words.first, first.word == .material, first.range.lowerBound <= 3 else { return false }
    return line.key.count <= first.range.count + 8
  }

  private static func namesDocument(_ line: FrontLine) -> Bool {
    line.key.count <= 240 && line.has(where: TitleReader.namesDocument)
  }

  /// 総合戦略における: a phrase that the next line ends.
  private static func opensPhrase(_ key: String) -> Bool {
    ["における", "に基づく", "に係る", "に関する"].contains(where: key.hasSuffix)
  }

  private static func isBeginning(_ key: String) -> Bool {
    key.hasSuffix("しごと") || key.hasSuffix("ひと") || key.hasSuffix("・") || key.hasSuffix("創生")
      || key.hasSuffix("デジタル田園都市") || key.hasSuffix("と") && key.utf8.count <= 45
  }
}
