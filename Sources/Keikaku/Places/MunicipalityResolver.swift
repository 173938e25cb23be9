import KeikakuText

/// Tells from a document's own evidence whose plan it is.
///
/// In order: a municipality's code with a valid check digit; the name in the title, of the publisher, or where the text
/// says 以下「本市」; the publisher's postal code and address; the one municipality of whose plans and organs a text that
/// says 本市 speaks. A name that several municipalities share is decided by the prefecture or district before it, by the
/// postal code, else by the prefectures and neighbours that the text names; where two are left there is no code.
struct MunicipalityResolver: Sendable {
  private let gazetteer = Gazetteer.standard
  private let finder = PlaceNameFinder.standard

  /// Whose plan it is, with what could not be decided.
  func resolve(_ evidence: PlaceEvidence) -> (MunicipalityReading, [Diagnostic]) {
    if let municipality = codedMunicipality(evidence) { return (reading(municipality), []) }
    var scores = PlaceScores(evidence, finder: finder)
    var diagnostics: [Diagnostic] = []
    if let misread = MisreadPlaceName(evidence, scores: scores, finder: finder) {
      scores.addTitle(misread.name)
      diagnostics.append(Diagnostic(.municipalitySpelling, misread.message))
    }
    let names = ownNames(scores, evidence)
    guard !names.isEmpty else { return (MunicipalityReading(), diagnostics + [unknown]) }
    let disambiguation = PlaceDisambiguation(finder: finder, scores: scores)
    let targets = names.flatMap { name in
      disambiguation.remaining(of: finder.names[name].targets, name: name, wholeText: evidence.wholeText)
    }
    if targets.count == 1 { return (reading(targets[0]), diagnostics) }
    return ambiguous(targets, diagnostics)
  }

  private func codedMunicipality(_ evidence: PlaceEvidence) -> Municipality? {
    for line in evidence.cover + evidence.colophon {
      if let code = PostalCodeScanner.municipalityCode(in: line.folded) { return gazetteer.municipality(code: code) }
    }
    return nil
  }

  /// The names that the document claims as its own: one, or those that its title joins.
  private func ownNames(_ scores: PlaceScores, _ evidence: PlaceEvidence) -> [Int] {
    if !scores.jointNames.isEmpty { return scores.jointNames }
    let ranking = scores.ranking
    if let first = ranking.first, first.score >= PlaceScores.proof {
      if let within = claimedMunicipality(within: first.name, scores) { return [within] }
      let ties = ranking.filter { $0.score == first.score }
      return ties.map(\.name)
    }
    return PlaceVote(evidence.wholeText(), finder: finder).winner.map { [$0] } ?? []
  }

  /// Where a prefecture stands foremost, but not in the title, the one municipality of it that is claimed: a form names both,
  /// the prefecture to say where the municipality lies.
  private func claimedMunicipality(within name: Int, _ scores: PlaceScores) -> Int? {
    guard case .prefecture(let prefecture) = finder.names[name].targets[0], !scores.titleNames.contains(name),
      scores.claimed.count == 1, let claimed = scores.claimed.first
    else { return nil }
    let disambiguation = PlaceDisambiguation(finder: finder, scores: scores)
    return finder.names[claimed].targets.contains { disambiguation.prefecture(of: $0) == prefecture } ? claimed : nil
  }

  private func reading(_ target: PlaceTarget) -> MunicipalityReading {
    switch target {
    case .municipality(let index): reading(gazetteer.municipalities[index])
    case .prefecture(let index): reading(gazetteer.prefectures[index])
    case .former(let index): reading(gazetteer.formerMunicipalities[index].asMunicipality)
    }
  }

  private func reading(_ municipality: Municipality) -> MunicipalityReading {
    var reading = MunicipalityReading()
    reading.name = municipality.name
    reading.prefecture = municipality.prefecture
    reading.code = municipality.code
    reading.kind = municipality.kind
    return reading
  }

  private func ambiguous(_ targets: [PlaceTarget], _ diagnostics: [Diagnostic]) -> (MunicipalityReading, [Diagnostic]) {
    var reading = MunicipalityReading()
    let each = targets.map { self.reading($0) }
    reading.candidates = each.map { .init(name: $0.name!, prefecture: $0.prefecture!, code: $0.code!) }
    if Set(each.map(\.name)).count == 1 { reading.name = each[0].name }
    if Set(each.map(\.prefecture)).count == 1 { reading.prefecture = each[0].prefecture }
    if Set(each.map(\.kind)).count == 1 { reading.kind = each[0].kind }
    let list = reading.candidates.map { "\($0.prefecture)\($0.name) (\($0.code))" }.joined(separator: ", ")
    return (reading, diagnostics + [Diagnostic(.municipalityAmbiguous, "Left after all evidence: \(list).")])
  }

  private var unknown: Diagnostic {
    Diagnostic(.municipalityUnknown, "Neither title nor publisher nor text names a municipality as the document's own.")
  }
}

extension FormerMunicipality {
  fileprivate var asMunicipality: Municipality {
    let kind: MunicipalityReading.Kind = name.hasSuffix("市") ? .city : name.hasSuffix("町") ? .town : .village
    return Municipality(code: code, prefecture: prefecture, district: "", name: name, kana: "", kind: kind)
  }
}
