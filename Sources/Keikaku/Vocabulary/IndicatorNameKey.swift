import KeikakuText

/// The name of an indicator in the form in which names are compared.
///
/// Folded, without blanks and separating marks, with one spelling for words that are written several ways. What says more
/// than that (a scope, an age, another place) stays, since it makes another figure.
enum IndicatorNameKey {
  /// Written forms and the one that stands for them.
  private static let spellings: [(String, String)] = [
    ("当り", "当たり"), ("あたり", "当たり"), ("一人", "1人"), ("ひとり", "1人"), ("一日", "1日"), ("UJI", "UIJ"), ("U・J・I", "UIJ"),
    ("IJU", "UIJ"),
    ("空家", "空き家"), ("寄付", "寄附"), ("子供", "子ども"), ("こども", "子ども"), ("取組み", "取組"), ("取り組み", "取組"),
    ("箇所数", "か所数"), ("個所数", "か所数"), ("ヶ所数", "か所数"), ("カ所数", "か所数"), ("手続き", "手続"), ("入り込み", "入込"),
    ("入込み", "入込"), ("申込み", "申込"), ("障害者", "障がい者"), ("温室ガス", "温室効果ガス"), ("二酸化炭素", "CO2"), ("CO₂", "CO2"),
  ]

  /// What is left out, and what is spelled one way; found in one pass.
  private static let replacements = WordTrie(
    spellings + " \t、。,・･「」『』\"“”".map { (String($0), "") })

  static func key(_ name: String) -> [UInt8] {
    let folded = FoldedText.bytes(of: name)
    let bytes = folded.span
    var key: [UInt8] = []
    key.reserveCapacity(folded.count)
    var index = 0
    while index < bytes.count {
      if let match = replacements.longestMatch(in: bytes, at: index, limit: bytes.count) {
        key.append(contentsOf: match.value.utf8)
        index += match.length
      } else {
        key.append(bytes[index])
        index += 1
      }
    }
    return key
  }

  /// Brackets that say how a figure is counted, and not what is counted.
  private static let asides = Set(
    [
      "累計", "総数", "年間", "延べ", "延べ数", "延べ人数", "実数", "暦年", "年度", "年度末", "推計", "住民基本台帳", "住民基本台帳ベース", "国勢調査", "KPI",
      "合計", "計", "市内", "町内", "村内", "市全体", "全体", "5年間", "5年間累計", "5年間の累計", "年間累計", "年平均", "重要業績評価指標",
    ].map { Array($0.utf8) })
  /// Words before a name that say how it is counted or whose it is.
  private static let prefixes = [
    "年間の", "年間", "年", "延べ", "のべ", "累計", "5年間の", "市内の", "町内の", "村内の", "区内の", "市内", "町内", "村内", "区内", "市の", "町の", "村の",
    "区の", "本市の", "本町の", "本村の", "市における", "町における", "村における", "市全体の",
  ].map { Array($0.utf8) }
  private static let numberOf = Array("の数".utf8)
  private static let number = Array("数".utf8)

  /// The key and its shorter forms, the longest first: without asides in brackets, without what is said before.
  static func forms(of key: [UInt8]) -> [[UInt8]] {
    var forms = [key]
    let bare = withoutAsides(key)
    if bare.count != key.count { forms.append(bare) }
    for prefix in prefixes where bare.count > prefix.count + 3 && bare.span.begins(with: prefix.span) {
      forms.append(Array(bare[prefix.count...]))
    }
    return forms + forms.compactMap { $0.span.ends(with: numberOf.span) ? $0.dropLast(numberOf.count) + number : nil }
  }

  private static func withoutAsides(_ key: [UInt8]) -> [UInt8] {
    guard key.last == UInt8(ascii: ")"), let open = key.lastIndex(of: UInt8(ascii: "(")), open > 0 else { return key }
    return asides.contains(Array(key[(open + 1)...].dropLast())) ? withoutAsides(Array(key[..<open])) : key
  }
}
