/// How the text of a page stands to the page as it is shown.
///
/// Wide tables are bound sideways into upright plans, and a page may have been printed upside down. Everything above works
/// on a page whose text stands upright; a word's place is given on the page as it is shown.
enum PageTurn: Sendable, CaseIterable {
  case upright
  /// Lines run downward, the first one at the right.
  case clockwise
  case upsideDown
  /// Lines run upward, the first one at the left.
  case counterclockwise

  /// The frame of a shown page.
  struct Frame: Sendable {
    var turn: PageTurn
    /// The size of the page as it is shown.
    var width: Double
    var height: Double
    /// Poppler took the direction of the letters for the opposite one, as it does with turned Type 3 fonts: it gives them one
    /// by one, and their boxes lie on the other side of the base line.
    var isMirrored = false
    /// The text is set downward: what is read as lines are its columns.
    var isDownward = false
    /// Where the page begins on its sheet, and whether it is one of two that were printed there; both stand upright.
    var left = 0.0
    var isHalf = false

    var isUpright: Bool { turn == .upright }
    var isSideways: Bool { turn == .clockwise || turn == .counterclockwise }

    /// The size of the page with its text upright.
    var uprightSize: (width: Double, height: Double) {
      isSideways ? (height, width) : (width, height)
    }

    /// A box of the shown page on the page with its text upright.
    func upright(_ box: PageBox) -> PageBox {
      switch turn {
      case .upright: box
      case .clockwise: PageBox(x0: box.y0, y0: width - box.x1, x1: box.y1, y1: width - box.x0)
      case .upsideDown: PageBox(x0: width - box.x1, y0: height - box.y1, x1: width - box.x0, y1: height - box.y0)
      case .counterclockwise: PageBox(x0: height - box.y1, y0: box.x0, x1: height - box.y0, y1: box.x1)
      }
    }

    /// A box of the page with its text upright on the page as it is shown.
    func shown(_ box: PageBox) -> PageBox {
      switch turn {
      case .upright: PageBox(x0: box.x0 + left, y0: box.y0, x1: box.x1 + left, y1: box.y1)
      case .clockwise: PageBox(x0: width - box.y1, y0: box.x0, x1: width - box.y0, y1: box.x1)
      case .upsideDown: upright(box)
      case .counterclockwise: PageBox(x0: box.y0, y0: height - box.x1, x1: box.y1, y1: height - box.x0)
      }
    }

    /// The words of a shown page on the page with its text upright; single letters are made words again as poppler makes them.
    func upright(_ words: [PdfWord]) -> [PdfWord] {
      guard !isUpright else { return words }
      var turned = words.map { PdfWord(text: $0.text, box: upright($0.box)) }
      let em = LetterSize.median(of: turned) ?? 10
      if isMirrored { turned = turned.map { PdfWord(text: $0.text, box: Self.mirrored($0.box, em: $0.em ?? em)) } }
      return PrintedLine.lines(of: turned, em: em).flatMap { Self.joined($0.words, em: em) }
    }

    /// Where a letter stands whose box was put on the wrong side of its base line: letters reach some 0.88 em above it and
    /// 0.12 below, and boxes three quarters of their height.
    private static func mirrored(_ box: PageBox, em: Double) -> PageBox {
      let middle = box.middleY - 0.23 * box.height - 0.38 * em
      return PageBox(x0: box.x0, y0: middle - 0.5 * em, x1: box.x1, y1: middle + 0.5 * em)
    }

    /// Neighbours closer than a tenth of the letter size are one word, where one of them is a single letter.
    private static func joined(_ words: [PdfWord], em: Double) -> [PdfWord] {
      var groups: [(text: String, box: PageBox, letters: Int)] = []
      for word in words {
        if let last = groups.last, last.letters == 1 || word.letters == 1,
          abs(word.box.x0 - last.box.x1) <= 0.1 * em, abs(word.box.middleY - last.box.middleY) <= 0.15 * em
        {
          groups[groups.count - 1].text += word.text
          groups[groups.count - 1].box = last.box.joined(with: word.box)
          groups[groups.count - 1].letters = word.letters
        } else {
          groups.append((word.text, word.box, word.letters))
        }
      }
      return groups.map { PdfWord(text: $0.text, box: $0.box) }
    }
  }
}

extension PageDrawing {
  /// What is drawn, on the page with its text upright.
  func upright(in frame: PageTurn.Frame) -> PageDrawing {
    guard !frame.isUpright else { return self }
    var result = PageDrawing()
    result.isCut = isCut
    result.fills = fills.map(frame.upright)
    result.roundBoxes = roundBoxes.map(frame.upright)
    for rule in horizontals {
      let box = PageBox(x0: rule.from, y0: rule.position, x1: rule.to, y1: rule.position)
      result.add(ruleAlong: frame.upright(box))
    }
    for rule in verticals {
      let box = PageBox(x0: rule.position, y0: rule.from, x1: rule.position, y1: rule.to)
      result.add(ruleAlong: frame.upright(box))
    }
    return result
  }

  private mutating func add(ruleAlong box: PageBox) {
    if box.width > box.height {
      horizontals.append(PdfRule(position: box.y0, from: box.x0, to: box.x1))
    } else {
      verticals.append(PdfRule(position: box.x0, from: box.y0, to: box.y1))
    }
  }
}
