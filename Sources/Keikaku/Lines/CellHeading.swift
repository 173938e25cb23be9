import KeikakuText

/// The text of a cell or an item taken apart as a heading: 1-1-2 起業の推進, 基本目標1 雇用をつくる.
struct CellHeading: Sendable {
  /// The document's word before the number, and the kind that it stands for.
  let label: String?
  let labelKind: NodeKind?
  let number: String?
  let title: String

  /// - Parameter isNamed: whether the head of its column says what it names; then a letter alone may number it, as behind a
  ///   label: Ａ 還流する人を増やす below 基本目標.
  init(_ text: String, lexicon: Lexicon, isNamed: Bool = false) {
    let bytes = Array(text.utf8)
    var candidate = HeadingReader(bytes, lexicon: lexicon).read(0..<bytes.count)
    if isNamed, candidate.label == nil, candidate.number == nil,
      let numbering = Numbering.read(bytes, candidate.title, afterLabel: true), numbering.style == .letter
    {
      candidate.numbering = numbering
      candidate.title = TextLines.trimmed(numbering.end..<candidate.title.upperBound, in: bytes)
    }
    label = candidate.label.map { String(decoding: bytes[$0], as: UTF8.self) }
    labelKind = candidate.labelKind
    number = candidate.number
    title = String(decoding: bytes[candidate.title], as: UTF8.self)
  }
}
