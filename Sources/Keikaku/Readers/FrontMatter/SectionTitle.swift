import KeikakuText

/// Tells the headings inside a document from the name of the document: 第3章 計画の推進, (2) 達成の見込み, 計画策定の趣旨.
enum SectionTitle {
  static func stands(_ line: FrontLine) -> Bool {
    let rest = rest(behindNumberOf: line.text.folded)
    // 1 令和5年度〇〇報告書 stands behind its page's number.
    if let rest, !TitleStart.isSure(rest) { return true }
    return isGeneral(line, rest)
  }

  /// 1.1 循環型社会形成推進基本計画: a number of two parts at least, as sections of a text have.
  static func countsParts(_ text: String) -> Bool {
    let number = text.prefix { $0.isNumber && $0.isASCII || $0 == "." || $0 == "-" }
    let parts = number.split(whereSeparator: { ".-".contains($0) })
    return parts.count > 1 && parts.allSatisfy { $0.count < 3 } && text.dropFirst(number.count).first == " "
  }

  /// What stands behind the number, mark or 第N章 at the beginning; nil where there is none.
  static func rest(behindNumberOf text: String) -> Substring? {
    if let division = restOfDivision(text) { return division }
    if let first = text.unicodeScalars.first, isListMark(first) {
      return text.dropFirst().drop { "  ..:、".contains($0) }
    }
    if let rest = restOfBracket(text) { return rest }
    let digits = text.prefix { $0.isNumber && $0.isASCII || $0 == "-" }
    if (1...5).contains(digits.count), digits.first != "-" {
      let rest = text.dropFirst(digits.count)
      guard let next = rest.first, " .、):".contains(next) else { return nil }
      let name = rest.drop { " .、):".contains($0) }
      // 27 年度 is a year set apart, 1.5 a figure.
      return name.first.map { "年月日次期-".contains($0) || $0.isNumber } ?? true ? nil : name
    }
    // ア 目的, イ.評価.
    let letters = text.prefix(2)
    if letters.count == 2, let letter = letters.unicodeScalars.first, (0x30A2...0x30F3).contains(letter.value),
      " .、)".contains(letters.last!)
    {
      return text.dropFirst(2).drop { $0 == " " }
    }
    return nil
  }

  /// (1) 策定の趣旨; but (2020改訂版) is an edition.
  static func restOfBracket(_ text: String) -> Substring? {
    guard text.hasPrefix("("), let close = text.prefix(5).firstIndex(of: ")") else { return nil }
    let inside = text[..<close].dropFirst()
    guard (1...2).contains(inside.count), inside.allSatisfy(\.isNumber) else { return nil }
    return text[text.index(after: close)...].drop { $0 == " " }
  }

  /// ①, ⑴, Ⅳ, ⅱ, ➊.
  private static func isListMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2160...0x217B, 0x2460...0x249B, 0x2776...0x2793: true
    default: false
    }
  }

  private static let divisions: Set<Character> = ["章", "節", "部", "編", "項", "款"]

  /// 第2章, 3節, 第1 before a blank.
  private static func restOfDivision(_ text: String) -> Substring? {
    let isCounted = text.first == "第"
    let number = text.drop { $0 == "第" }.prefix { $0.isNumber || "一二三四五六七八九十".contains($0) }
    guard (1...3).contains(number.count) else { return nil }
    let rest = text.drop { $0 == "第" }.dropFirst(number.count)
    guard let next = rest.first, divisions.contains(next) || (isCounted && next == " ") else { return nil }
    guard isCounted || rest.dropFirst().first.map({ " :.".contains($0) }) ?? false else { return nil }
    return rest.dropFirst().drop { $0 == " " }
  }

  /// What any plan calls itself.
  private static let plans = """
    計画 戦略 ビジョン プラン 構想 大綱 方針 指針 総合戦略 総合計画 総合振興計画 基本計画 基本構想 実施計画 人口ビジョン 地域再生計画 本計画 本戦略 この計画 本プラン
    本ビジョン 評価 指標 目標 基本目標 施策 事業
    """.listedWords
  /// What a section of any plan is about.
  private static let matters = """
    目的 趣旨 背景 期間 名称 体系 構成 推進 推進体制 位置付け 位置づけ 位置づけ等 性格 目標 対象 区域 見方 考え方 基本的な考え方 進行管理 進捗管理 策定 見直し 経緯
    必要性 役割 基本理念 基本方針 成果目標 数値目標 目標値 作成主体の名称 作成主体 区域 特徴 ポイント 策定体制 策定経過 策定経緯 設定 内容 方法 評価方法 概要
    """.listedWords
  private static let joints = ["・", "、", ",", "及び", "並びに", "と"]
  private static let acts = ["策定", "作成", "改定", "改訂", "見直し", "推進", "変更"]

  /// 計画策定の趣旨, 総合戦略の位置づけと期間: nothing of it tells one plan from another.
  private static func isGeneral(_ line: FrontLine, _ rest: Substring?) -> Bool {
    guard line.key.count <= 120 else { return false }
    var name = rest.map { $0.filter { $0 != " " } } ?? line.keyText
    if name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex { name = String(name[..<open]) }
    guard let rest = withoutMatters(name), rest.utf8.count < name.utf8.count else { return false }
    var subject = rest
    for word in ["の", "にあたって", "に当たって"] { subject = subject.dropping(word) }
    for act in acts where subject.hasSuffix(act) { subject = subject.dropping(act).dropping("の") }
    return subject.isEmpty || plans.contains(subject)
  }

  /// The name without the matters at its end, each joined to the one before.
  private static func withoutMatters(_ name: String) -> String? {
    var name = name
    for _ in 0..<4 {
      guard let matter = matters.filter({ name.hasSuffix($0) }).max(by: { $0.utf8.count < $1.utf8.count }) else {
        return name
      }
      name = name.dropping(matter)
      guard let joint = joints.first(where: { name.hasSuffix($0) }) else { return name }
      name = name.dropping(joint)
    }
    return name
  }
}

/// How the name of one certain document begins: with its year, its count or its municipality.
enum TitleStart {
  private static let finder = PlaceNameFinder.standard
  private static let eras = ["令和", "平成", "昭和", "H", "R", "20", "19"]

  static func isSure(_ text: some StringProtocol) -> Bool {
    let text = String(text).filter { $0 != " " }
    if isYear(text) || isCount(text) { return true }
    guard let first = finder.mentions(in: PlaceText(String(text.prefix(12)))).first else { return false }
    return first.range.lowerBound == 0
  }

  /// 令和5年度, H28.
  private static func isYear(_ text: String) -> Bool {
    guard let era = eras.first(where: text.hasPrefix) else { return false }
    return text.dropFirst(era.count).first.map { $0.isNumber || $0 == "元" } ?? false
  }

  /// 第2期, 第三次.
  private static func isCount(_ text: String) -> Bool {
    guard text.first == "第" else { return false }
    let number = text.dropFirst().prefix { $0.isNumber || "一二三四五六七八九十ⅠⅡⅢⅣⅤIV".contains($0) }
    return !number.isEmpty && number.endIndex < text.endIndex && "期次".contains(text[number.endIndex])
  }
}

extension String {
  /// Without a word at its end, if it stands there.
  func dropping(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(decoding: utf8.dropLast(suffix.utf8.count), as: UTF8.self) : self
  }
}
