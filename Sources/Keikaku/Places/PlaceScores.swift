/// How strongly each place name is tied to the document as its own.
///
/// Where a name stands outweighs how often: the title and the publisher decide, and a neighbour that is mentioned on
/// every page stays a neighbour.
struct PlaceScores: Sendable {
  /// What evidence weighs. Only the order and the sums that reach `proof` matter.
  private enum Weight {
    static let titleBeginning = 1000
    static let definition = 800
    static let title = 600
    static let issuer = 500
    static let lineAlone = 400
    static let department = 250
    static let ownDocument = 250
    static let postalCode = 150
    static let address = 100
    static let organ = 30
    static let mention = 10
    /// However often a name stands in the text, its mentions never reach `proof`.
    static let mostOfMentions = 150
  }

  /// From here on a name is the document's own; below it only a mention.
  static let proof = 200

  private let finder: PlaceNameFinder
  private(set) var scores: [Int: Int] = [:]
  /// The prefectures that stand directly before a name.
  private(set) var prefectures: [Int: Set<Int>] = [:]
  /// The municipalities whose district (郡) stands directly before their name.
  private(set) var inDistrict: Set<Int> = []
  /// The municipalities of the publisher's postal codes.
  private(set) var postalMunicipalities: Set<Int> = []
  /// The prefectures that have a line of the cover to themselves.
  private(set) var coverPrefectures: Set<Int> = []
  /// The municipalities that a line of their own, a department or a label claims.
  private(set) var claimed: Set<Int> = []
  /// The names in the title.
  private(set) var titleNames: Set<Int> = []
  /// What mentions in the text have added to a name, up to their limit.
  private var mentionScores: [Int: Int] = [:]
  /// Names that stand side by side in the title.
  private(set) var jointNames: [Int] = []

  init(_ evidence: PlaceEvidence, finder: PlaceNameFinder) {
    self.finder = finder
    if let title = evidence.title { read(title: PlaceText(title)) }
    for line in evidence.cover { read(coverLine: PlaceText(line)) }
    for line in evidence.colophon { read(colophonLine: line) }
    read(head: Array(evidence.head.utf8))
  }

  private mutating func read(head bytes: [UInt8]) {
    var start = 0
    var previous: PlaceText?
    while start < bytes.count {
      let end = bytes.span.first(Ascii.lineFeed, from: start, to: bytes.count)
      let text = PlaceText(String(Substring(decoding: bytes[start..<end], as: UTF8.self).trimmed))
      if !text.scalars.isEmpty {
        read(headLine: text, below: previous)
        previous = text
      }
      start = end + 1
    }
  }

  /// The names with their scores, the strongest first.
  var ranking: [(name: Int, score: Int)] {
    scores.map { ($0.key, $0.value) }.sorted { $0.score != $1.score ? $0.score > $1.score : $0.name < $1.name }
  }

  mutating func add(_ score: Int, to name: Int) { scores[name, default: 0] += score }

  private mutating func claim(_ score: Int, for name: Int) {
    add(score, to: name)
    if finder.isPrefecture(name) { return }
    claimed.insert(name)
  }

  /// The title's weight for a name that a recognition error hides there.
  mutating func addTitle(_ name: Int) { add(Weight.titleBeginning, to: name) }

  /// The mentions of a text that speak for themselves: a prefecture before a municipality only says where that lies.
  mutating func mentions(in text: PlaceText) -> [PlaceMention] {
    let all = finder.mentions(in: text)
    for mention in all { note(mention, in: text) }
    return all.indices.filter { index in
      index + 1 == all.count || all[index + 1].prefecture == nil
        || all[index + 1].range.lowerBound > all[index].range.upperBound + Self.longestDistrict
    }.map { all[$0] }
  }

  private static let longestDistrict = 7

  private mutating func note(_ mention: PlaceMention, in text: PlaceText) {
    if let prefecture = mention.prefecture { prefectures[mention.name, default: []].insert(prefecture) }
    for case .municipality(let index) in finder.names[mention.name].targets {
      let district = Gazetteer.standard.municipalities[index].district
      guard !district.isEmpty, text.ends(with: PlaceText(district).scalars, at: mention.range.lowerBound) else {
        continue
      }
      inDistrict.insert(index)
    }
  }

  private mutating func read(title text: PlaceText) {
    let found = mentions(in: text)
    for (index, mention) in found.enumerated() {
      let before = text.string(0..<mention.range.lowerBound)
      let begins = index == 0 && (mention.prefecture != nil || TitlePrefix.isOnlyCount(before))
      add(begins ? Weight.titleBeginning : Weight.title, to: mention.name)
      titleNames.insert(mention.name)
      guard index > 0, text.string(found[index - 1].range.upperBound..<mention.range.lowerBound).isJoint else {
        continue
      }
      jointNames += jointNames.isEmpty ? [found[index - 1].name, mention.name] : [mention.name]
    }
  }

  private mutating func read(coverLine text: PlaceText) {
    if PlaceLabels.namePrefecture(text) {
      for mention in finder.mentions(in: text) {
        if case .prefecture(let prefecture)? = finder.names[mention.name].targets.first {
          coverPrefectures.insert(prefecture)
        }
      }
      return
    }
    for mention in mentions(in: text) {
      let rest = text.scalars.count - mention.range.count
      let isLast = mention.range.upperBound == text.scalars.count
      if rest == 0, case .prefecture(let prefecture)? = finder.names[mention.name].targets.first {
        coverPrefectures.insert(prefecture)
      }
      if isLast, rest <= 8 {
        claim(Weight.lineAlone, for: mention.name)
      } else if follows(mention, Self.organs, in: text) || text.opensDepartment(at: mention.range.upperBound) {
        claim(Weight.department, for: mention.name)
      } else {
        addMention(Weight.mention, to: mention.name)
      }
    }
  }

  private mutating func read(colophonLine line: String) {
    let text = PlaceText(line)
    guard !Self.contractors.contains(where: { text.contains($0) }) else { return }
    let codes = PostalCodeScanner.postalCodes(in: line.folded)
    for code in codes { read(postalCode: code) }
    let found = mentions(in: text)
    let isIssuer = Self.issuers.contains { text.contains($0) }
    for (index, mention) in found.enumerated() {
      let ends = mention.range.upperBound == text.scalars.count
      let followed = follows(mention, Self.organs, in: text) || text.endsAsDepartment(after: mention.range.upperBound)
      if !codes.isEmpty || (mention.prefecture != nil && !ends && !followed) {
        add(Weight.address, to: mention.name)
      } else if isIssuer, index == 0 {
        add(Weight.issuer, to: mention.name)
      } else if ends && mention.range.count * 2 >= text.scalars.count {
        add(Weight.lineAlone, to: mention.name)
      } else {
        followed ? add(Weight.department, to: mention.name) : addMention(Weight.mention, to: mention.name)
      }
    }
  }

  private mutating func read(postalCode: Int) {
    let municipalities = PostalCodeTable.standard.municipalities(postalCode: postalCode)
    postalMunicipalities.formUnion(municipalities)
    for index in municipalities { add(Weight.postalCode, to: finder.name(ofMunicipality: index)) }
  }

  private mutating func read(headLine text: PlaceText, below previous: PlaceText?) {
    let found = mentions(in: text)
    guard !found.isEmpty else { return }
    let speaksOfItself = Self.selfReferences.contains { text.containsWord($0) }
    for mention in found {
      let isOwn = follows(mention, Self.organs, in: text)
      if PlaceLabels.label(mention, in: text, below: previous) || isSignature(mention, in: text) {
        claim(Weight.issuer, for: mention.name)
      } else if follows(mention, Self.definitions, in: text) || definesPlan(mention, in: text) {
        add(Weight.definition, to: mention.name)
      } else if isOwn && speaksOfItself {
        add(Weight.ownDocument, to: mention.name)
      } else {
        addMention(isOwn ? Weight.organ : Weight.mention, to: mention.name)
      }
    }
  }

  /// 〇〇村まち・ひと・しごと創生総合戦略（以下「総合戦略」）: the plan that the document is, named with its municipality. What
  /// is defined of a prefecture is as often the plan above it.
  private func definesPlan(_ mention: PlaceMention, in text: PlaceText) -> Bool {
    if finder.isPrefecture(mention.name) { return false }
    guard follows(mention, Self.organs, in: text) else { return false }
    let end = min(text.scalars.count, mention.range.upperBound + Self.longestPlanName)
    for position in mention.range.upperBound..<end {
      if text.holds(anyOf: Self.planDefinitions, at: position) { return true }
      if Self.clauseEnds.contains(text.scalars[position]) { return false }
    }
    return false
  }

  /// In letters, from the name to the bracket that defines it.
  private static let longestPlanName = 30
  private static let clauseEnds = Set("、。,は(「」".unicodeScalars.map(\.value))
  private static let planDefinitions = PlaceWords.plain(
    PlaceWords.ownPlans.flatMap { ["(以下「\($0)」", "(以下、「\($0)」", "(以下,「\($0)」"] })

  private static let mayor = Unicode.Scalar("長").value
  /// In letters.
  private static let longestPersonName = 7

  /// 〇〇市長 山田 花子: who signs, in a line of its own.
  private func isSignature(_ mention: PlaceMention, in text: PlaceText) -> Bool {
    let end = mention.range.upperBound
    guard mention.range.lowerBound == 0, end < text.scalars.count, text.scalars[end] == Self.mayor else { return false }
    let rest = text.scalars[(end + 1)...]
    return (2...Self.longestPersonName).contains(rest.count) && rest.allSatisfy(PlaceNameFinder.isIdeograph)
  }

  private mutating func addMention(_ weight: Int, to name: Int) {
    let before = mentionScores[name, default: 0]
    let after = min(before + weight, Weight.mostOfMentions)
    mentionScores[name] = after
    add(after - before, to: name)
  }

  private func follows(_ mention: PlaceMention, _ words: [[UInt32]], in text: PlaceText) -> Bool {
    text.holds(anyOf: words, at: mention.range.upperBound)
  }

  private static let organs = PlaceWords.plain(PlaceWords.organs)
  private static let issuers = PlaceWords.plain(PlaceWords.issuers)
  private static let contractors = PlaceWords.plain(PlaceWords.contractors)
  private static let selfReferences = PlaceWords.plain(PlaceWords.selfReferences.map(\.0))
  private static let definitions = PlaceWords.plain(
    PlaceWords.selfReferences.flatMap { ["(以下「\($0.0)」", "(以下、「\($0.0)」", "(以下,「\($0.0)」", "(以下\($0.0)"] })
}

extension String {
  /// Whether the text joins two names as equals: A市・B町, A市及びB町.
  fileprivate var isJoint: Bool { ["・", "、", ",", "及び", "と", "･"].contains(self) }
}
