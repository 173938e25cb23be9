import KeikakuText

/// Reads titles such as 主な取組, ■スケジュール, 令和5年度 主な取組内容 / 実績, 3つの横断的施策.
struct GroupHeadReader: Sendable {
  private let roles: WordTrie<GroupRole>
  private let kinds: WordTrie<NodeKind>
  private let related: RelatedWords
  /// The longest title that is looked at, in bytes.
  private static let limit = 90

  init(lexicon: Lexicon) {
    roles = lexicon.groups
    kinds = lexicon.groupKinds
    related = RelatedWords(lexicon: lexicon)
  }

  /// Nil where the title is none of the lexicon's.
  ///
  /// - Parameter mayHaveOwner: 農業振興の数値目標 is one too.
  func read(_ bytes: [UInt8], _ range: Range<Int>, mayHaveOwner: Bool = true) -> GroupHead? {
    guard !range.isEmpty, range.count <= Self.limit,
      mayBegin(bytes, range) || mayTellSituation(bytes, range) || IndicatorHeads.mayEnd(bytes, range)
    else { return nil }
    let key = Self.key(bytes[range])
    guard let first = key.first else { return nil }
    if let head = head(key[...]) ?? Self.withoutBracket(key).flatMap({ self.head($0) }) { return head }
    if let head = headBehindModifier(key) ?? headBehindAim(key), head.role != nil { return head }
    if range.count <= Self.longestSituation, Self.situations.contains(where: { key.suffix($0.count).elementsEqual($0) })
    {
      return GroupHead(role: .description)
    }
    if mayHaveOwner, IndicatorHeads.end(key[...]) { return GroupHead(role: .indicators) }
    if let respelled = Self.withoutKana(key), let head = head(respelled[...]) { return head }
    if (0x30...0x39).contains(first) {
      if let kind = kind(afterCount: key) { return GroupHead(kind: kind) }
      if let head = head(afterSpan: key) { return head }
    }
    return Self.mayBeginYear(key) ? head(afterYear: bytes, range) : nil
  }

  /// Whether a head can begin with the first character, asked before a title is folded: a kanji folds to nothing else.
  func mayBegin(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard (0xE4...0xE9).contains(bytes[range.lowerBound]) else { return true }
    let span = bytes.span
    return roles.mayBegin(in: span, at: range.lowerBound, limit: range.upperBound)
      || kinds.mayBegin(in: span, at: range.lowerBound, limit: range.upperBound)
      || Self.otherBeginnings.mayBegin(in: span, at: range.lowerBound, limit: range.upperBound)
  }

  private static let otherBeginnings = WordTrie(
    (RelatedWords.beginnings + modifiers + eras).map { (String(decoding: $0, as: UTF8.self), true) })

  /// How heads end below which a plan tells how things stand or what others do: 市民・地域の役割, 施策の現状と課題.
  private static let situations = [
    "の役割", "と課題", "の課題", "の現状", "取り巻く状況", "の声", "できること", "期待すること", "協働の指針", "アンケート結果",
  ].map { Array($0.utf8) }
  /// In bytes.
  private static let longestSituation = 48

  /// The last two bytes of each of `situations`.
  private static let situationEndings = Set(situations.map { ending($0[...]) })

  private static func ending(_ bytes: ArraySlice<UInt8>) -> UInt16 {
    bytes.suffix(2).reduce(0) { $0 << 8 | UInt16($1) }
  }

  /// The cheap question by the last letter.
  private func mayTellSituation(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.count <= Self.longestSituation && Self.situationEndings.contains(Self.ending(bytes[range]))
  }

  // MARK: Words

  /// A known head, or two of them joined: 具体的な施策と重要業績評価指標(KPI). The one that names a kind of node decides.
  private func head(_ key: ArraySlice<UInt8>) -> GroupHead? {
    let role = roles.longestMatch(in: key.span, at: 0, limit: key.count)
    let kind = kinds.longestMatch(in: key.span, at: 0, limit: key.count)
    if let role, role.length == key.count { return GroupHead(role: role.value) }
    if related.kind(key) != nil { return GroupHead(role: .related) }
    if let kind, kind.length == key.count { return GroupHead(kind: kind.value) }
    if let kind, restHead(key, kind.length) != nil { return GroupHead(kind: kind.value) }
    if let role, let rest = restHead(key, role.length) { return rest.kind != nil ? rest : GroupHead(role: role.value) }
    return nil
  }

  private static let joints = ["と", "及び", "および", "並びに", "・", "ごとの", "別の", "、", "/"].map { Array($0.utf8) }

  /// The head behind a joint.
  private func restHead(_ key: ArraySlice<UInt8>, _ length: Int) -> GroupHead? {
    let rest = key.dropFirst(length)
    guard let joint = Self.joints.first(where: { rest.starts(with: $0) }) else { return nil }
    return head(rest.dropFirst(joint.count))
  }

  private static let modifiers = ["主な", "おもな", "主要な", "具体的な"].map { Array($0.utf8) }

  /// 主な取組の状況 → 取組の状況: what is chosen or how closely it is told changes nothing of what stands below.
  private func headBehindModifier(_ key: [UInt8]) -> GroupHead? {
    guard let modifier = Self.modifiers.first(where: { key.starts(with: $0) }) else { return nil }
    return head(key.dropFirst(modifier.count))
  }

  private static let aims = ["に向けた", "のための"].map { Array($0.utf8) }

  /// 目標の達成に向けた主な取組 → 主な取組: what it is for changes nothing of what stands below.
  private func headBehindAim(_ key: [UInt8]) -> GroupHead? {
    let ends = Self.aims.lazy.compactMap { aim in key.span.place(of: aim.span).map { $0 + aim.count } }
    guard let end = ends.first else { return nil }
    let rest = key[end...]
    let head = head(rest) ?? Self.withoutKana(Array(rest)).flatMap { self.head($0[...]) }
    return head?.status == nil ? nil : head
  }

  private static let counter = Array("つの".utf8)

  /// 3つの横断的施策 → 横断的施策.
  private func kind(afterCount key: [UInt8]) -> NodeKind? {
    let rest = key.drop { (0x30...0x39).contains($0) }
    guard rest.starts(with: Self.counter) else { return nil }
    return kinds.whole(rest.dropFirst(Self.counter.count))
  }

  /// 主な取組(再掲を含む) → 主な取組, 数値目標(令和12年(2030年)) → 数値目標.
  private static func withoutBracket(_ key: [UInt8]) -> ArraySlice<UInt8>? {
    guard key.last == UInt8(ascii: ")") else { return nil }
    var depth = 0
    let open = key.indices.last { index in
      if key[index] == UInt8(ascii: ")") { depth += 1 }
      if key[index] == UInt8(ascii: "(") { depth -= 1 }
      return depth == 0
    }
    return open.flatMap { $0 > 0 ? key[..<$0] : nil }
  }

  private static let kanaSpellings = ["取り組み", "取組み", "とりくみ"].map { Array($0.utf8) }
  private static let effort = Array("取組".utf8)

  /// 主な取り組み状況 → 主な取組状況; nil where nothing is spelled so.
  private static func withoutKana(_ key: [UInt8]) -> [UInt8]? {
    guard let spelling = kanaSpellings.first(where: { key.span.holds($0.span) }),
      let place = key.firstRange(of: spelling)
    else { return nil }
    return key[..<place.lowerBound] + effort + key[place.upperBound...]
  }

  private static let later = Array("年後の".utf8)

  /// 5年後の目指す姿 → 目指す姿: how far ahead it looks changes nothing of what stands below.
  private func head(afterSpan key: [UInt8]) -> GroupHead? {
    let rest = key.drop { (0x30...0x39).contains($0) }
    guard rest.starts(with: Self.later) else { return nil }
    return head(rest.dropFirst(Self.later.count))
  }

  // MARK: Years

  /// A digit, an era's letter, or 令, 平 and 昭.
  private static func mayBeginYear(_ key: [UInt8]) -> Bool {
    switch key[0] {
    case 0x30...0x39, UInt8(ascii: "R"), UInt8(ascii: "H"): true
    default: eras.contains { key.starts(with: $0) }
    }
  }

  private static let eras = ["令", "平", "昭"].map { Array($0.utf8) }

  private static let of = Array("の".utf8)
  private static let onward = Array("以降".utf8)

  /// 令和5年度 主な取組内容 / 実績: the year, then the head.
  private func head(afterYear bytes: [UInt8], _ range: Range<Int>) -> GroupHead? {
    let title = String(decoding: bytes[range], as: UTF8.self)
    guard let date = TemporalReader().first(in: title), date.range.lowerBound == 0 else { return nil }
    var key = Self.key(bytes[range.dropFirst(date.range.upperBound)])[...]
    let isOnward = date.temporal.end == nil || key.starts(with: Self.onward)
    if key.starts(with: Self.onward) { key = key.dropFirst(Self.onward.count) }
    if key.starts(with: Self.of) { key = key.dropFirst(Self.of.count) }
    guard !key.isEmpty, var head = head(key) else { return nil }
    if isOnward, head.role == .actions { head.role = .directions }
    head.period = date.temporal
    return head
  }

  /// Folded, without blanks and colons.
  private static func key(_ title: ArraySlice<UInt8>) -> [UInt8] {
    FoldedText.compactBytes(of: title, without: UInt8(ascii: ":"))
  }
}
