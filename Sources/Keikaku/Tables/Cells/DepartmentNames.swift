/// Names of a municipality's departments: 学校教育課, 企画室.
enum DepartmentNames {
  private static let heads = ["担当", "所管", "部署", "主管"]
  private static let endings: Set<Character> = ["課", "室", "係", "部", "局", "班"]

  /// A header's word for them.
  static func head(_ text: String) -> Bool { heads.contains(where: text.contains) }

  /// A name of one ends here.
  static func end(_ text: String) -> Bool { text.last.map(endings.contains) ?? false }
}
