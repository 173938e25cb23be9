/// The department that a bracket at the end of an action names: がん検診事業（健康課）.
enum Department {
  private static let openers: [UInt8: [[UInt8]]] = [
    UInt8(ascii: ")"): [Array("(".utf8)], 0x89: [Array("（".utf8)], 0x91: [Array("【".utf8)], 0x95: [Array("〔".utf8)],
  ]
  private static let words = ["課", "室", "局", "係", "班", "部", "事務所", "センター", "委員会", "消防本部", "図書館"].map { Array($0.utf8) }

  /// Nil where no bracket ends the text or it holds another thing: （仮称）, （再掲）.
  static func read(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let last = bytes.last, let candidates = openers[last], bytes.count > 6 else { return nil }
    let closerWidth = last == UInt8(ascii: ")") ? 1 : 3
    let end = bytes.count - closerWidth
    for opener in candidates {
      guard let start = lastStart(of: opener, in: bytes, before: end) else { continue }
      let inside = start + opener.count..<end
      guard inside.count <= 90, words.contains(where: { Sentences.hasSuffix(bytes, inside, $0) }) else { continue }
      return String(decoding: bytes[inside], as: UTF8.self)
    }
    return nil
  }

  private static func lastStart(of opener: [UInt8], in bytes: [UInt8], before end: Int) -> Int? {
    var start = end - opener.count
    while start > 0 {
      if bytes[start..<start + opener.count].elementsEqual(opener) { return start }
      start -= 1
    }
    return nil
  }
}
