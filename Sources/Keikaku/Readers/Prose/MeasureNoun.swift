/// Tells words for what is measured from the units of figures.
///
/// ```
/// 3歳児健診受診率　96.1％         96.1％ is a figure; 3歳児健診受診率 is the beginning of its name
/// 年間の24時間死者数を20人未満とする
/// 6次産業化商品数 48品
/// ```
enum MeasureNoun {
  private static let endings = ["数", "率", "割合", "額", "人口", "面積", "寿命", "満足度", "認知度"].map { Array($0.unicodeScalars) }
  /// 95人数 may be torn from its neighbour; a name has letters between the figure and the noun.
  private static let fewestLetters = 3

  /// Whether the letters right behind a number end as the name of a measure does, which no unit does.
  static func ends(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    letters.count >= fewestLetters
      && endings.contains { letters.suffix($0.count).elementsEqual($0) }
  }
}
