/// What may stand before the municipality's name in a title: 第2期, 第三次, 令和5年度, brackets.
enum TitlePrefix {
  private static let characters = Set(
    "第次期版回年度月令和平成昭新元明治大正0123456789一二三四五六七八九十ⅠⅡⅢⅣⅤIVX()【】「『<《〈~・.,-#*■●◆".unicodeScalars)

  static func isOnlyCount(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { characters.contains($0) } }
}
