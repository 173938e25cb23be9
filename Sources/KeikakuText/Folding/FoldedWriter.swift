/// A folded character, and the byte offset of its origin.
struct FoldedLetter: Sendable {
  var scalar: Unicode.Scalar
  var origin: UInt32
}

/// Writes folded characters and their origins into memory of a fixed size, whose last place is the end's.
struct FoldedWriter {
  private let letters: UnsafeMutableBufferPointer<FoldedLetter>
  private(set) var count = 0
  /// A letter found no room.
  private(set) var isOver = false

  private let folding = ScalarFolding.shared

  init(_ letters: UnsafeMutableBufferPointer<FoldedLetter>) { self.letters = letters }

  /// Writes what becomes of a character.
  @inline(__always)
  mutating func append(_ scalar: Unicode.Scalar, from origin: UInt32) {
    if folding.folds(scalar.value) { appendFolded(scalar, from: origin) } else { write(scalar, origin) }
  }

  private mutating func appendFolded(_ scalar: Unicode.Scalar, from origin: UInt32) {
    switch folding.result(scalar.value) {
    case .same: write(scalar, origin)
    case .one(let folded): write(folded, origin)
    case .several(let word): for letter in folding.letters(ofWord: word) { write(letter, origin) }
    case .nothing: break
    case .voiced: mark(scalar, origin, isSemi: false)
    case .semiVoiced: mark(scalar, origin, isSemi: true)
    }
  }

  /// Writes where the text ends.
  func end(at origin: UInt32) { letters[count].origin = origin }

  /// Joins a mark to the letter before it, where that one takes it.
  private mutating func mark(_ scalar: Unicode.Scalar, _ origin: UInt32, isSemi: Bool) {
    if count > 0, let marked = folding.marked(letters[count - 1].scalar, semi: isSemi) {
      letters[count - 1].scalar = marked
    } else {
      write(scalar, origin)
    }
  }

  @inline(__always)
  private mutating func write(_ scalar: Unicode.Scalar, _ origin: UInt32) {
    guard count + 1 < letters.count else {
      isOver = true
      return
    }
    letters[count] = FoldedLetter(scalar: scalar, origin: origin)
    count += 1
  }
}
