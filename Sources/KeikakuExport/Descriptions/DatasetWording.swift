/// What every description says of the dataset as a whole.
enum DatasetWording {
  static let name = "keikaku"
  static let title = "Plans of Japanese municipalities: goals, indicators and measures"
  static let japaneseTitle = "自治体計画データセット（目標・指標・施策）"
  static let description = """
    What plans of Japanese municipalities say, as tables: their goals and measures, their indicators with baselines, \
    targets and actual values, their actions and schedules, each with its place in the document.
    """
  static let keywords = ["自治体計画", "総合戦略", "総合計画", "地方創生", "KPI", "重要業績評価指標", "EBPM", "municipal plan"]

  /// A description in both languages.
  static func both(_ english: String, _ japanese: String) -> String { "\(english) \(japanese)" }
}
