/// A word of a page with its box, as poppler cuts words: at blanks, and at every gap over a tenth of the letter size.
struct PdfWord: Hashable, Sendable {
  var text: String
  var box: PageBox
  /// Letters in all, and those of full width.
  var letters: Int
  var wideLetters: Int
  /// A run of dots or dashes that leads to a page number, perhaps with the end of a title before it.
  let isLeader: Bool

  init(text: String, box: PageBox) {
    self.text = text
    self.box = box
    var letters = 0
    var wideLetters = 0
    var points = 0
    var dashes = 0
    for scalar in text.unicodeScalars where !scalar.isCombining {
      letters += 1
      if scalar.isWide { wideLetters += 1 }
      switch scalar {
      case "・", "…", "‥", "．", ".": points += 1
      case "-", "－", "―", "─": dashes += 1
      default: break
      }
    }
    self.letters = letters
    self.wideLetters = wideLetters
    isLeader = letters >= 3 && points + dashes == letters || letters >= 8 && points * 2 > letters
  }

  /// The letter size, where the width tells it: a few half-width letters among many full-width ones count half. The height
  /// never tells it: fonts give it from a third to twice the size.
  var em: Double? {
    guard wideLetters > 0, wideLetters >= 4 * (letters - wideLetters), !isTall else { return nil }
    return box.width / (Double(wideLetters) + 0.5 * Double(letters - wideLetters))
  }

  /// Set downward. Two full-width letters beside each other are never so narrow, however high a font says its boxes are.
  var isTall: Bool { wideLetters > 1 && box.height > 1.8 * box.width }

  /// Where each letter begins, and the end of the last: full-width letters take one em, the others share the rest.
  func letterEdges(em: Double) -> [Double] {
    let narrow = letters - wideLetters
    var wideWidth = em
    var narrowWidth = narrow > 0 ? (box.width - em * Double(wideLetters)) / Double(narrow) : 0
    if narrow == 0 || narrowWidth < 0.2 * em {
      let units = Double(wideLetters) + 0.55 * Double(narrow)
      wideWidth = box.width / max(units, 0.1)
      narrowWidth = 0.55 * wideWidth
    }
    var edges = [box.x0]
    for scalar in text.unicodeScalars where !scalar.isCombining {
      edges.append(edges[edges.count - 1] + (scalar.isWide ? wideWidth : narrowWidth))
    }
    return edges
  }

  /// The letters of a range, with their share of the box. Letters are counted without combining marks.
  func part(_ range: Range<Int>, edges: [Double]) -> PdfWord {
    var scalars = String.UnicodeScalarView()
    var letter = -1
    for scalar in text.unicodeScalars {
      if !scalar.isCombining { letter += 1 }
      if range.contains(max(letter, 0)) { scalars.append(scalar) }
    }
    let box = PageBox(x0: edges[range.lowerBound], y0: box.y0, x1: edges[range.upperBound], y1: box.y1)
    return PdfWord(text: String(scalars), box: box)
  }
}

extension PageBox {
  var width: Double { x1 - x0 }
  var height: Double { y1 - y0 }
  var middleX: Double { (x0 + x1) / 2 }
  var middleY: Double { (y0 + y1) / 2 }

  func contains(x: Double, y: Double) -> Bool { x >= x0 && x <= x1 && y >= y0 && y <= y1 }
}

extension Unicode.Scalar {
  /// Set on a full square in Japanese type: kana, ideographs, full-width forms, and the signs that Japanese fonts widen.
  var isWide: Bool {
    // Kana and ideographs first: most letters are such.
    if (0x3041...0x9FFF).contains(value) { return true }
    return switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xE000...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6,
      0x20000...0x3FFFD:
      true
    case 0x2190...0x21FF, 0x2460...0x27BF, 0x2160...0x217F, 0x203B, 0x2026, 0x2025, 0x2030, 0x2103, 0x2200...0x22FF:
      true
    default: false
    }
  }

  /// A digit of any script. Kana and ideographs, most letters, are told without a look at Unicode's tables.
  var isDecimal: Bool {
    if value < 0x80 { return value >= 0x30 && value <= 0x39 }
    if (0x3001...0x9FFF).contains(value) { return false }
    return properties.numericType == .decimal
  }

  /// Stands on the letter before it.
  var isCombining: Bool {
    if value < 0x300 { return false }
    return switch value {
    case 0x300...0x36F, 0x3099, 0x309A, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x200B...0x200D: true
    default: false
    }
  }

  /// A letter of the scripts that write without blanks: kana, ideographs and their punctuation.
  var isJapanese: Bool {
    switch value {
    case 0x3001...0x30FF, 0x31F0...0x31FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF9F, 0x20000...0x3FFFD,
      0x2E80...0x2FDF:
      true
    default: false
    }
  }
}
