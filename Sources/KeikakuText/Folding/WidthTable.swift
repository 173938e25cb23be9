/// Which forms of a character are one character to the readers: the project's own table, not NFKC.
///
/// NFKC would turn 10²人 into 102人, m² into m2 and ½ into 1⁄2, so superscripts, fractions, circled numbers and Roman
/// numerals stay what they are.
enum WidthTable {
  /// Ranges of forms that lie at a fixed distance from the ordinary character.
  static let shifted: [(forms: ClosedRange<UInt32>, ordinary: UInt32)] = [
    (0xFF01...0xFF5E, 0x21),
    (0x1D7CE...0x1D7D7, 0x30), (0x1D7D8...0x1D7E1, 0x30), (0x1D7E2...0x1D7EB, 0x30), (0x1D7EC...0x1D7F5, 0x30),
    (0x1D7F6...0x1D7FF, 0x30),
  ]

  /// Single characters, each list of forms with the one that stands for them all.
  static let same: [(forms: String, ordinary: Unicode.Scalar)] = [
    ("\u{A0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200A}", " "),
    ("\u{202F}\u{205F}\u{3000}", " "),
    ("\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{FE63}\u{FE58}\u{2500}\u{2501}\u{FF0D}", "-"),
    ("\u{301C}\u{FF5E}\u{223C}\u{223E}\u{2053}\u{3030}\u{02DC}", "~"),
    ("\u{2018}\u{2019}\u{201B}\u{2032}\u{00B4}\u{FF07}", "'"),
    ("\u{201C}\u{201D}\u{2033}\u{FF02}", "\""),
    ("\u{2044}\u{2215}\u{FF0F}", "/"), ("\u{FE5F}", "#"), ("\u{FE50}", ","), ("\u{FE52}", "."), ("\u{FE55}", ":"),
    ("\u{FE59}\u{FE35}", "("), ("\u{FE5A}\u{FE36}", ")"), ("\u{FE62}", "+"), ("\u{FE6A}", "%"), ("\u{2236}", ":"),
    ("\u{FF65}\u{22C5}\u{2219}", "・"), ("\u{FF61}", "。"), ("\u{FF64}", "、"), ("\u{FF62}", "「"), ("\u{FF63}", "」"),
    ("\u{FFE5}", "\u{A5}"), ("\u{FFE0}", "\u{A2}"), ("\u{FFE1}", "\u{A3}"),
    ("\u{2206}", "△"), ("\u{2F3E}", "戸"),
  ]

  /// Square words and era signs, which stand for several characters.
  static let words: [(sign: Unicode.Scalar, word: String)] = [
    ("㍾", "明治"), ("㍽", "大正"), ("㍼", "昭和"), ("㍻", "平成"), ("㋿", "令和"),
    ("㌫", "%"), ("㌍", "カロリー"), ("㌔", "キロ"), ("㌘", "グラム"), ("㌧", "トン"), ("㌶", "ヘクタール"), ("㌃", "アール"),
    ("㍑", "リットル"), ("㍍", "メートル"), ("㌢", "センチ"), ("㍉", "ミリ"), ("㌣", "セント"), ("㌦", "ドル"), ("㌻", "ページ"),
    ("㍗", "ワット"), ("㎏", "kg"), ("㎎", "mg"), ("㎝", "cm"), ("㎜", "mm"), ("㎞", "km"), ("㎖", "ml"), ("㎗", "dl"),
    ("㎘", "kl"), ("㎾", "kW"), ("㎿", "MW"), ("㏊", "ha"), ("㏄", "cc"),
  ]

  /// Characters without a body of their own: zero-width marks and variation selectors.
  static let invisible: [ClosedRange<UInt32>] = [
    0xAD...0xAD, 0x180E...0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
    0xE0100...0xE01EF,
  ]

  /// Half-width kana from U+FF66 in order.
  static let halfWidthKana = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜"

  /// Kana that take a voiced mark, and those that take a semi-voiced one, each followed by the marked letter.
  static let voiced =
    "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴ"
  static let semiVoiced = "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"
}
