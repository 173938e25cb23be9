/// What parts the figures of one indicator, each with its own: 平均寿命 男性 80年 女性 87年.
enum SeriesLabels {
  static let sexes: Set<String> = ["男性", "女性", "男", "女", "男子", "女子"]
  static let all = sexes.union(["小学校", "中学校", "小学生", "中学生", "平日", "休日"])
}
