import KeikakuText

/// A reference to a node by number and title, kept until all nodes are known.
struct PendingRelation {
  var from: NodeID?
  var number: String?
  /// Empty where only a number stands.
  var title: String
  var page: Int?
  /// The kind of node that the word before the reference names.
  var kind: NodeKind?
  var source: SourceRange
}

/// Related measures: in lists and tables below their head, behind their word in a line, in a bracket behind a title.
extension DocumentReader {
  /// 1-1-1 共生への意識醸成 P13, as items of a list.
  mutating func readRelated(_ items: [ListItem], below entry: Int) {
    for item in items {
      if let number = item.number {
        let reference = NodeReference(item.text.text, lexicon: lexicon)
        pendingRelated.append(
          PendingRelation(
            from: node(at: entry), number: number, title: reference.title, page: reference.page,
            source: item.text.source
          ))
      } else {
        readReferences(item.text, kind: nil, from: node(at: entry))
      }
    }
  }

  /// A heading below a head such as 関連施策 refers to the node that it would head elsewhere.
  mutating func readReference(_ index: Int) {
    let heading = outline.entries[index].heading
    let reference = NodeReference(heading.title, lexicon: lexicon)
    pendingRelated.append(
      PendingRelation(
        from: node(at: outline.entries[index].parent), number: heading.number ?? reference.number,
        title: reference.title, page: reference.page, kind: heading.labelKind,
        source: outline.entries[index].source.trimmed(in: text)))
  }

  /// 1-2、3-1; 基本目標2、基本目標3: every part refers to a node.
  mutating func readReferences(_ references: MappedText, kind: NodeKind?, from node: NodeID?) {
    for part in Self.parts(of: references, lexicon: lexicon) {
      let reference = NodeReference(part.text, lexicon: lexicon)
      pendingRelated.append(
        PendingRelation(
          from: node, number: reference.number, title: reference.title, page: reference.page,
          kind: reference.kind ?? kind, source: part.source))
    }
  }

  private static let separators: Set<Character> = ["、", "，", ",", "／", "/", "；", ";", "\n"]

  /// The parts between commas; between middle dots or blanks only where numbers stand on both sides.
  private static func parts(of references: MappedText, lexicon: Lexicon) -> [MappedLabel] {
    let whole = pieces(of: references.text) { separators.contains($0) }
    let fine = pieces(of: references.text) { separators.contains($0) || "・ 　".contains($0) }
    let isNumbered = fine.allSatisfy { piece in
      let reference = NodeReference(String(piece), lexicon: lexicon)
      return reference.number != nil && reference.title.isEmpty
    }
    return (isNumbered ? fine : whole).map { piece in
      let start = references.text.utf8.distance(from: references.text.startIndex, to: piece.startIndex)
      return MappedLabel(text: String(piece), source: references.source(of: start..<start + piece.utf8.count))
    }
  }

  private static func pieces(of text: String, where isSeparator: (Character) -> Bool) -> [Substring] {
    text.split(whereSeparator: isSeparator).map(\.trimmed).filter { !$0.isEmpty }
  }

  // MARK: When all nodes are known

  mutating func resolveRelated() {
    for pending in pendingRelated {
      guard let target = target(of: pending) else {
        diagnostics.append(
          Diagnostic(
            .relationUnresolved, "“\(pending.number ?? "")\(pending.title)” names no node of the document.",
            at: pending.source))
        continue
      }
      relations.append(
        Relation(from: pending.from, to: target, kind: .related, page: pending.page, source: pending.source))
    }
  }

  private func target(of pending: PendingRelation) -> NodeID? {
    if !pending.title.isEmpty, let named = register.find(title: pending.title), register[named].kind.rank >= 0 {
      return named
    }
    guard let number = pending.number else { return nil }
    let numbered = register.nodes.indices.map(NodeID.init).filter { bears($0, number) && $0 != pending.from }
    if pending.title.isEmpty { return only(numbered, pending) }
    return numbered.count == 1 && pending.kind == nil
      ? numbered[0] : numbered.first { Spelling.isVariant(register[$0].title, pending.title) }
  }

  /// The one that a bare number means: of the kind that is named, beside the node that refers to it.
  private func only(_ numbered: [NodeID], _ pending: PendingRelation) -> NodeID? {
    let ofKind = numbered.filter { register[$0].kind == pending.kind }
    let ranked = ofKind.isEmpty ? numbered : ofKind
    if ranked.count == 1 { return ranked[0] }
    let siblings = ranked.filter { register[$0].parent == pending.from.flatMap { register[$0].parent } }
    return siblings.count == 1 ? siblings[0] : nil
  }

  /// Whether a node is counted so: by its own number, or with its parents' before it.
  private func bears(_ node: NodeID, _ number: String) -> Bool {
    guard register[node].kind.rank >= 0, let own = register[node].number else { return false }
    return own == number || number.hasSuffix("-" + own) && path(of: node) == number
  }

  private func path(of node: NodeID) -> String? {
    guard let own = register[node].number else { return nil }
    guard !own.contains("-"), let parent = register[node].parent, let above = path(of: parent) else { return own }
    return above + "-" + own
  }
}
