/// A recognition error in the title's place name: one character differs from a name that stands elsewhere, spelled right.
struct MisreadPlaceName: Sendable {
  /// Among the finder's names.
  let name: Int
  let message: String

  /// Nil where the title names a place that exists, or none that another spelling in the document explains.
  init?(_ evidence: PlaceEvidence, scores: PlaceScores, finder: PlaceNameFinder) {
    guard let title = evidence.title.map({ PlaceText($0) }), finder.mentions(in: title).isEmpty,
      let written = Self.writtenName(in: title)
    else { return nil }
    var known = Set(scores.scores.keys)
    if known.isEmpty { known = Set(finder.mentions(in: PlaceText(evidence.wholeText())).map(\.name)) }
    let like = known.filter { Self.differsInOne(finder.names[$0].key, written) }
    guard like.count == 1, let name = like.first else { return nil }
    self.name = name
    let spelled = String(String.UnicodeScalarView(written.map { Unicode.Scalar($0)! }))
    message =
      "The title says \(spelled), the document elsewhere \(finder.names[name].text); taken for a recognition error."
  }

  /// The ideographs at the title's beginning, up to the first 市, 町, 村 or 区 that ends a name.
  private static func writtenName(in title: PlaceText) -> [UInt32]? {
    let start = title.scalars.indices.first { !TitlePrefix.isOnlyCount(title.string($0..<$0 + 1)) } ?? 0
    guard let end = title.scalars[start...].firstIndex(where: { suffixes.contains($0) }), end - start >= 2 else {
      return nil
    }
    return Array(title.scalars[start...end])
  }

  private static func differsInOne(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    left.count == right.count && left.count >= 3 && zip(left, right).filter { $0 != $1 }.count == 1
  }

  private static let suffixes = Set("市町村区".unicodeScalars.map(\.value))
}
