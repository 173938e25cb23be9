import KeikakuText

/// Holds the nodes of a document while it is read, one for each goal or measure however often it is written.
///
/// A place is one writing of a node: a heading, an item of a list, a cell of an overview. The fullest place becomes the node's
/// own; the others become mentions.
struct NodeRegister {
  struct Place {
    var title: String
    var source: SourceRange
    /// The section that the place stands in.
    var section: NodeID?
    /// How many bytes of text, lists and tables stand below it.
    var weight: Int
    /// A heading rather than an item or a cell.
    var isHeading: Bool
    /// How the node is called and counted here.
    var label: String?
    var number: String?
  }

  /// What is known of a node at one place.
  struct Sighting {
    var kind: NodeKind
    var label: String?
    var number: String?
    var title: String
    var parent: NodeID?
    var relisted = false
    var place: Place

    /// The place with its own label and number.
    var placed: Place {
      var placed = place
      placed.label = label
      placed.number = number
      return placed
    }
  }

  private(set) var nodes: [Node] = []
  private(set) var places: [[Place]] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var byKey: [TitleKey: [NodeID]] = [:]
  private var byNumber: [NumberKey: [NodeID]] = [:]

  /// Enters a sighting: adds a place to the node it shows, or makes a node.
  mutating func enter(_ sighting: Sighting) -> NodeID {
    let key = TitleKey(sighting.title)
    if let known = known(sighting, key) {
      add(sighting.placed, to: known)
      nodes[known.index].label = nodes[known.index].label ?? sighting.label
      nodes[known.index].number = nodes[known.index].number ?? sighting.number
      nodes[known.index].parent = nodes[known.index].parent ?? sighting.parent
      return known
    }
    return make(sighting, key)
  }

  /// Adds a place where a known node is written again.
  mutating func add(_ place: Place, to node: NodeID) { places[node.index].append(place) }

  mutating func appendText(_ text: String, to node: NodeID) {
    if nodes[node.index].text == nil {
      nodes[node.index].text = text
    } else {
      // In its place: text of many pages may stand below one heading.
      nodes[node.index].text?.append("\n")
      nodes[node.index].text?.append(text)
    }
  }

  subscript(id: NodeID) -> Node { nodes[id.index] }

  // MARK: Looking up

  /// The node with this title, of one of these kinds where they are given; the first that is not listed again.
  func find(title: String, kinds: Set<NodeKind>? = nil, below parent: NodeID? = nil) -> NodeID? {
    let found = (byKey[TitleKey(title)] ?? []).filter { kinds?.contains(nodes[$0.index].kind) ?? true }
    if let parent, let child = found.first(where: { nodes[$0.index].parent == parent }) { return child }
    return found.first { !nodes[$0.index].relisted } ?? found.first
  }

  /// The nodes that bear a number, of one kind.
  func find(number: String, kind: NodeKind) -> [NodeID] { byNumber[NumberKey(kind: kind, number: number)] ?? [] }

  /// Nodes without a heading of their own: only an overview or a list names them.
  func isOnlyListed(_ id: NodeID) -> Bool { !places[id.index].contains(where: \.isHeading) }

  private func known(_ sighting: Sighting, _ key: TitleKey) -> NodeID? {
    guard !sighting.relisted else { return nil }
    let namesakes = (byKey[key] ?? []).filter { id in
      !nodes[id.index].relisted && Self.countAlike(nodes[id.index].number, sighting.number)
    }
    let named = namesakes.first { id in
      nodes[id.index].kind == sighting.kind && Self.agree(nodes[id.index].parent, sighting.parent)
    }
    return named ?? namesakes.first { isNamesake($0, below: sighting.parent) } ?? listed(namesakes, sighting)
      ?? variant(of: sighting)
  }

  /// A heading outside of any node is the only one of an overview's that is called so, whatever kind the overview named.
  private func listed(_ namesakes: [NodeID], _ sighting: Sighting) -> NodeID? {
    guard namesakes.count == 1, sighting.place.isHeading, sighting.parent == nil, isOnlyListed(namesakes[0]),
      nodes[namesakes[0].index].kind.rank > 0
    else { return nil }
    return namesakes[0]
  }

  /// Below one parent a title stands for one node, though an overview calls it 施策 and the heading 具体的な施策.
  private func isNamesake(_ id: NodeID, below parent: NodeID?) -> Bool {
    parent != nil && nodes[id.index].parent == parent && nodes[id.index].kind.rank > 0
  }

  /// An overview may count 1-2 what the chapter of goal 1 counts (2).
  private static func countAlike(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right, left != right else { return true }
    return left.hasSuffix("-" + right) || right.hasSuffix("-" + left)
  }

  /// The same number under the same parent with nearly the same title: one of the two is misspelled.
  private func variant(of sighting: Sighting) -> NodeID? {
    guard let number = sighting.number else { return nil }
    return find(number: number, kind: sighting.kind).first { id in
      let node = nodes[id.index]
      return !node.relisted && Self.agree(node.parent, sighting.parent)
        && Spelling.isVariant(node.title, sighting.title)
    }
  }

  private static func agree<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
    left == nil || right == nil || left == right
  }

  private mutating func make(_ sighting: Sighting, _ key: TitleKey) -> NodeID {
    let id = NodeID(nodes.count)
    nodes.append(
      Node(
        kind: sighting.kind, label: sighting.label, number: sighting.number, title: sighting.title,
        parent: sighting.parent,
        relisted: sighting.relisted, source: sighting.place.source))
    places.append([sighting.placed])
    byKey[key, default: []].append(id)
    if let number = sighting.number { byNumber[NumberKey(kind: sighting.kind, number: number), default: []].append(id) }
    return id
  }

  private struct NumberKey: Hashable {
    var kind: NodeKind
    var number: String
  }

  // MARK: The end

  /// Gives each node its fullest place, puts the nodes in the order of the document and says what the others mention.
  func finished() -> FinishedNodes {
    let chosen = nodes.indices.map { fullest(places[$0]) }
    let starts = nodes.indices.map { places[$0][chosen[$0]].source.start }
    let order = nodes.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
    var newIDs = [NodeID](repeating: NodeID(0), count: nodes.count)
    for (new, old) in order.enumerated() { newIDs[old] = NodeID(new) }
    var result = FinishedNodes(ids: newIDs)
    for old in order { result.nodes.append(finished(old, places[old][chosen[old]], newIDs)) }
    for old in order {
      for (index, place) in places[old].enumerated()
      where index != chosen[old] && place.source != places[old][chosen[old]].source {
        result.mentions.append(
          Relation(from: place.section.map { newIDs[$0.index] }, to: newIDs[old], kind: .mention, source: place.source))
        if let diagnostic = spelling(place, places[old][chosen[old]]) { result.diagnostics.append(diagnostic) }
      }
    }
    return result
  }

  private func fullest(_ places: [Place]) -> Int {
    var best = 0
    for (index, place) in places.enumerated().dropFirst() {
      let current = places[best]
      if place.isHeading != current.isHeading ? place.isHeading : place.weight > current.weight { best = index }
    }
    return best
  }

  private func finished(_ old: Int, _ place: Place, _ newIDs: [NodeID]) -> Node {
    var node = nodes[old]
    node.title = place.title
    node.label = place.label ?? node.label
    node.number = place.number ?? node.number
    node.source = place.source
    node.parent = node.parent.map { newIDs[$0.index] }
    return node
  }

  private func spelling(_ place: Place, _ chosen: Place) -> Diagnostic? {
    guard !place.title.utf8.elementsEqual(chosen.title.utf8), TitleKey(place.title) != TitleKey(chosen.title) else {
      return nil
    }
    return Diagnostic(
      .titleSpelling, "The title is spelled “\(place.title)” here and “\(chosen.title)” in its fullest place.",
      at: place.source)
  }
}

/// The nodes of a document in its order.
struct FinishedNodes {
  /// For each id in the register the id in `nodes`.
  var ids: [NodeID]
  var nodes: [Node] = []
  var mentions: [Relation] = []
  var diagnostics: [Diagnostic] = []
}
