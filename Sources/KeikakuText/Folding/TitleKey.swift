/// A title in the form in which two spellings of it are the same: folded, without blanks and punctuation.
///
/// Equality and hash go by bytes. Those of `String` normalize Unicode first, which costs a plan more than reading it.
public struct TitleKey: Hashable, Sendable {
  /// UTF-8.
  public let bytes: [UInt8]

  public init(_ title: String) {
    var title = title
    bytes = title.withUTF8(Self.plainKey) ?? Self.foldedKey(title)
  }

  public init(_ title: ArraySlice<UInt8>) {
    bytes = title.withUnsafeBufferPointer(Self.plainKey) ?? Self.foldedKey(String(decoding: title, as: UTF8.self))
  }

  public var isEmpty: Bool { bytes.isEmpty }

  public func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }

  public func hasSuffix(_ other: TitleKey) -> Bool {
    bytes.span.ends(with: other.bytes.span)
  }

  /// The key of a title of kana, ordinary ideographs, ASCII and full-width forms; nil where another letter stands in it.
  private static func plainKey(_ title: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var key: [UInt8] = []
    key.reserveCapacity(title.count)
    /// Where the bytes begin that belong to the key and are not copied yet.
    var run = 0
    var index = 0
    while index < title.count {
      let width = title[index] < 0x80 ? 1 : 3
      var folded: UInt8?
      switch fate(of: title, at: index) {
      case .kept:
        index += width
        continue
      case .dropped: break
      case .folded(let letter): folded = letter
      case .unknown: return nil
      }
      key.append(contentsOf: UnsafeBufferPointer(rebasing: title[run..<index]))
      if let folded { key.append(folded) }
      index += width
      run = index
    }
    key.append(contentsOf: UnsafeBufferPointer(rebasing: title[run...]))
    return key
  }

  /// What becomes of a letter on the way to the key.
  private enum Fate {
    case kept, dropped
    case folded(UInt8)
    case unknown
  }

  @inline(__always)
  private static func fate(of title: UnsafeBufferPointer<UInt8>, at index: Int) -> Fate {
    let byte = title[index]
    guard byte >= 0x80 else { return isPunctuation(byte) ? .dropped : .kept }
    guard index + 2 < title.count else { return .unknown }
    let (second, third) = (title[index + 1], title[index + 2])
    switch byte {
    case 0xE4...0xE9: return .kept
    case 0xE3:
      guard
        second == 0x80 && third <= 0x95 || second == 0x81 || second == 0x83
          || second == 0x82 && third != 0x99 && third != 0x9A
      else { return .unknown }
      return isPunctuation(second, third) ? .dropped : .kept
    case 0xEF:
      guard second == 0xBC && third >= 0x81 || second == 0xBD && third <= 0x9E else { return .unknown }
      // U+FF01–FF3F are BC 81–BF and fold to 21–5F, U+FF40–FF5E are BD 80–9E and fold to 60–7E.
      let folded = second == 0xBC ? third - 0x60 : third - 0x20
      return isPunctuation(folded) ? .dropped : .folded(folded)
    default: return .unknown
    }
  }

  /// Blanks and marks of ASCII that `Punctuation` lists.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0D, 0x0A, UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "~"),
      UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "|"):
      true
    default: false
    }
  }

  /// The same of U+3000–U+30FF: 、。「」 and the other brackets, the ideographic blank, ・ and ー.
  private static func isPunctuation(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: (0x80...0x82).contains(third) || (0x88...0x91).contains(third) || (0x94...0x95).contains(third)
    case 0x83: third == 0xBB || third == 0xBC
    default: false
    }
  }

  private static func foldedKey(_ title: String) -> [UInt8] {
    var key: [UInt8] = []
    for scalar in FoldedScalars(title).scalars where !Punctuation.contains(scalar) {
      key.append(contentsOf: UTF8.encode(scalar)!)
    }
    return key
  }
}
