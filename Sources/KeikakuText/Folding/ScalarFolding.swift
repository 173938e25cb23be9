/// What becomes of one character: the compiled form of `WidthTable` and `IdeographTable`.
///
/// One load tells for nearly every character that it stays; the rest, less than one in a hundred of a plan's characters,
/// is looked up.
final class ScalarFolding: Sendable {
  enum Result {
    case same
    case one(Unicode.Scalar)
    /// The word of that place in the table of words.
    case several(Int32)
    case nothing
    /// A mark that joins the letter before it: が written as か and a mark.
    case voiced, semiVoiced
  }

  static let shared = ScalarFolding()

  private let tables = Tables()

  /// Whether a code point folds at all.
  @inline(__always)
  func folds(_ code: UInt32) -> Bool {
    !tables.folding.isOrdinaryBlock(of: Int(code)) && tables.folding[Int(code)]
  }

  func result(_ code: UInt32) -> Result { tables.results[Int(code)] }

  /// The letters of a word that one sign stands for.
  func letters(ofWord index: Int32) -> String.UnicodeScalarView { WidthTable.words[Int(index)].word.unicodeScalars }

  func marked(_ letter: Unicode.Scalar, semi: Bool) -> Unicode.Scalar? {
    (semi ? tables.semiVoiced : tables.voiced)[letter]
  }
}

/// The results of all characters that fold.
private struct Tables {
  var results = BlockTable<ScalarFolding.Result>(.same, below: 0x110000)
  var folding = BlockTable<Bool>(false, below: 0x110000)
  var voiced: [Unicode.Scalar: Unicode.Scalar] = [:]
  var semiVoiced: [Unicode.Scalar: Unicode.Scalar] = [:]

  init() {
    addIdeographs()
    addWidths()
    addKana()
  }

  private mutating func add(_ code: UInt32, _ result: ScalarFolding.Result) {
    results[Int(code)] = result
    folding[Int(code)] = true
  }

  private mutating func addWidths() {
    for (forms, ordinary) in WidthTable.shifted {
      for code in forms { add(code, .one(Unicode.Scalar(ordinary + code - forms.lowerBound)!)) }
    }
    for (forms, ordinary) in WidthTable.same {
      for form in forms.unicodeScalars where form != ordinary { add(form.value, .one(ordinary)) }
    }
    for (index, entry) in WidthTable.words.enumerated() { add(entry.sign.value, .several(Int32(index))) }
    for range in WidthTable.invisible {
      for code in range { add(code, .nothing) }
    }
  }

  private mutating func addKana() {
    for (index, letter) in WidthTable.halfWidthKana.unicodeScalars.enumerated() {
      add(0xFF66 + UInt32(index), .one(letter))
    }
    for code: UInt32 in [0xFF9E, 0x3099] { add(code, .voiced) }
    for code: UInt32 in [0xFF9F, 0x309A] { add(code, .semiVoiced) }
    voiced = Self.pairs(WidthTable.voiced)
    semiVoiced = Self.pairs(WidthTable.semiVoiced)
  }

  private static func pairs(_ letters: String) -> [Unicode.Scalar: Unicode.Scalar] {
    let scalars = Array(letters.unicodeScalars)
    return Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: scalars.count, by: 2).map { (scalars[$0], scalars[$0 + 1]) })
  }

  private mutating func addIdeographs() {
    var form: UInt32 = 0
    var number: UInt32 = 0
    IdeographTable.pairs.withUTF8Buffer { text in
      for byte in text {
        switch byte {
        case UInt8(ascii: " "):
          form = number
          number = 0
        case UInt8(ascii: ";"):
          if let scalar = Unicode.Scalar(number) { add(form, .one(scalar)) }
          number = 0
        default: number = number << 4 | UInt32(byte < 0x40 ? byte - 0x30 : byte - 0x37)
        }
      }
    }
  }
}
