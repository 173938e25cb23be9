import KeikakuText

/// The United Nations' Sustainable Development Goals, as plans print them beside their own goals.
///
/// Source: the Japanese wording of the goals' icons by the United Nations Information Centre Tokyo (国際連合広報センター).
enum DevelopmentGoals {
  private static let titles = Set(
    [
      "貧困をなくそう", "飢餓をゼロに", "すべての人に健康と福祉を", "質の高い教育をみんなに", "ジェンダー平等を実現しよう", "安全な水とトイレを世界中に",
      "エネルギーをみんなにそしてクリーンに", "働きがいも経済成長も", "産業と技術革新の基盤をつくろう", "人や国の不平等をなくそう", "住み続けられるまちづくりを",
      "つくる責任つかう責任", "気候変動に具体的な対策を", "海の豊かさを守ろう", "陸の豊かさも守ろう", "平和と公正をすべての人に",
      "パートナーシップで目標を達成しよう",
    ].map { TitleKey($0) })

  /// Whether a title is one of the seventeen goals, which no plan has for a goal of its own.
  static func contain(_ title: String) -> Bool { titles.contains(TitleKey(title)) }
}
