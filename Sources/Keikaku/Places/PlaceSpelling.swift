/// Spellings of place names that mean the same: old and new forms of a character, large and small ケ.
///
/// Documents, fonts and the official list differ in them (檮原町 and 梼原町, 龍ケ崎市 and 龍ヶ崎市), and no two
/// municipalities differ in them alone.
enum PlaceSpelling {
  private static let variants: [(UInt32, UInt32)] = {
    let pairs: [(String, String)] = [
      ("ケ", "ヶがガｹヵ"), ("釜", "竈"), ("梼", "檮"), ("恵", "惠"), ("条", "條"), ("竜", "龍"), ("沢", "澤"), ("崎", "﨑嵜埼"),
      ("広", "廣"), ("浜", "濱"), ("桜", "櫻"), ("国", "國"), ("県", "縣"), ("渕", "淵"), ("薮", "藪"), ("鯵", "鰺"), ("騨", "驒"),
      ("曽", "曾"), ("祢", "禰"), ("頚", "頸"), ("篭", "籠"), ("斉", "斎齋齊"), ("関", "關"), ("会", "會"), ("塩", "鹽鹵"),
      ("与", "與"), ("万", "萬"), ("芸", "藝"), ("辺", "邊邉"), ("芦", "蘆"), ("鉄", "鐵"), ("旧", "舊"), ("舘", "館"),
      ("ノ", "之の"), ("鴎", "鷗"), ("桧", "檜"),
    ]
    return pairs.flatMap { plain, others in
      others.unicodeScalars.map { ($0.value, plain.unicodeScalars.first!.value) }
    }
  }()

  /// For each character of the basic plane its plain form.
  private static let plainForms: [UInt16] = {
    var forms = (0...UInt16.max).map { $0 }
    for (variant, plain) in variants.reversed() { forms[Int(variant)] = UInt16(plain) }
    return forms
  }()

  /// The letters of a text without its blanks, each in its plain form: the same for all spellings of one name.
  static func plain(_ text: String) -> [UInt32] { plain(text.utf8.span) }

  /// The same for a text in UTF-8.
  static func plain(_ bytes: borrowing Span<UInt8>) -> [UInt32] {
    var letters: [UInt32] = []
    letters.reserveCapacity(bytes.count / 3 + 4)
    plainForms.withUnsafeBufferPointer { forms in
      var index = 0
      while index < bytes.count {
        let (letter, length) = bytes.scalar(at: index, limit: bytes.count)
        index += length
        if letter == 0x20 || letter == 0x09 { continue }
        letters.append(letter < 0x10000 ? UInt32(forms[Int(letter)]) : letter)
      }
    }
    return letters
  }
}
