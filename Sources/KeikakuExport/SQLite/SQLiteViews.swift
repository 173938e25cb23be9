/// The views of the database: answers to the common questions.
enum SQLiteViews {
  struct View: Sendable {
    var name: String
    var description: String
    var select: String

    var create: String { "create view \(name) as\n\(select);\n" }
  }

  static let all = [nodePaths, indicatorOverview, achievement]

  private static let nodePaths = View(
    name: "node_paths", description: "Each node with the titles from its goal down. 施策体系のパス",
    select: """
      with recursive path (node_id, plan_id, goal_path, depth) as (
        select node_id, plan_id, title, 1 from nodes where parent_id is null
        union all
        select n.node_id, n.plan_id, p.goal_path || ' > ' || n.title, p.depth + 1
        from nodes n join path p on n.parent_id = p.node_id
      )
      select node_id, plan_id, goal_path, depth from path
      """)

  private static let indicatorOverview = View(
    name: "indicator_overview",
    description:
      "One row an indicator: its goals, baseline, latest actual and last target, the missing left out. 指標の一覧（基準値・最新実績・最終目標）",
    select: """
      select
        i.indicator_id, i.plan_id, p.title as plan_title, p.municipality_code, p.municipality_name, g.goal_path,
        i.name, i.unit, i.canonical_code, i.canonical_name, i.canonical_good_direction as good_direction,
        \(columns("b", "baseline")),
        \(columns("a", "actual")),
        \(columns("t", "target")),
        i.achievement_progress, i.achievement_ratio, i.achievement_printed_rate, i.grade_raw, i.grade_normalized, i.line
      from indicators i
      join plans p on p.plan_id = i.plan_id
      left join node_paths g on g.node_id = i.node_id
      left join measurements b on b.measurement_id = (\(choice("baseline")))
      left join measurements a on a.measurement_id = (\(choice("actual")))
      left join measurements t on t.measurement_id = (\(choice("target")))
      """)

  private static let achievement = View(
    name: "achievement",
    description: "Indicators whose progress, rate or grade is known, with what is left to the target. 達成状況",
    select: """
      select
        indicator_id, plan_id, municipality_name, goal_path, name, unit, good_direction,
        baseline_value, actual_value, actual_year, target_value, target_year, target_value - actual_value as remaining,
        achievement_progress, achievement_ratio, achievement_printed_rate, grade_raw, grade_normalized
      from indicator_overview
      where coalesce(achievement_progress, achievement_ratio, achievement_printed_rate) is not null
        or grade_raw is not null
      """)

  private static func columns(_ alias: String, _ prefix: String) -> String {
    """
    \(alias).value as \(prefix)_value, \(alias).low as \(prefix)_low, \(alias).high as \(prefix)_high,
      \(alias).raw as \(prefix)_raw, coalesce(\(alias).end_year, \(alias).start_year) as \(prefix)_year
    """
  }

  /// The last value of a role by its year, then by its place; second figures of a cell and empty marks are passed over.
  private static func choice(_ role: String) -> String {
    """
    select m.measurement_id from measurements m
        where m.indicator_id = i.indicator_id and m.role = '\(role)' and m.also_of is null
          and instr(coalesce(m.flags, ''), 'missing') = 0
        order by coalesce(m.end_year, m.start_year) desc, m.ordinal desc limit 1
    """
  }
}
