/// Where a document says whose it is, gathered by the reader of its front matter.
struct PlaceEvidence: Sendable {
  /// The title, where one was found.
  var title: String?
  /// The lines before the contents or the first chapter.
  var cover: [String] = []
  /// The lines about the publisher, at the end.
  var colophon: [String] = []
  /// The beginning of the text, some two thousand bytes.
  var head = ""
  /// The whole text, made only where all else leaves the question open.
  var wholeText: @Sendable () -> String = { "" }
}

/// The words by which a text shows that a name is its own municipality's.
enum PlaceWords {
  /// Heads of lines that name the publisher.
  static let issuers = ["発行", "編集", "策定", "企画", "作成", "編著", "著作", "問合せ", "問い合わせ", "問合わせ", "事務局", "担当", "製作", "制作"]
  /// Lines about whoever printed or advised: their address is not the publisher's.
  static let contractors = ["印刷", "株式会社", "有限会社", "(株)", "(有)", "㈱", "コンサル", "受託"]
  /// What follows the name in the name of its plan.
  static let plans = [
    "総合計画", "総合振興計画", "総合戦略", "総合ビジョン", "人口ビジョン", "基本計画", "基本構想", "実施計画", "まち・ひと・しごと",
    "まちひとしごと", "しごと・", "ひと・", "地方創生", "創生", "デジタル田園都市", "新総合計画",
  ]
  /// What follows the name in the name of a document or organ of its own.
  static let organs =
    plans + [
      "長期", "長", "議会", "役所", "役場", "教育委員会", "農業委員会", "消防本部", "民憲章", "知事", "まちづくり", "過疎地域", "行政", "庁",
    ]
  /// How a text calls the plan that it is: 〇〇村総合戦略（以下「総合戦略」）.
  static let ownPlans = ["総合戦略", "本戦略", "戦略", "創生戦略", "本計画", "計画", "総合計画", "本ビジョン", "人口ビジョン", "第1期総合戦略"]
  /// What follows the name in a line that gives a department: 総合政策部, 企画財政課.
  static let departments = ["部", "課", "局", "室", "係", "本部"]
  /// How a text speaks of its own municipality, and of what kind that is.
  static let selfReferences: [(String, MunicipalityReading.Kind)] = [
    ("本市", .city), ("当市", .city), ("本町", .town), ("当町", .town), ("本村", .village), ("当村", .village),
    ("本区", .ward), ("当区", .ward), ("本県", .prefecture), ("本道", .prefecture), ("本府", .prefecture), ("本都", .prefecture),
  ]
  /// What stands before the digits of a municipality's code.
  static let codeLabels = ["団体コード", "自治体コード", "市町村コード", "地方公共団体番号"]

  static func plain(_ words: [String]) -> [[UInt32]] { words.map { PlaceText($0).scalars } }
}
