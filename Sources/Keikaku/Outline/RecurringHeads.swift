import KeikakuText

/// Numbered heads that stand under each measure alike and name a part of it, whatever their words:
///
///     （1）農業の振興             （2）観光の振興
///     １ 現状と課題               １ 現状と課題
///     ２ 進むべき道               ２ 進むべき道
///
/// Numbers that head the same words three times and more, and seldom others, are none of measures, where there are two of
/// one style: a lone ① 情報発信の充実 may be a measure of each goal.
struct RecurringHeads {
  private struct Place: Hashable {
    var style: Heading.NumberStyle
    var number: String
  }

  private static let least = 3
  private var titles: Set<TitleKey> = []

  init(_ blocks: [Block]) {
    var counts: [Place: [TitleKey: Int]] = [:]
    for block in blocks {
      guard case .heading(let heading) = block.content, heading.label == nil, let number = heading.number,
        !heading.title.isEmpty
      else { continue }
      counts[Place(style: heading.numberStyle, number: number), default: [:]][TitleKey(heading.title), default: 0] += 1
    }
    var frames: [Heading.NumberStyle: [TitleKey]] = [:]
    for (place, titles) in counts {
      guard let most = titles.max(by: { $0.value < $1.value }), most.value >= Self.least,
        most.value * 2 > titles.values.reduce(0, +)
      else { continue }
      frames[place.style, default: []].append(most.key)
    }
    titles = Set(frames.values.filter { $0.count > 1 }.joined())
  }

  func contains(_ heading: Heading) -> Bool {
    !titles.isEmpty && heading.label == nil && heading.number != nil && titles.contains(TitleKey(heading.title))
  }
}
