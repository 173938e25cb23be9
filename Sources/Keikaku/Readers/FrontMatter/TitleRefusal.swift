import KeikakuText

/// Tells lines that can name no document though a word of a title stands in them: notes, legends, links, rows of a table,
/// beginnings of sentences, headings of sections.
enum TitleRefusal {
  static func refuses(_ line: FrontLine) -> Bool {
    let key = line.keyText
    return others.contains(key) || isNote(key) || isRow(key) || isLegend(key) || isPhrase(key) || isAngled(line)
      || WebChrome.serves(key)
      || SectionTitle.stands(line) || FieldLine.isRow(line)
  }

  /// Words for other plans than the document itself, which head what is told of them.
  private static let others: Set<String> = [
    "上位計画", "関連計画", "上位・関連計画", "個別計画", "前計画", "現計画", "現行計画", "次期計画", "国の計画", "県の計画", "都の計画", "関係計画", "分野別計画",
  ]

  /// ※令和4年度までの実績, (注) 速報値, :ID: of an outline, and 第三次総合計画(R5まで) that tells what two columns are.
  private static func isNote(_ key: String) -> Bool {
    if ["から)", "まで)", "以降)"].contains(where: key.hasSuffix), !key.contains("から") || !key.contains("まで") { return true }
    return ["※", ":", "*", "注)", "注:", "(注", "【注"].contains(where: key.hasPrefix)
  }

  /// | 総合計画 |: cells of a table. One bar may part a page's title from the site's name.
  private static func isRow(_ key: String) -> Bool {
    guard key.utf8.contains(Ascii.pipe) else { return false }
    return key.hasPrefix("|") || key.hasSuffix("|") || key.utf8.count { $0 == Ascii.pipe } > 1
  }

  private static let grades: Set<Character> = ["○", "◎", "△", "×", "▲", "☆", "★"]
  private static let gradeWords = WordTrie(grades.map { (String($0), true) })

  /// 改善○、維持△、悪化×; A：順調 B：遅れ.
  private static func isLegend(_ key: String) -> Bool {
    if gradeWords.occurs(in: key), key.dropFirst().count(where: grades.contains) > 1 { return true }
    guard key.utf8.contains(UInt8(ascii: ":")) else { return false }
    let letters = Array(key)
    return letters.indices.dropFirst().count { letters[$0] == ":" && "SABCDE".contains(letters[$0 - 1]) } > 1
  }

  private static let ends = [
    "、", ",", "ため", "ください", "により", "において", "にあたって", "に当たって", "に向けて", "とは", "とは?", "に記載", "ます", "ました", "です", "でした",
    "する", "した", "される", "された", "いる", "に基づき",
  ]
  private static let clauses = [
    "では、", "は、", "に「", "を「", "が、", "までに", "するため", "します", "しました", "ください", "こととし", "に基づき", "等、",
  ]

  /// A piece of a sentence: 令和2年に「〇〇市総合戦略, 指標を説明します. A web page's 「…」を策定しました was cut to its name before, and
  /// …に関する goes on in the next line.
  private static func isPhrase(_ key: String) -> Bool {
    ends.contains(where: key.hasSuffix) && !key.hasSuffix("に関する") || clauses.contains(where: key.contains)
  }

  private static let angles: [(Character, Character)] = [("<", ">"), ("〈", "〉"), ("≪", "≫"), ("《", "》"), ("«", "»")]

  /// ＜施策の進み具合＞ heads a part; 《〇〇市総合計画》 may be a title.
  private static func isAngled(_ line: FrontLine) -> Bool {
    let key = line.keyText
    guard angles.contains(where: { key.first == $0.0 && key.last == $0.1 }) else { return false }
    return line.has(.progress) || !line.has(where: TitleReader.isPlanOfItsKind)
  }
}
