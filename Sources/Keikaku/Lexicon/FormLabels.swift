/// What the value beside a form's label is.
enum FormField: Sendable {
  /// The title of a node of this kind, with its number: 1-1-1 共生への意識醸成.
  case title(NodeKind)
  /// 内容, 概要, 目的: running text of the node.
  case text
  case department, budget, period
  /// 主な取組, 具体的な取組: the value lists actions.
  case actions
  /// 備考 and labels that are not known.
  case other
}

/// Labels of the rows of a form: what the cell beside them holds.
enum FormLabels {
  /// Folded, without blanks.
  static let words: [(String, FormField)] =
    [
      "内容", "概要", "目的", "施策の概要", "施策の内容", "施策内容", "事業概要", "事業内容", "取組内容", "ねらい", "趣旨", "現状と課題", "現状・課題", "現状", "課題",
      "方針",
      "基本方針", "取組方針", "施策の方向性", "施策の方向", "方向性", "めざす姿", "目指す姿", "説明", "背景", "考え方", "基本的な考え方", "基本的考え方", "取組の方向性",
      "取組の概要",
      "施策の目的", "事業目的", "事業の概要", "事業の目的", "今後の方向性", "対象",
    ].map { ($0, .text) }
    + [
      "主な取組", "主な取り組み", "主な事業", "具体的な取組", "具体的取組", "具体的な取り組み", "取組", "取り組み", "主要事業", "関連事業", "構成事業", "具体的な事業", "具体的事業",
      "主な取組内容", "実施事業", "主な具体的取組", "取組例", "事業例", "主な実施事業",
    ].map { ($0, .actions) }
    + [
      "担当課", "担当部署", "担当", "所管課", "所管", "所管部署", "担当部局", "主管課", "関係課", "実施主体", "関係部署", "取組主体", "推進主体", "主体",
    ].map { ($0, .department) }
    + ["予算", "予算額", "事業費", "概算事業費", "予算額(千円)", "事業費(千円)", "決算額", "総事業費"].map { ($0, .budget) }
    + ["期間", "実施期間", "計画期間", "事業期間", "実施時期", "取組期間", "事業年度", "実施年度"].map { ($0, .period) }
    + ["備考", "関連計画", "関連する計画", "根拠法令", "関連施策", "関連するSDGs", "SDGs", "財源", "協働", "連携先"].map { ($0, .other) }

  /// Words over the years of a schedule.
  static let schedule = [
    "スケジュール", "年次計画", "工程", "工程表", "実施スケジュール", "取組スケジュール", "年度計画", "ロードマップ", "実施計画", "年次スケジュール", "事業スケジュール", "実施年度",
    "実施時期", "年度別計画", "推進スケジュール", "行程表", "行程", "実施工程", "計画年度", "年次", "年度",
  ]
}
