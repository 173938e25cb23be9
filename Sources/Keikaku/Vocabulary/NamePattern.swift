import KeikakuText

/// A form that a whole name must have: literal text, choices `(まち|町)`, and choices that may be absent `(の)?`.
///
///     (今後も)?住み続けたいと(思う|感じる)(市民|人)の(割合|率)
///
/// The pattern covers the name from end to end, so that a name that only contains it is no match.
struct NamePattern: Sendable {
  private struct Slot: Sendable {
    var choices: [[UInt8]]
    var isOptional: Bool
  }

  private let slots: [Slot]

  init(_ pattern: String) {
    var slots: [Slot] = []
    var rest = pattern[...]
    while let first = rest.first {
      if first == "(", let close = rest.firstIndex(of: ")") {
        let inside = rest[rest.index(after: rest.startIndex)..<close]
        rest = rest[rest.index(after: close)...]
        let isOptional = rest.first == "?"
        if isOptional { rest = rest.dropFirst() }
        slots.append(Slot(choices: inside.split(separator: "|").map { Array($0.utf8) }, isOptional: isOptional))
      } else {
        let literal = rest.prefix { $0 != "(" }
        let taken = literal.isEmpty ? rest.prefix(1) : literal
        slots.append(Slot(choices: [Array(taken.utf8)], isOptional: false))
        rest = rest.dropFirst(taken.count)
      }
    }
    self.slots = slots
  }

  func matches(_ name: String) -> Bool { matches(Array(name.utf8)) }

  func matches(_ name: [UInt8]) -> Bool {
    let span = name.span
    return matches(span, at: 0, from: 0)
  }

  private func matches(_ name: borrowing Span<UInt8>, at place: Int, from slot: Int) -> Bool {
    guard slot < slots.count else { return place == name.count }
    for choice in slots[slot].choices where name.holds(choice.span, at: place) {
      if matches(name, at: place + choice.count, from: slot + 1) { return true }
    }
    return slots[slot].isOptional && matches(name, at: place, from: slot + 1)
  }
}
