import KeikakuText

/// Words of table headers below which the names of what is done stand.
enum ActionWords {
  /// Folded, without blanks.
  static let names = """
    取組名 取組 取り組み 取組み 取組項目 取組事項 主な取組 主な取り組み 主な取組名 具体的取組 具体的な取組 具体的な取り組み 事業名
    事業 主な事業 主な事業名 主要事業 具体的事業 具体的な事業 実施事業 関連事業 事務事業名 事務事業 事業・取組 取組・事業
    取組(事業)名 取組・事業名 事業・取組名 計画事業 計画事業名 主要事業名 実施事業名 取組内容・事業名 施策・事業名 施策・事業
    個別事業 構成事業 事業名称 取組名称 主要な事業
    """.listedWords
}
