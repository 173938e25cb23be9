/// Words that give a figure its direction: 転出超過, 転入超過, 自然減, 社会減.
enum SurplusWord: Sendable {
  case outflow, inflow, loss

  private static let words = ScalarWords<SurplusWord?>([
    ("転出超過", .outflow), ("転出超過数", nil), ("転入超過", .inflow), ("自然減", .loss), ("社会減", .loss), ("人口減", .loss),
  ])

  /// The first such word in a range; 転出超過数 names what is counted and gives no direction.
  static func first(in text: FoldedScalars, _ range: Range<Int>) -> SurplusWord? {
    for index in range where words.begins(text[index]) {
      if let word = words.longest(text, at: index)?.value { return word }
    }
    return nil
  }

  /// Whether a figure with this word is negative under a name; a name that counts outflows turns the sign around.
  func isNegative(under name: String) -> Bool {
    switch self {
    case .outflow: !name.contains("転出超過")
    case .inflow: name.contains("転出超過")
    case .loss: name.contains("増減")
    }
  }
}
