/// Tells municipalities of one name apart by where the document shows them to lie.
struct PlaceDisambiguation: Sendable {
  private enum Weight {
    /// The prefecture or district stands before the name or on the cover, or a postal code of the publisher is its own.
    static let adjacent = 1000
    /// The publisher's postal code lies in its prefecture.
    static let postalPrefecture = 600
    /// A mention of the prefecture elsewhere; another municipality of the prefecture.
    static let mention = 1
  }

  private let gazetteer = Gazetteer.standard
  private let finder: PlaceNameFinder
  private let scores: PlaceScores

  init(finder: PlaceNameFinder, scores: PlaceScores) {
    self.finder = finder
    self.scores = scores
  }

  /// Those of the targets that the evidence leaves: one where it decides.
  func remaining(of targets: [PlaceTarget], name: Int, wholeText: () -> String) -> [PlaceTarget] {
    guard targets.count > 1 else { return targets }
    let proofs = targets.map { proof(of: $0, name: name) }
    if let best = single(proofs, margin: 1) { return [targets[best]] }
    guard proofs.allSatisfy({ $0 == 0 }) else { return targets }
    let votes = votes(in: wholeText())
    let counts = targets.map { votes[prefecture(of: $0), default: 0] }
    if let best = single(counts, margin: 3) { return [targets[best]] }
    return targets
  }

  /// The index of the greatest count, if it is `margin` times any other and stands for more than one mention.
  private func single(_ counts: [Int], margin: Int) -> Int? {
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] > 0 else { return nil }
    let others = counts.indices.filter { $0 != best }.map { counts[$0] }.max() ?? 0
    return counts[best] > others && counts[best] >= others * margin ? best : nil
  }

  private func proof(of target: PlaceTarget, name: Int) -> Int {
    var proof = 0
    if scores.prefectures[name]?.contains(prefecture(of: target)) == true { proof += Weight.adjacent }
    if scores.coverPrefectures.contains(prefecture(of: target)) { proof += Weight.adjacent }
    if case .municipality(let index) = target {
      if scores.inDistrict.contains(index) || scores.postalMunicipalities.contains(index) { proof += Weight.adjacent }
    }
    let postal = scores.postalMunicipalities.map { prefecture(of: .municipality($0)) }
    if postal.contains(prefecture(of: target)) { proof += Weight.postalPrefecture }
    return proof
  }

  /// How often each prefecture is named, by its own name or by a municipality that only it has. 東京都 is named in every
  /// plan, as where the young go, and does not count.
  private func votes(in text: String) -> [Int: Int] {
    var votes: [Int: Int] = [:]
    for mention in finder.mentions(in: PlaceText(text)) {
      let places = Set(finder.names[mention.name].targets.map { prefecture(of: $0) })
      guard places.count == 1, let place = places.first else { continue }
      if case .prefecture(Self.tokyo)? = finder.names[mention.name].targets.first { continue }
      votes[place, default: 0] += Weight.mention
    }
    return votes
  }

  private static let tokyo = 12

  /// The prefecture of a target, from 0.
  func prefecture(of target: PlaceTarget) -> Int {
    switch target {
    case .prefecture(let index): index
    case .municipality(let index): Int(gazetteer.municipalities[index].code.prefix(2))! - 1
    case .former(let index): Int(gazetteer.formerMunicipalities[index].code.prefix(2))! - 1
    }
  }
}
