/// The weakest evidence: a text that calls itself 本市 and speaks of one municipality's plans and organs, or that names a
/// single municipality and speaks of it as of its own.
///
/// Asked only where neither title nor publisher names anyone. A national report or a law speaks of no municipality as
/// its own, so that however many it names, none wins.
struct PlaceVote: Sendable {
  /// The name that wins, among the finder's names.
  private(set) var winner: Int?

  init(_ text: String, finder: PlaceNameFinder) {
    let text = PlaceText(text)
    let kinds = Self.kinds(of: text)
    let mentions = finder.mentions(in: text)
    winner = Self.most(mentions, in: text, finder, kinds) ?? Self.sole(mentions, in: text, finder, kinds)
  }

  /// The name with organs of its own that stands far more often than any other of the kind as which the text speaks.
  private static func most(
    _ mentions: [PlaceMention], in text: PlaceText, _ finder: PlaceNameFinder, _ kinds: Set<MunicipalityReading.Kind>
  ) -> Int? {
    guard !kinds.isEmpty else { return nil }
    var counts: [Int: Int] = [:]
    var ownsOrgans: Set<Int> = []
    for mention in mentions where agrees(finder.names[mention.name].targets, with: kinds) {
      counts[mention.name, default: 0] += 1
      if text.holds(anyOf: organs, at: mention.range.upperBound) {
        ownsOrgans.insert(mention.name)
      }
    }
    let ranking = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    guard let first = ranking.first, ownsOrgans.contains(first.key) else { return nil }
    return ranking.count == 1 || first.value >= 2 * ranking[1].value ? first.key : nil
  }

  private static func sole(
    _ mentions: [PlaceMention], in text: PlaceText, _ finder: PlaceNameFinder, _ kinds: Set<MunicipalityReading.Kind>
  ) -> Int? {
    guard let name = SoleMunicipality(mentions, in: text, finder: finder).name else { return nil }
    return kinds.isEmpty || agrees(finder.names[name].targets, with: kinds) ? name : nil
  }

  /// As what a text speaks of itself: 本市, 当町. One way through it for all these words.
  private static func kinds(of text: PlaceText) -> Set<MunicipalityReading.Kind> {
    var kinds: Set<MunicipalityReading.Kind> = []
    for position in text.positions(of: firstLetters) where text.isWordBeginning(position) {
      for reference in selfReferences where text.starts(with: reference.word, at: position) {
        kinds.insert(reference.kind)
      }
    }
    return kinds
  }

  private static func agrees(_ targets: [PlaceTarget], with kinds: Set<MunicipalityReading.Kind>) -> Bool {
    targets.contains { target in
      switch target {
      case .municipality(let index): kinds.contains(Gazetteer.standard.municipalities[index].kind)
      case .prefecture: kinds.contains(.prefecture)
      case .former: kinds.contains(.village) || kinds.contains(.town) || kinds.contains(.city)
      }
    }
  }

  private static let organs = PlaceWords.plain(PlaceWords.organs)
  private static let selfReferences = PlaceWords.selfReferences.map { (word: PlaceText($0.0).scalars, kind: $0.1) }
  private static let firstLetters = Set(selfReferences.map { $0.word[0] }).sorted()
}
