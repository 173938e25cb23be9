/// The weakest evidence: a text that calls itself 本市 and speaks of one municipality's plans and organs, or that names a
/// single municipality, more than once, and its plan.
///
/// Asked only where neither title nor publisher names anyone. A national report or a law speaks of no municipality as
/// its own, so that however many it names, none wins.
struct PlaceVote: Sendable {
  /// The name that wins, among the finder's names.
  private(set) var winner: Int?

  init(_ text: String, finder: PlaceNameFinder) {
    let text = PlaceText(text)
    let kinds = Self.kinds(of: text)
    guard !kinds.isEmpty else {
      winner = Self.onlyName(in: text, finder)
      return
    }
    var counts: [Int: Int] = [:]
    var ownsOrgans: Set<Int> = []
    for mention in finder.mentions(in: text) where Self.agrees(finder.names[mention.name].targets, with: kinds) {
      counts[mention.name, default: 0] += 1
      if Self.organs.contains(where: { text.starts(with: $0, at: mention.range.upperBound) }) {
        ownsOrgans.insert(mention.name)
      }
    }
    let ranking = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    guard let first = ranking.first, ownsOrgans.contains(first.key) else { return }
    if ranking.count == 1 || first.value >= 2 * ranking[1].value { winner = first.key }
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

  /// The one municipality that a text names, if it speaks of that one's plan.
  private static func onlyName(in text: PlaceText, _ finder: PlaceNameFinder) -> Int? {
    let mentions = finder.mentions(in: text).filter { mention in
      if case .prefecture = finder.names[mention.name].targets[0] { false } else { true }
    }
    guard let first = mentions.first, mentions.count > 1, mentions.allSatisfy({ $0.name == first.name }) else {
      return nil
    }
    let hasPlan = mentions.contains { mention in
      plans.contains { text.starts(with: $0, at: mention.range.upperBound) }
    }
    return hasPlan ? first.name : nil
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

  private static let plans = PlaceWords.plain(PlaceWords.plans)
  private static let organs = PlaceWords.plain(PlaceWords.organs)
  private static let selfReferences = PlaceWords.selfReferences.map { (word: PlaceText($0.0).scalars, kind: $0.1) }
  private static let firstLetters = Set(selfReferences.map { $0.word[0] }).sorted()
}
