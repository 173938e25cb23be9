import Keikaku

extension DatasetTable {
  /// What is done.
  static let actions = DatasetTable(
    "actions", "取組", "One row an action: a bullet, a row of a schedule, a result of the year.", "取組（箇条書き・工程表の行・年度の実績）",
    key: ["action_id"], columns: actionColumns, rows: { $0.rows($0.document.actions) { $0.source } })

  private static let actionColumns: [Column<Action>] =
    [
      .init("action_id", .text, "取組ID", "Identifies the action.", "取組の識別子") { .text($0.document.id(.action, $0.index)) }
        .required,
      .plan,
      .init("node_id", .text, "施策ID", "The node whose list it is in.", "取組が属する施策") { $0.document.node($0.element.node) }
        .referring(to: "nodes"),
      .init("text", .text, "内容", "What is done.", "取組の内容") { .text($0.element.text) }.required.searched,
      .init(
        "status", .text, "状態", "Planned, the year's result, or the coming direction.", "予定・実績・今後の方向",
        choices: ActionStatus.names
      ) {
        CellValue($0.element.status)
      },
    ] + Column.temporal("period", "期間") { $0.period }
    + [.init("department", .text, "担当課", "Who is in charge.", "担当部署") { CellValue($0.element.department) }.searched]
    + Column.quantity("budget", "予算") { $0.budget?.quantity } + Column.source

  /// The schedule of actions, year by year.
  static let schedule = DatasetTable(
    "schedule", "工程", "One row a year of an action's schedule.", "取組の年度別工程",
    key: ["action_id", "ordinal"], columns: scheduleColumns,
    rows: { document in
      document.document.actions.enumerated().flatMap { index, action in
        action.schedule.enumerated().map {
          Row(document, $0.offset, ScheduleRow(actionID: document.id(.action, index), entry: $0.element), source: nil)
        }
      }
    })

  private static let scheduleColumns: [Column<ScheduleRow>] = {
    let period = Column<ScheduleRow>.temporal("", "期間") { $0.entry.period }
    return [
      .init("action_id", .text, "取組ID", "The action.", "取組") { .text($0.element.actionID) }.required
        .referring(to: "actions"),
      .init("ordinal", .integer, "順序", "From 1.", "順序") { .integer($0.index + 1) }.required,
    ] + period.picking("start_year") + [
      .init("text", .text, "内容", "What the year's cell says.", "その年度の内容") { .text($0.element.entry.text) }.required
        .searched,
      .init("continues", .boolean, "継続", "An arrow carries the entry on.", "矢印で継続するか") {
        .boolean($0.element.entry.continues)
      }.required,
    ] + Column.temporal("period", "期間") { $0.entry.period }.leaving("period_start_year")
  }()
}

/// One year of a schedule with the action it belongs to.
struct ScheduleRow: Sendable {
  var actionID: String
  var entry: Action.ScheduleEntry
}
