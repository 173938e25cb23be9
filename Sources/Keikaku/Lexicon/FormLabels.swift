import KeikakuText

/// What the value beside a form's label is.
enum FormField: Sendable {
  /// The title of a node of this kind, with its number: 1-1-1 共生への意識醸成.
  case title(NodeKind)
  /// 内容, 概要, 目的: running text of the node.
  case text
  case department, budget, period
  /// 主な取組, 具体的な取組: the value lists actions.
  case actions
  /// 令和5年度の取組実績: what was done, with its year.
  case group(GroupHead)
  /// 関連施策: the value refers to nodes.
  case references
  /// 備考 and labels that are not known.
  case other
}

/// Labels of the rows of a form: what the cell beside them holds.
enum FormLabels {
  static let fields = WordTrie(words)

  /// Folded, without blanks. What names a part of a plan names the same in a form, unless a word below says otherwise.
  static let words: [(String, FormField)] =
    GroupHeads.words.filter { !grades.contains($0.0) }.compactMap { word, role in field(of: role).map { (word, $0) } }
    + list(.text, "取組内容 事業内容 実施内容 取組方針 基本方針 取組概要 施策の内容 施策内容 施策の概要 施策概要")
    + list(.actions, "具体的な事業 具体的事業 実施事業")
    + list(.references, "関連施策 関連する施策 関連する基本目標 関連する具体的施策 関連する取組 関連プロジェクト")
    + list(.department, "担当課 担当部署 担当 所管課 所管 所管部署 担当部局 主管課 関係課 実施主体 関係部署 取組主体 推進主体 主体")
    + list(.budget, "予算 予算額 事業費 概算事業費 予算額(千円) 事業費(千円) 決算額 総事業費")
    + list(.period, "期間 実施期間 計画期間 事業期間 実施時期 取組期間 事業年度 実施年度")
    + list(.other, "備考 関連計画 関連する計画 根拠法令 関連するSDGs SDGs 財源 協働 連携先 凡例")

  /// Beside 評価 in a table stand the grades of the indicator above.
  private static let grades = Set(ColumnRole.words.filter { $0.1 == .grade }.map(\.0))

  private static func field(of role: GroupRole) -> FormField? {
    switch role {
    case .actions: .actions
    case .description: .text
    default: nil
    }
  }

  private static func list(_ field: FormField, _ text: String) -> [(String, FormField)] {
    text.listedWords.map { ($0, field) }
  }

  /// Words over the years of a schedule; those of the group heads are among them.
  static let schedule =
    GroupHeads.words.filter { $0.1 == .schedule }.map(\.0) + ["実施計画", "実施年度", "実施時期", "年次", "年度"]
}
