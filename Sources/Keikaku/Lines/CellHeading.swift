import KeikakuText

/// The text of a cell or an item taken apart as a heading: 1-1-2 起業の推進, 基本目標1 雇用をつくる.
struct CellHeading: Sendable {
  /// The document's word before the number, and the kind that it stands for.
  let label: String?
  let labelKind: NodeKind?
  let number: String?
  let title: String

  init(_ text: String, lexicon: Lexicon) {
    let bytes = Array(text.utf8)
    let candidate = HeadingReader(bytes, lexicon: lexicon).read(0..<bytes.count)
    label = candidate.label.map { String(decoding: bytes[$0], as: UTF8.self) }
    labelKind = candidate.labelKind
    number = candidate.number
    title = String(decoding: bytes[candidate.title], as: UTF8.self)
  }
}
