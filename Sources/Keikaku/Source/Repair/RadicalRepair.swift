/// Radicals that stand for the letters they look like: ⼈⼝ for 人口, as PDF fonts with a wrong character map give.
///
/// Each has the same length in UTF-8 as its letter. The letters of the supplement that have no agreed equal stay.
enum RadicalRepair {
  static func find(_ findings: inout RepairFindings) {
    let bytes = findings.text.bytes
    let span = bytes.span
    var index = span.firstRadical(from: 0, to: span.count)
    while index < span.count {
      let scalar =
        UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
      if let letter = letter(for: scalar) {
        findings.add([RepairedText.Edit(range: index..<index + 3, replacement: Array(String(letter).utf8))])
      }
      index = span.firstRadical(from: index + 3, to: span.count)
    }
  }

  private static func letter(for radical: UInt32) -> Unicode.Scalar? {
    if let common = supplement[radical] { return common }
    guard (0x2F00...0x2FD5).contains(radical) else { return nil }
    return kangxi[Int(radical - 0x2F00)]
  }

  /// The letters of U+2F00 to U+2FD5 in order (Unicode's compatibility decompositions, with the shapes
  /// that Japanese text uses: 戸, 青, 黄, 黒).
  private static let kangxi = Array(
    """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾
    干幺广廴廾弋弓彐彡彳心戈戸手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生
    用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷
    豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻
    黄黍黒黹黽鼎鼓鼠鼻齊齒龍龜龠
    """.unicodeScalars.filter { $0 != "\n" })

  /// Of the supplement those that Japanese fonts give (Unicode's EquivalentUnifiedIdeograph).
  private static let supplement: [UInt32: Unicode.Scalar] = [
    0x2E81: "厂", 0x2E83: "乚", 0x2E85: "亻", 0x2E89: "刂", 0x2E8B: "㔾", 0x2E92: "巳", 0x2E97: "忄", 0x2E98: "扌",
    0x2E9B: "旡", 0x2E9D: "月", 0x2E9F: "母", 0x2EA0: "民", 0x2EA1: "氵", 0x2EA3: "灬", 0x2EA4: "爫", 0x2EA8: "犭",
    0x2EA9: "王", 0x2EAC: "示", 0x2EAD: "礻", 0x2EAF: "糸", 0x2EB2: "罒", 0x2EBC: "月", 0x2EBE: "艹", 0x2EBF: "艹",
    0x2EC1: "虎", 0x2EC2: "衤", 0x2EC4: "西", 0x2EC5: "见", 0x2EC8: "讠", 0x2ECC: "辶", 0x2ECD: "辶", 0x2ECF: "阝",
    0x2ED1: "長", 0x2ED6: "阝", 0x2ED8: "青", 0x2EDD: "食", 0x2EDE: "食", 0x2EDF: "飠", 0x2EE4: "鬼", 0x2EE8: "麦",
    0x2EE9: "黄", 0x2EEB: "斉", 0x2EED: "歯", 0x2EEF: "竜", 0x2EF2: "亀", 0x2EF3: "龟",
  ]
}
