import KeikakuText

/// Words that a document itself counts its measures by, though no table of words knows them:
///
///     改善行動1　窓口の予約制
///     担当課　市民課
///     指標　待ち時間　現状値 25分　目標値 10分
///     改善行動2　様式の統一
///
/// A noun that stands before 1, 2 and 3 and a title, with what is done or measured below, labels nodes. 表1, 資料1 and 問1 come
/// with numbers and titles as well, but head no such thing.
struct CountedLabels {
  private struct Use {
    var number: Int
    var line: Int
  }

  private let lines: LineTable
  private let bytes: [UInt8]
  private let lexicon: Lexicon
  private let groups: GroupHeadReader

  /// The lexicon with the labels of the document added.
  static func extending(_ lexicon: Lexicon, by lines: LineTable) -> Lexicon {
    let words = CountedLabels(lines, lexicon).find()
    guard !words.isEmpty else { return lexicon }
    var lexicon = lexicon
    lexicon.labels = lexicon.labels.adding(words.map { ($0, .other) })
    return lexicon
  }

  private init(_ lines: LineTable, _ lexicon: Lexicon) {
    self.lines = lines
    self.lexicon = lexicon
    bytes = lines.text.bytes
    groups = GroupHeadReader(lexicon: lexicon)
  }

  /// In letters.
  private static let shortest = 3
  private static let longest = 8
  /// Uses of a word that are looked at.
  private static let most = 200
  private static let mostWords = 6

  private func find() -> [String] {
    var uses: [String: [Use]] = [:]
    for (index, line) in lines.lines.enumerated() where line.shape == .text && line.body.count < 240 {
      guard let (word, number) = countedWord(line.body), uses[word, default: []].count < Self.most else { continue }
      uses[word, default: []].append(Use(number: number, line: index))
    }
    let found = uses.filter { isLabel($0.key, $0.value) }.map(\.key).sorted()
    return found.count <= Self.mostWords ? found : []
  }

  /// The 改善行動 and the 1 of 改善行動1　窓口の予約制.
  private func countedWord(_ range: Range<Int>) -> (word: String, number: Int)? {
    var cursor = ScalarCursor(bytes, range)
    guard let first = cursor.peek()?.scalar, Self.isLetter(first) else { return nil }
    var letters = 0
    while let (scalar, width) = cursor.peek(), Self.isLetter(scalar), letters <= Self.longest {
      letters += 1
      cursor.skip(width)
    }
    let word = range.lowerBound..<cursor.offset
    guard (Self.shortest...Self.longest).contains(letters),
      let numbering = Numbering.read(bytes, cursor.offset..<range.upperBound, afterLabel: true),
      [.decimal, .parenthesized, .circled].contains(numbering.style), let number = Int(numbering.number)
    else { return nil }
    var behind = ScalarCursor(bytes, numbering.end..<range.upperBound)
    guard behind.skipBlanks(), range.upperBound - behind.offset >= Self.shortestTitle,
      let title = behind.peek()?.scalar, Self.isLetter(title) || (0x3041...0x3096).contains(title),
      !Sentences.ends(bytes, range)
    else { return nil }
    return (String(decoding: bytes[word], as: UTF8.self), number)
  }

  /// In bytes.
  private static let shortestTitle = 9

  /// A kanji or a katakana letter: the nouns of plans are written with no others.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(scalar) || (0x30A1...0x30FC).contains(scalar)
  }

  private func isLabel(_ word: String, _ uses: [Use]) -> Bool {
    var seen: Set<Int> = []
    let counted = uses.map(\.number).filter { seen.insert($0).inserted }
    guard counted.count > 2, counted.prefix(3).elementsEqual([1, 2, 3]), isUnknown(word) else { return false }
    let starts = uses.map(\.line)
    let telling = zip(starts, starts.dropFirst()).count { tells(between: $0 + 1, $1) }
    return telling > 1
  }

  /// No word of the tables, nor one that ends as one of them does.
  private func isUnknown(_ word: String) -> Bool {
    guard lexicon.groups[word] == nil, lexicon.columnRoles[word] == nil else { return false }
    let letters = Array(word)
    return !letters.indices.contains { lexicon.labels[String(letters[$0...])] != nil }
      && !Self.others.contains(where: word.hasSuffix)
  }

  /// What is counted and measured, or shown, and labels no node.
  private static let others = ["指標", "図表", "資料", "グラフ", "写真", "様式", "別表", "設問", "質問", "令和", "平成", "昭和"]

  /// How many lines below a label what is done or measured stands.
  private static let farthest = 12

  /// Whether a head of what is done or a word for a value stands between two lines.
  private func tells(between start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    return (start..<min(end, start + Self.farthest)).contains { index in
      let line = lines[index]
      guard !line.isBlank, line.body.count < 400 else { return false }
      if line.shape == .text, line.body.count <= 90, groups.read(bytes, line.body)?.status != nil { return true }
      let text = lines.body(index)
      return Self.telling.contains(where: text.contains)
    }
  }

  private static let telling = ["現状値", "基準値", "目標値", "取組内容", "事業内容", "主な取組", "担当課", "所管課", "数値目標"]
}
