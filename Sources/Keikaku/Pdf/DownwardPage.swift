/// Tells pages whose text is set downward as a whole, in columns from right to left, and makes their words ready for lines.
///
/// Poppler gives the letters of such pages one by one or in strips of a few, and some fonts make their boxes nearly three times
/// as high as the letters are. A column is what a line is on a page that is turned clockwise: with boxes of the letters' own
/// size the page is read as such a one.
enum DownwardPage {
  /// Fewer letters do not tell how a page is set.
  private static let fewestLetters = 12
  /// Letters on a page whose text is turned are as wide as they are high there; their boxes are not.
  private static let widest = 1.2

  /// The words with boxes as high as their letters, where the page is set downward; else nil.
  ///
  /// - Parameter height: the page's. Running heads and feet stand as they do on other pages.
  static func words(of words: [PdfWord], height: Double) -> [PdfWord]? {
    let inside = PageEdge.share * height...(1 - PageEdge.share) * height
    var letters = 0
    var upright = 0
    for word in words where inside ~= word.box.middleY {
      letters += word.letters
      if word.standsAlone || word.isTall { upright += word.letters }
    }
    guard letters >= fewestLetters, upright * 5 >= letters * 4 else { return nil }
    let standing = words.filter { $0.standsAlone || $0.isTall }
    let em = median(standing.map(\.box.width))
    guard median(standing.map { $0.box.width * Double($0.letters) / $0.box.height }) <= widest else { return nil }
    let set = standing.map { $0.asHighAsItsLetters(em: em) }
    guard runsDownward(set, em: em) else { return nil }
    let others = words.filter { !$0.standsAlone && !$0.isTall }.map { $0.asHighAsItsLetters(em: em) }
    return set + others.map { inside ~= $0.box.middleY ? settled($0, in: set, em: em) : $0 }
  }

  /// Latin letters, which lie on their side, come to the column that has room where they stand: some fonts put their boxes beside
  /// it, or over two columns.
  private static func settled(_ word: PdfWord, in columns: [PdfWord], em: Double) -> PdfWord {
    let near = columns.filter { abs($0.box.middleX - word.box.middleX) < 1.6 * em && word.rise(to: $0) < 4 * em }
    let free = near.filter { letter in
      let column = near.filter { abs($0.box.middleX - letter.box.middleX) < 0.5 * em }
      return column.reduce(0) { $0 + max(0, -word.rise(to: $1)) } < 0.6 * word.box.height
    }
    guard
      let nearest = free.min(by: { abs($0.box.middleX - word.box.middleX) < abs($1.box.middleX - word.box.middleX) })
    else { return word }
    var settled = word
    settled.box.x0 = nearest.box.middleX - 0.5 * em
    settled.box.x1 = nearest.box.middleX + 0.5 * em
    return settled
  }

  /// Most words have one right below them, and few have one right beside them.
  private static func runsDownward(_ words: [PdfWord], em: Double) -> Bool {
    let boxes = words.map(\.box)
    let turned = boxes.map { PageBox(x0: $0.y0, y0: $0.x0, x1: $0.y1, y1: $0.x1) }
    let below = neighbours(turned, em: em)
    return below * 5 >= words.count * 3 && below > 2 * neighbours(boxes, em: em)
  }

  /// How many boxes are followed by another on their line.
  private static func neighbours(_ boxes: [PageBox], em: Double) -> Int {
    let sorted = boxes.map { (line: ($0.middleY / (0.3 * em)).rounded(), box: $0) }.sorted {
      ($0.line, $0.box.x0) < ($1.line, $1.box.x0)
    }
    return zip(sorted, sorted.dropFirst()).count { left, right in
      let gap = right.box.x0 - left.box.x1
      return abs(left.box.middleY - right.box.middleY) < 0.25 * em && gap > -0.35 * em && gap < 0.45 * em
    }
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted[sorted.count / 2]
  }

  /// The ordinary forms of the signs that stand for them in text set downward.
  private static let ordinaryForms: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = "︐，︑、︒。︓：︔；︕！︖？︰‥︱—︲–︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』".unicodeScalars.map { $0 }
    return Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: pairs.count, by: 2).map { (pairs[$0], pairs[$0 + 1]) })
  }()

  fileprivate static func ordinary(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ordinaryForms[$0] != nil }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { ordinaryForms[$0] ?? $0 }))
  }
}

extension PdfWord {
  /// A single letter of full width.
  fileprivate var standsAlone: Bool { letters == 1 && wideLetters == 1 }

  /// How far apart two words are in height; negative where they stand beside each other.
  fileprivate func rise(to other: PdfWord) -> Double {
    max(max(box.y0, other.box.y0) - min(box.y1, other.box.y1), -box.height)
  }

  /// Its box made as high as its letters, around its middle: figures of two digits that stand beside each other are one
  /// letter high.
  fileprivate func asHighAsItsLetters(em: Double) -> PdfWord {
    let isWide = wideLetters == letters
    guard isWide || letters <= 2 else { return PdfWord(text: DownwardPage.ordinary(text), box: box) }
    let height = isWide ? Double(letters) * max(box.width, 0.5 * em) : max(em, box.width)
    var set = box
    if box.height > 1.2 * height {
      set.y0 = box.middleY - height / 2
      set.y1 = box.middleY + height / 2
    }
    return PdfWord(text: DownwardPage.ordinary(text), box: set)
  }
}
