/// Ready questions, shown by Datasette and to copy elsewhere.
enum SQLiteQueries {
  struct Canned: Sendable {
    var name: String
    var title: String
    var description: String
    var sql: String
  }

  static let canned = [
    Canned(
      name: "search_words", title: "Search (全文検索)",
      description: "Texts that hold a word of two letters or more, by the full-text index: 観光.",
      sql: """
        with recursive asked (q) as (select coalesce(:q, '')), pairs (place, pair) as (
          select 1, substr(q, 1, 2) from asked
          union all
          select place + 1, substr(q, place + 1, 2) from pairs, asked where place + 1 < length(q)
        )
        select element, element_id, plan_id, text from search
        where search match (select '"' || replace(group_concat(pair, ' '), '"', ' ') || '"' from pairs)
        order by rank limit 1000
        """),
    Canned(
      name: "search_anything", title: "Search, any text (部分一致検索)",
      description: "Texts that hold what is asked for, one letter or a whole clause, by looking at each.",
      sql: """
        select element, element_id, plan_id, text from search
        where text like '%' || replace(replace(replace(:q, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' escape '\\'
        limit 1000
        """),
    Canned(
      name: "same_indicator", title: "One indicator in every city (標準指標で比較)",
      description: "A canonical indicator side by side; :code as in the table vocabulary, such as POP_TOTAL.",
      sql: """
        select municipality_name, plan_title, name, unit, baseline_value, baseline_year, actual_value, actual_year,
          target_value, target_year, achievement_progress
        from indicator_overview where canonical_code = :code order by municipality_code, indicator_id
        """),
    Canned(
      name: "behind_target", title: "Indicators behind their baseline (悪化している指標)",
      description: "Indicators that have moved away from their target since the baseline.",
      sql: """
        select municipality_name, goal_path, name, baseline_value, actual_value, target_value, achievement_progress
        from achievement where achievement_progress < 0 order by achievement_progress
        """),
  ]
}
