import KeikakuText

/// The plan of which a clause gives the years.
struct PeriodSubject: Sendable {
  /// Names of plans that a clause can be about, the parts of a plan before the whole.
  private static let plans = [
    "人口ビジョン", "前期基本計画", "中期基本計画", "後期基本計画", "前期実施計画", "後期実施計画", "実施計画", "基本構想", "基本計画", "総合戦略", "総合計画",
    "総合振興計画", "過疎", "行政改革",
  ]
  private static let own = ["本計画", "本戦略", "この計画", "この戦略", "本総合戦略", "本プラン", "当計画", "本ビジョン"]
  private static let others = [
    "第1期", "第一期", "第I期", "第Ⅰ期", "前計画", "旧", "前戦略", "前回", "従前", "変更前", "改定前", "改訂前", "国の", "県の", "国は", "将来", "推計",
  ]

  private let subject: String

  /// `before` is the text between the last range and this one; the subject is what stands before its first は or を.
  init(_ before: String, heading: String) {
    let folded = before.folded.filter { $0 != " " }
    let end = folded.firstIndex { "はをが,、\t".contains($0) && $0 != folded.first } ?? folded.endIndex
    let clause = String(folded[..<end])
    subject = clause.isEmpty || !Self.plans.contains(where: { clause.contains($0) }) ? heading.folded + clause : clause
  }

  /// Above zero where the title names the subject, below where the subject is another plan.
  func score(for title: FrontLine?) -> Int {
    let title = title?.keyText ?? ""
    var score = subject.contains("期間") ? 2 : 0
    // 基本計画 ends as 本計画 does.
    if Self.own.contains(where: { subject.contains($0) && !subject.contains("基" + $0) }) { score += 3 }
    if Self.others.contains(where: { subject.contains($0) && !title.contains($0) }) { score -= 6 }
    guard let plan = Self.plans.first(where: { subject.contains($0) }) else { return score }
    if title.contains(plan) { return score + (plan == "基本構想" ? 5 : 4) }
    if title.isEmpty { return score }
    return score + (Self.isWhole(plan, of: title) ? 1 : -6)
  }

  /// Whether what stands before a range names the document's own plan as that which runs for it.
  static func standsBeside(_ before: String, title: FrontLine?) -> Bool {
    let folded = before.folded.filter { $0 != " " }
    let titleText = title?.keyText ?? ""
    if others.contains(where: { folded.contains($0) && !titleText.contains($0) }) { return false }
    if folded.hasSuffix("(") {
      let name = folded.dropLast().filter { $0 != "」" }
      return plans.contains { name.hasSuffix($0) && titleText.contains($0) } || isName(name, of: titleText)
    }
    return own.contains { name in
      ["は", "は、"].contains { folded.hasSuffix(name + $0) && !folded.hasSuffix("基" + name + $0) }
    }
  }

  private static let nouns = ["計画", "戦略", "ビジョン", "プラン", "大綱", "構想", "方針", "指針"]
  /// In letters.
  private static let shortestName = 4

  /// …は、第二次行政改革大綱: the last words are a name that stands in the title too.
  private static func isName(_ text: String, of title: String) -> Bool {
    guard nouns.contains(where: text.hasSuffix) else { return false }
    let name = String(text.reversed().prefix { $0.isLetter || $0.isNumber || "・ー々".contains($0) }.reversed())
    return name.count >= shortestName && title.contains(name)
  }

  /// The counts of the plan whose years they are: in the clause before, or right behind: …を計画期間とする第3次〇〇大綱.
  static func counts(_ before: String, _ behind: String) -> PlanOrdinals {
    let clause = before.split { "。、,".contains($0) }.last ?? ""
    let rest = behind.prefix { !"。、「".contains($0) }
    return PlanOrdinals(clause + "|" + rest)
  }

  /// 前プランの計画期間終了（平成27年度から令和元年度）: years that are over.
  static func hasEnded(_ before: String, _ behind: String) -> Bool {
    let clause = before.folded.split { "。、,".contains($0) }.last.map(String.init) ?? ""
    return ["期間終了", "期間満了", "期間の終了", "期間の満了", "期間が終了", "期間が満了"].contains(where: clause.contains)
  }

  /// 令和5年から令和10年の期間の平均自殺死亡率: the years over which a figure is taken.
  static func isOfFigure(_ behind: String) -> Bool {
    let folded = behind.folded.filter { $0 != " " }
    return ["の", "まで", "までの", "における", "にわたる"].contains { particle in
      ["期間の平均", "期間平均", "期間の合計", "期間の累計", "期間中の", "平均", "合計", "累計"].contains { folded.hasPrefix(particle + $0) }
    }
  }

  /// 募集期間, 受付期間, 履行期間: when one may apply or has to deliver; what a plan is for stands nowhere near.
  static func isOfProcedure(_ before: String, heading: Substring) -> Bool {
    let text = (heading + before).folded.filter { $0 != " " }
    guard let last = text.ranges(of: "期間").last else { return false }
    let name = text[..<last.lowerBound]
    return procedures.contains { name.hasSuffix($0) }
  }

  private static let procedures = [
    "募集", "意見募集", "受付", "申請", "申込", "応募", "提出", "履行", "契約", "委託", "閲覧", "縦覧", "公告", "公示", "掲示", "回答", "調査",
    "調査実施", "開催",
    "告示", "貸出", "利用", "工事", "業務", "会期", "投票", "登録", "任用", "雇用", "猶予", "意見提出", "パブリックコメント", "パブリックコメント実施",
  ]

  /// 総合戦略（令和2年度～令和6年度）（以下「第2期戦略」）in a text of the third: the bracket behind the years tells whose they are.
  static func isOfAnotherPlan(_ behind: String, title: FrontLine?) -> Bool {
    let folded = behind.folded.filter { $0 != " " }
    guard folded.hasPrefix(")(以下"), let start = folded.firstIndex(of: "第"),
      let end = folded[start...].firstIndex(where: { "期次".contains($0) }), let title = title?.keyText,
      title.contains("第")
    else { return false }
    return !title.contains(folded[start...end])
  }

  /// A 総合計画 consists of 基本構想 and 基本計画; the 基本構想 runs for the whole of it.
  private static func isWhole(_ plan: String, of title: String) -> Bool {
    (plan == "基本構想" || plan == "総合計画") && (title.contains("総合計画") || title.contains("総合振興計画"))
  }
}
