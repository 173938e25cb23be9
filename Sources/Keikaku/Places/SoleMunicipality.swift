/// The one municipality that a text names, where it speaks of it as one speaks of one's own.
///
///     〇〇市では、審議会等への女性の登用を進めています。
///     〇〇町総合計画に基づく施策の評価
///
/// A text that names another municipality too, or that names one only as the place of something, tells nothing.
struct SoleMunicipality: Sendable {
  /// Among the finder's names.
  private(set) var name: Int?

  init(_ mentions: [PlaceMention], in text: PlaceText, finder: PlaceNameFinder) {
    let mentions = mentions.filter { !finder.isPrefecture($0.name) }
    guard let first = mentions.first, mentions.allSatisfy({ $0.name == first.name }) else { return }
    let isOwn = mentions.contains { Self.speaksOfOwn($0, in: text) }
    let isSigned = mentions.count > 1 && mentions.contains { text.holds(anyOf: Self.offices, at: $0.range.upperBound) }
    if isOwn || isSigned { name = first.name }
  }

  private static func speaksOfOwn(_ mention: PlaceMention, in text: PlaceText) -> Bool {
    let end = mention.range.upperBound
    if text.holds(anyOf: subjects, at: end), beginsClause(mention, in: text) { return true }
    return text.holds(anyOf: matters, at: end) || namesDocument(mention, in: text)
  }

  /// A prefecture may stand before it.
  private static func beginsClause(_ mention: PlaceMention, in text: PlaceText) -> Bool {
    guard mention.range.lowerBound > 0, mention.prefecture == nil else { return true }
    return clauseBeginnings.contains(text.scalars[mention.range.lowerBound - 1])
  }

  /// 〇〇市総合計画, 〇〇市男女共同参画推進条例: the name of a document in the same clause.
  private static func namesDocument(_ mention: PlaceMention, in text: PlaceText) -> Bool {
    let end = min(text.scalars.count, mention.range.upperBound + longestName)
    for position in mention.range.upperBound..<end {
      if clauseEnds.contains(text.scalars[position]), !text.starts(with: relating, at: position) { return false }
      if text.holds(anyOf: documents, at: position) { return true }
    }
    return false
  }

  /// In letters.
  private static let longestName = 24
  /// …の公表に関する条例.
  private static let relating = PlaceText("に関する").scalars
  private static let subjects = PlaceWords.plain(["では", "においては", "においても", "におきまして", "は、"])
  private static let matters = PlaceWords.plain([
    "の考え方", "の取組", "の取り組み", "の現状", "の将来", "の令和", "の平成", "の総合", "の行政", "の施策", "の計画", "における",
  ])
  private static let offices = PlaceWords.plain(["長", "役所", "役場", "議会"])
  private static let documents = PlaceWords.plain(["計画", "戦略", "ビジョン", "プラン", "大綱", "条例", "憲章", "シート", "調書"])
  private static let clauseBeginnings = Set("\n\r。、「『【(・○●■◆:".unicodeScalars.map(\.value))
  private static let clauseEnds = Set("\n\r。、,|はがをにで(「」".unicodeScalars.map(\.value))
}
