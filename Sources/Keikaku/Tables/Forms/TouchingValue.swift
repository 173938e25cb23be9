/// A value that touches the name before it: 移住相談件数120件, スポーツ実施率（週1回以上）41.9％.
enum TouchingValue {
  /// Where the value begins: the first figure behind what ends as names do. Nil where none does.
  static func start(in text: String) -> String.Index? {
    text.indices.first { index in
      index > text.startIndex && text[index].isNumber && !text[text.index(before: index)].isNumber
        && NameContinuation.endsAsName(String(text[..<index])) && !NameContinuation.isOpen(String(text[..<index]))
        && ValueLook.isValue(String(text[index...]))
    }
  }
}
