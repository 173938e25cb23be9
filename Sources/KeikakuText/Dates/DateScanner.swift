/// Finds all temporal expressions of a folded text in order.
struct DateScanner {
  let parser: DateParser

  init(_ text: FoldedScalars, context: TemporalReader.Context) {
    parser = DateParser(text: text, context: context)
  }

  var expressions: [DateExpression] {
    var found: [DateExpression] = []
    var index = 0
    let text = parser.text
    while index < text.count {
      guard Self.mayBegin(text[index]), let expression = parser.expression(at: index) else {
        index = text[index].isDigit ? endOfDigits(index + 1) : index + 1
        continue
      }
      found.append(expression)
      index = expression.range.upperBound
      appendList(behind: expression, to: &found, &index)
    }
    return found
  }

  /// Whether a date may begin with a character: one of `beginnings`.
  static func mayBegin(_ scalar: Unicode.Scalar) -> Bool { beginTable.contains(scalar) }

  static let beginnings = "0123456789明大昭平令MTSHRF西'~一二千"

  private static let beginTable = BlockTable(of: beginnings.unicodeScalars)

  private func endOfDigits(_ start: Int) -> Int {
    var index = start
    while parser.text[index].isDigit { index += 1 }
    return index
  }

  private func appendList(behind expression: DateExpression, to found: inout [DateExpression], _ index: inout Int) {
    guard parser.mayBeListed(expression.range), expression.interval.kind != .range,
      var point = parser.point(at: expression.range.lowerBound)
    else { return }
    if point.unit == .none, point.depth == 1 { point.unit = parser.unitOfList(behind: point) }
    while let next = parser.nextOfList(behind: point) {
      var element = DateExpression(next)
      element.range = element.range.clamped(to: index..<next.end)
      found.append(element)
      index = next.end
      point = next
    }
  }
}
