import Keikaku

/// A document on its way into tables, with the ids of its elements.
public final class DocumentContext: Sendable {
  let document: PlanDocument
  /// The document's own id, with which every other id begins.
  let planID: String

  public init(_ document: PlanDocument) {
    self.document = document
    planID = document.plan.id
  }

  var text: SourceText { document.text }

  func id(_ letter: ElementLetter, _ index: Int) -> String { "\(planID).\(letter.rawValue)\(index + 1)" }

  func node(_ node: NodeID?) -> CellValue { node.map { .text(id(.node, $0.index)) } ?? .null }

  /// Rows of elements that have a place, numbered in their order.
  func rows<Element: Sendable>(
    _ elements: [Element], _ source: (Element) -> SourceRange?
  ) -> [Row<Element>] {
    elements.enumerated().map { Row(self, $0.offset, $0.element, source: source($0.element)) }
  }
}

/// The letter between the plan's id and an element's number: `<plan id>.n12`.
enum ElementLetter: Unicode.Scalar {
  case node = "n"
  case indicator = "i"
  case action = "a"
  case relation = "r"
  /// A footnote.
  case note = "f"
  case table = "t"
  case mention = "m"
  case diagnostic = "d"
}
