import KeikakuText

/// The name of the plan where a form gives it under a label: in the next line, in the next cell, or in a text without line
/// ends up to the label that follows.
///
///     1 地域再生計画の名称
///     港のにぎわい再生計画
///     2 地域再生計画の作成主体の名称
enum DeclaredName {
  private static let inFlow = ["地域再生計画の名称", "計画の名称"]
  private static let inFlowWords = WordTrie(inFlow.map { ($0, true) })
  private static let nextInFlow = ["地域再生計画の作成主体", "計画の期間", "計画の目標"]
  /// In bytes.
  private static let longest = 240
  private static let mostLines = 60

  static func find(in head: String) -> TitleReader.Title? {
    PlanLabels.mayStand(in: head) ? inLines(head) ?? inFlow(head) : nil
  }

  private static func inLines(_ head: String) -> TitleReader.Title? {
    var lines: [FrontLine] = []
    var offset = 0
    for raw in head.lines.prefix(mostLines) {
      let range = offset..<offset + raw.utf8.count
      offset = range.upperBound + 1
      guard raw.utf8.count <= longest * 2, let line = FrontLine(raw, source: SourceRange(range), number: lines.count)
      else {
        continue
      }
      lines.append(line)
    }
    for (index, line) in lines.enumerated() {
      let cells = line.text.split(separator: "\t", omittingEmptySubsequences: true)
      if cells.count == 2, let label = FrontLine(cells[0], source: line.source, number: 0), PlanLabels.isAlone(label) {
        return title(String(cells[1]), line.source)
      }
      guard PlanLabels.isAlone(line), index + 1 < lines.count else { continue }
      let value = lines[index + 1]
      guard index + 2 < lines.count, opensSubtitle(value.text) else { return title(value.text, value.source) }
      return title(value.text + lines[index + 2].text, value.source.joined(with: lines[index + 2].source))
    }
    return nil
  }

  /// ～にぎわいのある | まちを目指して～: the subtitle goes on.
  private static func opensSubtitle(_ text: String) -> Bool { text.folded.count { $0 == "~" } == 1 }

  /// 地域再生計画 1 地域再生計画の名称 〇〇計画 2 地域再生計画の作成主体の名称 …
  private static func inFlow(_ head: String) -> TitleReader.Title? {
    guard inFlowWords.occurs(in: head) else { return nil }
    for label in inFlow {
      guard let place = head.ranges(of: label).first else { continue }
      let rest = head[place.upperBound...].prefix(longest / 2)
      let number = rest.firstMatch(of: #/\s[0-9０-９]{1,2}[.．]?\s/#)?.range.lowerBound
      let ends = nextInFlow.compactMap { rest.ranges(of: $0).first?.lowerBound } + [number].compactMap { $0 }
      guard let end = ends.min(), !rest[..<end].contains(where: \.isNewline) else { continue }
      var name = rest[..<end].trimmed
      // The number of the label that follows.
      while let last = name.last, last.isNumber || last == "." || last.isWhitespace { name = name.dropLast() }
      let start = head.utf8.distance(from: head.startIndex, to: place.upperBound)
      if let title = title(String(name), SourceRange(start..<start + rest[..<end].utf8.count)) { return title }
    }
    return nil
  }

  private static func title(_ name: String, _ source: SourceRange) -> TitleReader.Title? {
    guard let line = FrontLine(name, source: source, number: 0), line.key.count <= longest, line.key.count > 6,
      !line.isSentence, !TitleRefusal.refuses(line), !line.text.utf8.contains(Ascii.tab)
    else { return nil }
    return TitleReader.Title(text: TitleText.part(TitleTrim.trimmed(line.text)), source: source)
  }
}
