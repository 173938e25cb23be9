import KeikakuText

/// Figures of parts that the name tells in its bracket: 育休取得率（男性／女性） beside 12.0％／96.0％.
struct NamedParts {
  private let labels: [Substring]
  private static let strokes: Set<Character> = ["／", "/", "・"]
  /// In letters.
  private static let longestLabel = 8

  /// Nil where the name does not end in such a bracket.
  init?(name: String) {
    guard let last = name.last, "）)".contains(last), let open = name.lastIndex(where: { "（(".contains($0) }) else {
      return nil
    }
    labels = name[name.index(after: open)...].dropLast().split(omittingEmptySubsequences: false) {
      Self.strokes.contains($0)
    }
    guard labels.count > 1,
      labels.allSatisfy({ (1...Self.longestLabel).contains($0.count) && !$0.contains(where: \.isNumber) })
    else { return nil }
  }

  /// The quantity with a part for each label; nil where the text does not hold just as many figures.
  func quantity(of text: String, read whole: Quantity, by quantities: (String) -> Quantity) -> Quantity? {
    let pieces = text.split(omittingEmptySubsequences: false) { Self.strokes.contains($0) }.map {
      UnitBracket.trimmed($0)
    }
    guard pieces.count == labels.count, pieces.allSatisfy(ValueLook.isFigure) else { return nil }
    let figures = pieces.map(quantities)
    guard figures.allSatisfy({ $0.value != nil }) else { return nil }
    var parted = whole
    parted.parts = zip(labels, figures).map { Quantity.Part(label: String($0), value: $1.value, unit: $1.unit) }
    (parted.value, parted.low, parted.high, parted.also) = (nil, nil, nil, [])
    return parted
  }
}
