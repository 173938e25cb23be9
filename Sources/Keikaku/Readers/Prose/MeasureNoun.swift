import KeikakuText

/// Tells words for what is measured from the units of figures, and from other words that stand before figures.
///
/// ```
/// 3歳児健診受診率　96.1％         96.1％ is a figure; 3歳児健診受診率 is the beginning of its name
/// 年間の24時間死者数を20人未満とする
/// 6次産業化商品数 48品
/// ```
enum MeasureNoun {
  /// How names of what is measured end. Sums of money stand beside what is done as well, so that few words for them are here.
  static let nouns = [
    "率", "割合", "数", "量", "満足度", "認知度", "理解度", "関心度", "達成度", "人口", "面積", "寿命", "合計", "総額", "出荷額", "生産額", "販売額", "消費額",
    "産出額", "売上額", "水揚額", "所得",
  ]
  /// 95人数 may be torn from its neighbour; a name has letters between the figure and the noun.
  private static let fewestLetters = 3
  private static let endings = nouns.map { Array($0.unicodeScalars) }

  /// Whether the letters right behind a number end as the name of a measure does, which no unit does.
  static func ends(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    letters.count >= fewestLetters && endings.contains { letters.suffix($0.count).elementsEqual($0) }
  }

  /// Prices and costs change by what is done, and measure nothing: 利用料金の総額.
  private static let costs = ["料金", "手数料", "使用料", "利用料", "単価", "予算", "決算", "事業費", "補助", "委託", "限度"]

  /// 交通事故件数, 汚水処理率（累計）: a name, but for a bracket behind it.
  static func ends(_ name: String) -> Bool {
    let folded = name.folded
    let bare = folded.hasSuffix(")") ? folded.prefix { $0 != "(" } : folded[...]
    return nouns.contains(where: bare.hasSuffix) && !costs.contains(where: bare.contains)
  }
}
