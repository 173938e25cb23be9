import KeikakuText

/// Circled numbers before programmes in an overview, kept until all nodes are known: ⑪⑫ 産業拠点整備・集積推進事業.
struct DirectionMarks {
  /// The node whose programmes the list names.
  var owner: NodeID
  /// The item's place in its list, from 0.
  var ordinal: Int
  /// How many items the list has.
  var count: Int
  var title: String
  var relisted: Bool
  var targets: [NodeID]
  var source: SourceRange
}

/// Relations between nodes.
extension DocumentReader {
  // MARK: Directions

  /// Takes a list whose circled numbers are not its count but the numbers of directions elsewhere in the document.
  mutating func takeDirectionMarks(_ items: [ListItem], below entry: Int) -> Bool {
    guard let owner = node(at: entry), register[owner].kind.rank <= 2, !items.isEmpty,
      items.allSatisfy({ $0.numberStyle == .circled && $0.number != nil }), !isEnumeration(items)
    else { return false }
    let targets = items.map { item in ([item.number!] + item.furtherNumbers).map { direction($0) } }
    guard targets.allSatisfy({ $0.allSatisfy { $0 != nil } }) else { return false }
    for (ordinal, item) in items.enumerated() {
      let (title, relisted) = withoutRelistedTag(item.text)
      pendingMarks.append(
        DirectionMarks(
          owner: owner, ordinal: ordinal, count: items.count, title: title, relisted: relisted,
          targets: targets[ordinal].compactMap { $0 }, source: item.text.source))
    }
    return true
  }

  /// The direction with a number: the only node of the kind that bears it.
  private func direction(_ number: String) -> NodeID? {
    for kind in [NodeKind.basicDirection, .basicPolicy, .policy, .measure] {
      let found = register.find(number: number, kind: kind)
      if found.count == 1 { return found[0] }
    }
    return nil
  }

  private func isEnumeration(_ items: [ListItem]) -> Bool {
    items.enumerated().allSatisfy { $0.element.number == String($0.offset + 1) && $0.element.furtherNumbers.isEmpty }
  }

  func withoutRelistedTag(_ text: MappedText) -> (title: String, relisted: Bool) {
    let bytes = Array(text.text.utf8)
    let candidate = HeadingReader(bytes, lexicon: lexicon).read(0..<bytes.count)
    guard candidate.relisted else { return (NoteReferences.removed(from: text.text), false) }
    return (NoteReferences.removed(from: String(decoding: bytes[..<candidate.title.upperBound], as: UTF8.self)), true)
  }

  /// Ties the marks to the programmes: by title below their owner, else by their place in a list of the same length.
  mutating func resolveMarks() {
    for marks in pendingMarks {
      let children = register.nodes.indices.map(NodeID.init).filter { register[$0].parent == marks.owner }
      let programme = programme(of: marks, among: children)
      for target in marks.targets {
        relations.append(Relation(from: programme, to: target, kind: .direction, source: marks.source))
      }
    }
  }

  private mutating func programme(of marks: DirectionMarks, among children: [NodeID]) -> NodeID {
    let place = NodeRegister.Place(title: marks.title, source: marks.source, section: nil, weight: 0, isHeading: false)
    let key = TitleKey(marks.title)
    if let known = children.first(where: { TitleKey(register[$0].title) == key }) {
      register.add(
        NodeRegister.Place(
          title: register[known].title, source: marks.source, section: nil, weight: 0, isHeading: false), to: known)
      return known
    }
    if children.count == marks.count {
      let known = children[marks.ordinal]
      diagnostics.append(
        Diagnostic(
          .titleDiffers,
          "“\(marks.title)” stands in the list where “\(register[known].title)” stands in the text; taken as the same.",
          at: marks.source))
      return known
    }
    return register.enter(
      NodeRegister.Sighting(
        kind: register[marks.owner].kind.childKind, title: marks.title, parent: marks.owner, relisted: marks.relisted,
        place: place))
  }

  // MARK: Listed again

  /// Each node that is listed again refers to its first place.
  mutating func resolveRelisted() {
    for index in register.nodes.indices where register.nodes[index].relisted && register.nodes[index].kind.rank >= 0 {
      let id = NodeID(index)
      guard let original = register.find(title: register[id].title, kinds: [register[id].kind]), original != id,
        !register[original].relisted
      else { continue }
      relations.append(Relation(from: id, to: original, kind: .relisted, source: register[id].source))
    }
  }

  // MARK: The rest

  mutating func resolveContents() {
    for (title, source) in contentsEntries {
      guard let node = register.find(title: title), register[node].kind.rank >= 0 else { continue }
      register.add(
        NodeRegister.Place(title: register[node].title, source: source, section: nil, weight: 0, isHeading: false),
        to: node)
    }
  }
}
