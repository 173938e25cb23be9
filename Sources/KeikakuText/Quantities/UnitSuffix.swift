/// Words behind a figure that say how exact it is or what becomes of it: 以上, 程度, 増, を維持.
enum UnitSuffix {
  /// The words with the qualifier that each sets, longer ones first.
  static let words: [(word: StaticString, qualifier: Quantity.Qualifier)] = [
    ("以上", .atLeast), ("以下", .atMost), ("以内", .atMost), ("未満", .below), ("いじょう", .atLeast),
    ("を下回らない", .atLeast), ("を上回らない", .atMost), ("を超えない", .atMost), ("を越えない", .atMost),
    ("を超過", .above), ("を超え", .above), ("超え", .above), ("を越え", .above), ("越え", .above), ("を上回", .above),
    ("上回", .above), ("をうわまわ", .above), ("より多", .above), ("超", .above), ("を下回", .below), ("下回", .below),
    ("をした回", .below), ("を切", .below), ("より少な", .below), ("まで", .atMost),
    ("前後", .about), ("程度", .about), ("程", .about), ("ほど", .about), ("くらい", .about), ("ぐらい", .about),
    ("余り", .about), ("あまり", .about), ("余", .about), ("強", .about), ("弱", .about), ("内外", .about), ("台", .about),
    ("を維持", .maintain), ("の維持", .maintain), ("維持", .maintain),
    ("の増加", .increase), ("増加", .increase), ("増", .increase), ("アップ", .increase), ("の向上", .increase),
    ("向上", .increase), ("上昇", .increase), ("の上昇", .increase), ("拡大", .increase), ("プラス", .increase), ("UP", .increase),
    ("の減少", .decrease), ("減少", .decrease), ("の削減", .decrease), ("削減", .decrease), ("減", .decrease),
    ("低減", .decrease), ("の低減", .decrease), ("ダウン", .decrease), ("低下", .decrease), ("の低下", .decrease),
    ("縮減", .decrease), ("縮小", .decrease), ("短縮", .decrease), ("抑制", .decrease), ("引き下げ", .decrease),
    ("引き上げ", .increase), ("DOWN", .decrease), ("マイナス", .decrease),
    ("の減", .decrease), ("の増", .increase), ("累計", .cumulative), ("(累計)", .cumulative), ("延べ", .cumulative),
    ("累積", .cumulative), ("のべ", .cumulative),
  ]

  private static let table = ScalarWords(words)

  /// The suffix that stands at an index and where it ends; not where it only begins a longer word: 強化, 増設, 台帳.
  static func read(_ text: FoldedScalars, at index: Int) -> (qualifier: Quantity.Qualifier, end: Int)? {
    guard table.begins(text[index]) else { return nil }
    let found = table.longest(text, at: index) { _, end in !startsLongerWord(text, text[index], index, end) }
    guard let (qualifier, end) = found else { return nil }
    return (qualifier, qualifier == .above || qualifier == .below ? endOfVerb(text, end) : end)
  }

  /// Whether any of the words begins with a character.
  static func mayBegin(_ scalar: Unicode.Scalar) -> Bool { table.begins(scalar) }

  static func begins(_ text: FoldedScalars, at index: Int) -> Bool { read(text, at: index) != nil }

  private static func startsLongerWord(
    _ text: FoldedScalars, _ first: Unicode.Scalar, _ start: Int, _ end: Int
  ) -> Bool {
    let next = text[end]
    if first == "ま" { return !(next == "\0" || next.isBlank || next.isClosingBracket) }
    guard end == start + 1 else { return false }
    switch first {
    case "増", "減": return next.isKanji && !["傾", "予", "見", "目"].contains(next) || next == "や" || next == "ら"
    case "強", "弱", "超", "余", "程", "台": return next.isKanji
    default: return false
    }
  }

  /// 超え, 超える, 上回る, 上回った: the verb's own ending.
  private static func endOfVerb(_ text: FoldedScalars, _ start: Int) -> Int {
    var end = start
    while ["る", "え", "っ", "た", "り", "い", "わ"].contains(text[end]), end - start < 3 { end += 1 }
    return end
  }
}
