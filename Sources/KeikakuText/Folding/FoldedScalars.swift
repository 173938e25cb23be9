/// Folded characters with the way back: what the readers walk over.
///
/// Made from any bytes; what is no UTF-8 becomes U+FFFD, one for each broken sequence, so that a reader never fails.
struct FoldedScalars: Sendable {
  /// The characters, one more for the end, and behind it what is left of a longer text that was folded here before.
  private var memory: [FoldedLetter] = []
  private(set) var count = 0

  /// An empty text, to be filled by `fold`.
  init() {}

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { FoldedScalars($0, at: 0) }
  }

  /// - Parameter base: what to add to every origin, where `bytes` is a part of a larger text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at base: Int) { fold(bytes, at: base) }

  /// Takes another text in the place of the one before, in the memory of that one.
  mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>, at base: Int) {
    // A text holds no more letters than bytes, but for signs such as ㌶, which stand for whole words.
    var room = bytes.count + 1
    repeat {
      if memory.count < room {
        memory.reserveCapacity(room)
        memory.append(contentsOf: repeatElement(FoldedLetter(scalar: "\0", origin: 0), count: room - memory.count))
      }
      room *= 2
    } while !write(bytes, at: base)
  }

  /// Writes the folded text; false where the memory is too small for it.
  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, at base: Int) -> Bool {
    memory.withUnsafeMutableBufferPointer { memory in
      var writer = FoldedWriter(memory)
      var index = 0
      while index < bytes.count, !writer.isOver {
        let origin = UInt32(truncatingIfNeeded: base + index)
        if let letter = Self.kanaOrKanji(bytes, index) {
          index += 3
          writer.append(letter, from: origin)
        } else if bytes[index] < 0x80 {
          writer.append(Unicode.Scalar(bytes[index]), from: origin)
          index += 1
        } else {
          writer.append(Self.decode(bytes, &index), from: origin)
        }
      }
      writer.end(at: UInt32(truncatingIfNeeded: base + index))
      count = writer.count
      return !writer.isOver
    }
  }

  var letters: ArraySlice<FoldedLetter> { memory[..<count] }

  /// Gives the letters to a loop over many of them.
  func withLetters<Result>(_ body: (UnsafeBufferPointer<FoldedLetter>) -> Result) -> Result {
    memory.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  var scalars: LazyMapSequence<ArraySlice<FoldedLetter>, Unicode.Scalar> { letters.lazy.map(\.scalar) }

  /// The character at an index, or U+0000 outside the text: no reader has to ask where the text ends.
  subscript(index: Int) -> Unicode.Scalar {
    index >= 0 && index < count ? memory[index].scalar : "\0"
  }

  /// The original bytes of a range of characters.
  func original(_ range: Range<Int>) -> Range<Int> {
    Int(memory[range.lowerBound].origin)..<Int(memory[range.upperBound].origin)
  }

  /// The folded text of a range.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// The index behind a word that stands at `start`, or nil; blanks between its letters do not count.
  func end(of word: StaticString, at start: Int) -> Int? {
    word.withUTF8Buffer { letters in
      var offset = 0
      guard self[start] == Self.decode(letters, &offset) else { return nil }
      var index = start + 1
      while offset < letters.count {
        let letter = Self.decode(letters, &offset)
        while self[index] == " ", letter != " " { index += 1 }
        guard self[index] == letter else { return nil }
        index += 1
      }
      return index
    }
  }

  /// The first index at or behind `start` that is no blank.
  func skippingBlanks(_ start: Int) -> Int {
    var index = start
    while self[index] == " " || self[index] == "\t" { index += 1 }
    return index
  }

  /// The last index at or before `start` that has no blank before it.
  func skippingBlanksBackwards(_ start: Int) -> Int {
    var index = start
    while self[index - 1] == " " || self[index - 1] == "\t" { index -= 1 }
    return index
  }

  /// A character from U+3000 to U+9FFF at `index`: three bytes, any second and third of which are right.
  @inline(__always)
  private static func kanaOrKanji(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Unicode.Scalar? {
    let lead = bytes[index]
    guard lead &- 0xE3 <= 0xE9 - 0xE3, index + 2 < bytes.count else { return nil }
    let (second, third) = (bytes[index + 1], bytes[index + 2])
    guard second & third & 0xC0 == 0x80, (second | third) & 0x40 == 0 else { return nil }
    return Unicode.Scalar(UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F))
  }

  /// The character at `index`, which moves behind it; U+FFFD for a sequence that is no UTF-8.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Unicode.Scalar {
    let first = bytes[index]
    index += 1
    guard first >= 0x80 else { return Unicode.Scalar(first) }
    guard first >= 0xC2, first < 0xF5 else { return "\u{FFFD}" }
    let length = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    var code = UInt32(first) & (length == 1 ? 0x1F : length == 2 ? 0x0F : 0x07)
    for step in 0..<length {
      guard index < bytes.count, isContinuation(bytes[index], first: first, isSecond: step == 0) else {
        return "\u{FFFD}"
      }
      code = code << 6 | UInt32(bytes[index] & 0x3F)
      index += 1
    }
    return Unicode.Scalar(code) ?? "\u{FFFD}"
  }

  /// Table 3-7 of the Unicode standard: the second byte is narrower where the first is E0, ED, F0 or F4.
  private static func isContinuation(_ byte: UInt8, first: UInt8, isSecond: Bool) -> Bool {
    guard isSecond else { return byte & 0xC0 == 0x80 }
    return switch first {
    case 0xE0: (0xA0...0xBF).contains(byte)
    case 0xED: (0x80...0x9F).contains(byte)
    case 0xF0: (0x90...0xBF).contains(byte)
    case 0xF4: (0x80...0x8F).contains(byte)
    default: byte & 0xC0 == 0x80
    }
  }
}
