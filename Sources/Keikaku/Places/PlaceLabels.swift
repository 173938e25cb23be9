/// Labels of forms behind or below which a municipality names itself: 作成主体の名称, 市町村名.
enum PlaceLabels {
  private static let makers = PlaceWords.plain([
    "作成主体の名称", "策定主体の名称", "策定主体", "市町村名", "市区町村名", "団体名", "自治体名", "市町名", "農業委員会名", "作成主体",
  ])
  private static let prefectures = PlaceWords.plain(["都道府県名", "都道府県"])
  private static let colon = Unicode.Scalar(":").value

  /// Whether a mention is the value of a label in its line, or of one that the line before is.
  static func label(_ mention: PlaceMention, in text: PlaceText, below previous: PlaceText?) -> Bool {
    let start = mention.prefecture == nil ? mention.range.lowerBound : 0
    if ends(text, before: start) { return true }
    guard let previous, start == 0 || mention.range.lowerBound == 0 else { return false }
    return ends(previous, before: previous.scalars.count)
  }

  /// 都道府県名：〇〇県 says only where the municipality lies.
  static func namePrefecture(_ text: PlaceText) -> Bool { prefectures.contains { text.starts(with: $0, at: 0) } }

  private static func ends(_ text: PlaceText, before position: Int) -> Bool {
    var end = position
    if end > 0, text.scalars[end - 1] == colon { end -= 1 }
    return makers.contains { text.ends(with: $0, at: end) }
  }
}
