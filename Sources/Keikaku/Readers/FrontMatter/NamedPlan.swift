import KeikakuText

/// The plan that a text says to be: 「〇〇市総合戦略（以下「総合戦略」という。）」を策定, 第二次〇〇町総合振興計画は、….
struct NamedPlan: Sendable {
  private let finder = PlaceNameFinder.standard
  private static let acts = ["策定", "定め"]

  /// The quoted name of which the text says that it is made here, of several the latest of the series: a second strategy tells
  /// of the first. Else the subject of the first sentence.
  func find(in head: String) -> TitleReader.Title? {
    definedNames(in: head).max { Self.series(of: $0.text) < Self.series(of: $1.text) } ?? firstSubject(in: head)
  }

  /// The number behind 第; 1 without.
  private static func series(of title: String) -> Int {
    let folded = title.folded
    guard let mark = folded.firstIndex(of: "第") else { return 1 }
    return Int(folded[folded.index(after: mark)...].prefix { $0.isNumber }) ?? 1
  }

  /// In letters, from the closing quote to 策定: 」を令和3年2月に策定.
  private static let longestDate = 16

  private func definedNames(in head: String) -> [TitleReader.Title] {
    var found: [TitleReader.Title] = []
    for (open, close) in [("「", "」"), ("『", "』")] {
      for place in head.ranges(of: close + "を") {
        let behind = head[place.upperBound...].prefix(Self.longestDate)
        guard Self.acts.contains(where: behind.hasPrefix) || behind.contains("に策定") && !behind.contains("「") else {
          continue
        }
        guard let start = head.opening(Character(open), closedAt: place.lowerBound, by: Character(close)) else {
          continue
        }
        var name = head[start..<place.lowerBound]
        if let definition = name.firstIndex(where: { "(（".contains($0) }) { name = name[..<definition] }
        guard let line = FrontLine(name, source: SourceRange(0..<0), number: 0), isPlan(line) else { continue }
        found.append(title(name, in: head))
      }
    }
    return found
  }

  /// The name at the beginning of a line before は、.
  private func firstSubject(in head: String) -> TitleReader.Title? {
    for raw in head.lines.lazy.filter({ !$0.trimmed.isEmpty }).prefix(8) {
      guard let end = raw.ranges(of: "は、").first?.lowerBound else { continue }
      let name = raw[..<end].trimmed
      guard let line = FrontLine(name, source: SourceRange(0..<0), number: 0), isPlan(line),
        line.words.last.map({ $0.range.upperBound == line.key.count }) == true, TitleStart.isSure(line.text)
      else { continue }
      return title(name, in: head)
    }
    return nil
  }

  private func isPlan(_ line: FrontLine) -> Bool {
    line.has(where: TitleReader.isPlanOfItsKind) && !line.isSentence && !line.holds("、")
      && !finder.mentions(in: PlaceText(line.text)).isEmpty
  }

  private func title(_ name: Substring, in head: String) -> TitleReader.Title {
    let offset = head.utf8.distance(from: head.startIndex, to: name.startIndex)
    return .init(text: TitleText.part(String(name)), source: SourceRange(offset..<offset + name.utf8.count))
  }
}

extension String {
  /// The parts between line feeds, empty ones too. By bytes: to Swift, CR and LF are one letter that is not LF.
  var lines: [Substring] {
    utf8.split(separator: Ascii.lineFeed, omittingEmptySubsequences: false).map(Substring.init)
  }

  /// The place behind the opening quote that the one at `close` closes, those inside paired off; nil on another line.
  fileprivate func opening(_ open: Character, closedAt close: Index, by closing: Character) -> Index? {
    var depth = 1
    var index = close
    while index > startIndex {
      index = self.index(before: index)
      if self[index] == closing { depth += 1 }
      if self[index] == open { depth -= 1 }
      if self[index].isNewline { return nil }
      if depth == 0 { return self.index(after: index) }
    }
    return nil
  }
}
