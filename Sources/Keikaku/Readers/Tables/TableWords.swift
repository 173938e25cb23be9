import KeikakuText

/// The words by which tables are known, ready for look-up. Made once and shared by all tables of a run.
final class TableWords: Sendable {
  let headers: HeaderLexicon
  let labels: WordTrie<NodeKind>
  /// Heads with a year before them: 令和5年度の取組実績.
  let groups: GroupHeadReader
  let units: Units

  init(_ lexicon: Lexicon) {
    headers = HeaderLexicon(lexicon)
    labels = lexicon.labels
    groups = GroupHeadReader(lexicon: lexicon)
    units = lexicon.units
  }

  /// The kind of node that a label names, where a number stands right behind the word: 施策1-1.
  func numberedLabel(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> NodeKind? {
    guard range.count <= TableScan.longestHeader,
      let match = labels.longestMatch(in: bytes, at: range.lowerBound, limit: range.upperBound)
    else { return nil }
    var index = range.lowerBound + match.length
    guard index < range.upperBound, (0x30...0x39).contains(bytes[index]) else { return nil }
    while index < range.upperBound {
      guard (0x30...0x39).contains(bytes[index]) || bytes[index] == UInt8(ascii: "-") else { return nil }
      index += 1
    }
    return match.value
  }

  /// The kind of node that a form's label names: 施策, 施策名, プロジェクト名称.
  func kind(ofLabel bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> NodeKind? {
    if let kind = labels.whole(bytes, range) { return kind }
    for ending in Self.nameEndings where range.count > ending.count {
      let start = range.upperBound - ending.count
      if ending.indices.allSatisfy({ bytes[start + $0] == ending[$0] }),
        let kind = labels.whole(bytes, range.lowerBound..<start)
      {
        return kind
      }
    }
    return nil
  }

  private static let nameEndings = ["名", "名称"].map { Array($0.utf8) }

  // What no lexicon changes is made once in a process, when the first table asks for it.
  var forms: WordTrie<FormField> { FormLabels.fields }
  var schedules: WordTrie<Bool> { Self.standardSchedules }
  private static let standardSchedules = WordTrie(FormLabels.schedule.map { ($0, true) })

  static let standard = TableWords(.standard)
}

extension WordTrie {
  /// The value of a whole compact text, if it is a word.
  func whole(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Value? {
    range.count <= TableScan.longestHeader ? whole(bytes, from: range.lowerBound, to: range.upperBound) : nil
  }
}
