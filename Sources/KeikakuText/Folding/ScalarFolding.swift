/// What becomes of one character: the compiled form of `WidthTable` and `IdeographTable`.
///
/// One load tells for nearly every character that it stays; the rest, less than one in a hundred of a plan's characters,
/// is looked up.
final class ScalarFolding: Sendable {
  enum Result {
    case same
    case one(Unicode.Scalar)
    case several([Unicode.Scalar])
    case nothing
    /// A mark that joins the letter before it: が written as か and a mark.
    case voiced, semiVoiced
  }

  static let shared = ScalarFolding()

  private let tables = Tables()

  /// Whether a code point may fold; false settles the matter.
  func mayFold(_ code: UInt32) -> Bool { tables.blocks[Int(code >> 6)] != 0 }

  func result(_ code: UInt32) -> Result { tables.results[Int(tables.blocks[Int(code >> 6)]) << 6 | Int(code & 63)] }

  func marked(_ letter: Unicode.Scalar, semi: Bool) -> Unicode.Scalar? {
    (semi ? tables.semiVoiced : tables.voiced)[letter]
  }
}

/// The results of all characters that fold.
private struct Tables {
  /// For each block of 64 code points the number of its results among `results`; zero where none of them folds.
  var blocks = [UInt8](repeating: 0, count: 0x110000 >> 6)
  /// The results of the blocks, 64 each; the first block holds none that folds.
  var results = [ScalarFolding.Result](repeating: .same, count: 64)
  var voiced: [Unicode.Scalar: Unicode.Scalar] = [:]
  var semiVoiced: [Unicode.Scalar: Unicode.Scalar] = [:]

  init() {
    addIdeographs()
    addWidths()
    addKana()
  }

  private mutating func add(_ code: UInt32, _ result: ScalarFolding.Result) {
    let block = Int(code >> 6)
    if blocks[block] == 0 {
      blocks[block] = UInt8(results.count >> 6)
      results.append(contentsOf: repeatElement(.same, count: 64))
    }
    results[Int(blocks[block]) << 6 | Int(code & 63)] = result
  }

  private mutating func addWidths() {
    for (forms, ordinary) in WidthTable.shifted {
      for code in forms { add(code, .one(Unicode.Scalar(ordinary + code - forms.lowerBound)!)) }
    }
    for (forms, ordinary) in WidthTable.same {
      for form in forms.unicodeScalars where form != ordinary { add(form.value, .one(ordinary)) }
    }
    for (sign, word) in WidthTable.words { add(sign.value, .several(Array(word.unicodeScalars))) }
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
