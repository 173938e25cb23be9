/// Puts the printed lines of a paragraph together: a full line goes on in the next one, unless that begins something new.
struct ParagraphJoining {
  var margins: ClosedRange<Double>
  var em: Double

  func paragraphs(of lines: [PrintedLine]) -> [[PrintedLine]] {
    var result: [[PrintedLine]] = []
    for line in lines {
      if let first = result.last?.first, let last = result.last?.last, continues(first: first, last: last, line) {
        result[result.count - 1].append(line)
      } else {
        result.append([line])
      }
    }
    return result
  }

  /// Behind a sentence that ends where its line does, a short line that ends none is a heading of the same letters.
  private func continues(first: PrintedLine, last: PrintedLine, _ line: PrintedLine) -> Bool {
    guard !last.isDownward, !line.isDownward, !last.hasLeader, !line.hasLeader else { return false }
    let size = last.em ?? em
    guard isFull(last, before: line), isOfOneSize(line, size) else { return false }
    let distance = line.center - last.center
    guard distance > 0.5 * size, distance < 2.3 * size, last.breaksOff || !Self.beginsItem(line) else { return false }
    if last.endsSentence, !line.endsSentence, !isFull(line, before: line) { return false }
    let indent = line.box.x0 - first.box.x0
    return indent < 0.5 * size || Self.beginsItem(first) && indent < 4 * size
  }

  /// Letters of a line that is spread to its width measure more than those of the last one, which is not.
  private func isOfOneSize(_ line: PrintedLine, _ size: Double) -> Bool {
    let larger = (line.em ?? size) - size
    return larger < 0.08 * size && larger > (isFull(line, before: line) ? -0.08 : -0.15) * size
  }

  /// Line ends vary by what may not stand at a line's beginning, and by figures and Latin words, which are never broken.
  private func isFull(_ line: PrintedLine, before next: PrintedLine) -> Bool {
    let size = line.em ?? em
    return line.box.x1 > margins.upperBound - max(1.8, next.unbroken + 1.3) * size
  }

  /// A mark or number of a list, a note or a heading.
  static func beginsItem(_ line: PrintedLine) -> Bool {
    guard mayBeginItem(line) else { return false }
    let scalars = Array(line.words.prefix(2).map(\.text).joined(separator: " ").unicodeScalars.prefix(6))
    guard let first = scalars.first else { return false }
    if line.words.count > 1, line.words[0].isItemNumber { return true }
    switch first.value {
    case 0x2460...0x24FF, 0x25A0...0x25FF, 0x2600...0x27BF, 0x203B, 0x30FB, 0x2022, 0xFF65, 0x3010, 0x2B1B...0x2BFF:
      return true
    case 0x2D where scalars.count > 1 && " ・•".unicodeScalars.contains(scalars[1]): return true
    case 0x7B2C: return scalars.count > 1 && isDigit(scalars[1])
    default: break
    }
    var index = first == "(" || first == "（" ? 1 : 0
    let isBracketed = index == 1
    let start = index
    while index < scalars.count, isDigit(scalars[index]) { index += 1 }
    guard index > start, index < scalars.count else { return false }
    if isBracketed { return scalars[index] == ")" || scalars[index] == "）" }
    let isPoint = ".．".unicodeScalars.contains(scalars[index])
    return isPoint && (index + 1 >= scalars.count || !isDigit(scalars[index + 1]))
      || ")）".unicodeScalars.contains(scalars[index])
  }

  /// The cheap question by the first letter: no kana and of the kanji only 第.
  private static func mayBeginItem(_ line: PrintedLine) -> Bool {
    guard let first = line.words.first?.text.unicodeScalars.first else { return false }
    switch first.value {
    case 0x30FB, 0x7B2C: return true
    case 0x3041...0x9FFF: return false
    default: return true
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.isDecimal }
}

extension PrintedLine {
  /// How many letters wide what stands before the first place is at which the line could have been broken.
  fileprivate var unbroken: Double {
    var width = 0.0
    for scalar in words[0].text.unicodeScalars {
      guard scalar.isASCII || scalar.isDecimal else { break }
      width += scalar.isWide ? 1 : 0.5
    }
    return width
  }

  fileprivate var endsSentence: Bool {
    words.last?.text.unicodeScalars.last.map { "。．」".unicodeScalars.contains($0) } ?? false
  }

  /// It ends between two members of a list: ①農業の振興／.
  fileprivate var breaksOff: Bool {
    words.last?.text.unicodeScalars.last.map { "／/、，".unicodeScalars.contains($0) } ?? false
  }
}
