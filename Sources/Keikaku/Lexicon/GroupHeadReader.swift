import KeikakuText

/// A group head, understood: what stands below it, of which year.
struct GroupHead: Hashable, Sendable {
  /// Nil for a head that names the kind of its numbered lines.
  var role: GroupRole?
  var kind: NodeKind?
  /// The fiscal year it speaks of: 令和5年度 主な取組内容/実績.
  var period: Temporal?
}

/// Reads titles such as 主な取組, ■スケジュール, 令和5年度 主な取組内容 / 実績, 3つの横断的施策.
struct GroupHeadReader: Sendable {
  let lexicon: Lexicon

  /// Nil where the title is none of the lexicon's.
  func read(_ title: String) -> GroupHead? {
    let key = Self.key(title)
    guard !key.isEmpty, key.utf8.count <= 90 else { return nil }
    if let head = lookUp(key) ?? joined(key) { return head }
    guard let first = key.utf8.first, first >= 0x80 || (0x30...0x39).contains(first) else { return nil }
    if let counted = afterCount(key), let kind = lexicon.groupKinds[counted] { return GroupHead(kind: kind) }
    return afterYear(title)
  }

  private func lookUp(_ key: String) -> GroupHead? {
    if let role = lexicon.groups[key] { return GroupHead(role: role) }
    if let kind = lexicon.groupKinds[key] { return GroupHead(kind: kind) }
    return nil
  }

  private static let joints = ["と", "及び", "および", "並びに", "・", "ごとの", "別の", "、", "/"]

  /// 具体的な施策と重要業績評価指標(KPI): two heads in one; the one that names a kind of node decides.
  private func joined(_ key: String) -> GroupHead? {
    for first in [lexicon.groupKinds.prefix(of: key)?.length, lexicon.groups.prefix(of: key)?.length].compactMap({ $0 })
    {
      let rest = String(decoding: key.utf8.dropFirst(first), as: UTF8.self)
      guard let joint = Self.joints.first(where: { rest.hasPrefix($0) }) else { continue }
      let second = String(rest.dropFirst(joint.count))
      guard let left = lookUp(String(decoding: key.utf8.prefix(first), as: UTF8.self)),
        let right = lookUp(second) ?? joined(second)
      else { continue }
      return left.kind != nil ? left : right.kind != nil ? right : left
    }
    return nil
  }

  /// 3つの横断的施策 → 横断的施策.
  private func afterCount(_ key: String) -> String? {
    let count = key.prefix { $0.isNumber }
    guard !count.isEmpty, count.utf8.count <= 3, key.dropFirst(count.count).hasPrefix("つの") else { return nil }
    return String(key.dropFirst(count.count + 2))
  }

  /// 令和5年度 主な取組内容 / 実績: the year, then the head.
  private func afterYear(_ title: String) -> GroupHead? {
    guard let date = TemporalReader().first(in: title), date.range.lowerBound == 0 else { return nil }
    let rest = String(decoding: Array(title.utf8)[date.range.upperBound...], as: UTF8.self)
    var key = Self.key(rest)
    if key.hasPrefix("の") { key.removeFirst() }
    guard var head = lookUp(key) else { return nil }
    head.period = date.temporal
    return head
  }

  /// Folded, without blanks, colons and the brackets around it.
  private static func key(_ title: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in title.folded.unicodeScalars where !" \t:".unicodeScalars.contains(scalar) { scalars.append(scalar) }
    return String(scalars)
  }
}
