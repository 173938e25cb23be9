import KeikakuText

/// The kind of node that a sentence right above a list says its items are, with their count:
///
///     次の4つの基本目標を定めます。
///     「政策の柱」を次の5本に整理
enum AnnouncedKind {
  private static let next = ["次の", "以下の"]
  /// A letter of each.
  private static let signs = WordTrie(["次", "下"].map { ($0, true) })
  private static let counters = ["つ", "本", "項目", "点", "分野", "個"]
  /// In bytes.
  private static let longest = 600

  /// Nil where the sentence names no kind or another count.
  static func read(_ text: String, count: Int, labels: WordTrie<NodeKind>) -> NodeKind? {
    guard text.utf8.count <= longest, signs.occurs(in: text) else { return nil }
    let folded = text.folded
    let sentence = folded.split(separator: "。").last.map(String.init) ?? folded
    guard let announced = next.lazy.compactMap(sentence.range).first else { return nil }
    let behind = sentence[announced.upperBound...].drop { $0 == " " }
    let digits = behind.prefix { $0.isASCII && $0.isNumber }
    let counted = behind.dropFirst(digits.count)
    guard Int(digits) == count, let counter = counters.first(where: counted.hasPrefix) else { return nil }
    let named = counted.dropFirst(counter.count)
    if named.hasPrefix("の") { return labels.prefix(of: String(named.dropFirst()))?.value }
    return kind(quotedIn: sentence[..<announced.lowerBound], labels)
  }

  /// 「政策の柱」を: the last word in quotes.
  private static func kind(quotedIn text: Substring, _ labels: WordTrie<NodeKind>) -> NodeKind? {
    guard let close = text.lastIndex(of: "」"), let open = text[..<close].lastIndex(of: "「") else { return nil }
    let word = String(text[text.index(after: open)..<close])
    return word.indices.lazy.compactMap { labels[String(word[$0...])] }.first
  }
}

extension String {
  fileprivate func range(_ word: String) -> Range<Index>? { ranges(of: word).last }
}
