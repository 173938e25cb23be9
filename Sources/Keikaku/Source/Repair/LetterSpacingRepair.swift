/// Words set with a blank after each letter: 重 点 戦 略.
///
/// Four letters or more in a row, each alone between single blanks, are one word; two or three only where they make a word
/// that plans letter-space: 目 次, 概 要. A row of units or of 男 女 計 is no word.
enum LetterSpacingRepair {
  private static let fewest = 4
  private static let shortWords: Set<String> = [
    "目次", "概要", "はじめに", "資料", "序章", "総論", "各論", "指標", "目標", "目標値", "基準値", "現状値", "実績値", "備考", "単位", "施策", "事業", "基本目標",
    "基本方針", "出典",
  ]

  static func find(_ findings: inout RepairFindings) {
    let bytes = findings.text.bytes
    let span = bytes.span
    let end = span.count
    var done = 0
    // The next blank of each width, so that neither is searched for twice.
    var narrow = span.first(0x20, from: 0, to: end)
    var wide = span.firstWideBlank(from: 0, to: end)
    while min(narrow, wide) < end {
      let run = run(around: min(narrow, wide), from: done, in: bytes)
      if run.letters.count > 1 {
        join(run, &findings)
        done = run.end
      }
      if narrow < run.end { narrow = span.first(0x20, from: run.end, to: end) }
      if wide < run.end { wide = span.firstWideBlank(from: run.end, to: end) }
    }
  }

  private struct Run {
    var letters: [Int]
    var end: Int
  }

  /// The letters around a blank that each stand alone, with the same blank between.
  private static func run(around blank: Int, from low: Int, in bytes: [UInt8]) -> Run {
    let width = bytes[blank] == 0x20 ? 1 : 3
    var letters: [Int] = []
    let first = blank - 3
    guard first >= low, Letters.isJapanese(at: first, in: bytes), isEdge(before: first, in: bytes) else {
      return Run(letters: [], end: blank + width)
    }
    var place = first
    var end = first + 3
    while Letters.isJapanese(at: place, in: bytes) || isDot(at: place, in: bytes) {
      letters.append(place)
      end = place + 3
      guard isBlank(at: end, width: width, in: bytes) else { break }
      place = end + width
    }
    // The last letter must stand alone too.
    if end < bytes.count, !isEdge(at: end, in: bytes), let last = letters.popLast() { end = last }
    while let last = letters.last, isDot(at: last, in: bytes) {
      letters.removeLast()
      end = last
    }
    return Run(letters: letters, end: max(end, blank + width))
  }

  /// The ・ of 防 災 ・ 減 災, which begins no word and ends none.
  private static func isDot(at index: Int, in bytes: [UInt8]) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE3 && bytes[index + 1] == 0x83 && bytes[index + 2] == 0xBB
  }

  private static func isBlank(at index: Int, width: Int, in bytes: [UInt8]) -> Bool {
    guard index + width < bytes.count else { return false }
    return width == 1 ? bytes[index] == 0x20 : TextLines.isWideBlank(at: index, in: bytes, to: bytes.count)
  }

  private static func isEdge(at index: Int, in bytes: [UInt8]) -> Bool {
    bytes[index] <= 0x20 || TextLines.isWideBlank(at: index, in: bytes, to: bytes.count)
  }

  private static func isEdge(before index: Int, in bytes: [UInt8]) -> Bool {
    index == 0 || bytes[index - 1] <= 0x20
      || index >= 3 && TextLines.isWideBlank(at: index - 3, in: bytes, to: bytes.count)
  }

  private static func join(_ run: Run, _ findings: inout RepairFindings) {
    for letters in words(of: run.letters, in: findings.text.bytes) { join(letters, &findings) }
  }

  private static let counters: Set<String> = ["年", "月", "日", "度"]
  private static let contents = "目次"

  /// The letters of a run word by word: 2 月 〇 〇 市 目 次 is a month, a name and the head of the contents.
  private static func words(of letters: [Int], in bytes: [UInt8]) -> [[Int]] {
    var letters = letters[...]
    if let first = letters.first, first >= 2, (0x30...0x39).contains(bytes[first - 2]),
      counters.contains(String(decoding: bytes[first..<first + 3], as: UTF8.self))
    {
      letters = letters.dropFirst()
    }
    let last = letters.suffix(2)
    guard letters.count > 2, last.map({ String(decoding: bytes[$0..<$0 + 3], as: UTF8.self) }).joined() == contents
    else {
      return [Array(letters)]
    }
    return [Array(letters.dropLast(2)), Array(last)]
  }

  private static func join(_ letters: [Int], _ findings: inout RepairFindings) {
    let words = letters.map { String(decoding: findings.text.bytes[$0..<$0 + 3], as: UTF8.self) }
    let units = words.count { Letters.units.contains($0) }
    guard
      shortWords.contains(words.joined()) || words.count >= fewest && units * 2 < words.count && Set(words).count > 2
    else { return }
    findings.add(zip(letters, letters.dropFirst()).map { RepairedText.Edit(range: $0 + 3..<$1) })
    findings.report(
      .textLetterSpaced, "A letter-spaced word was read as \(words.joined()).",
      at: letters[0]..<letters[letters.count - 1] + 3)
  }
}
