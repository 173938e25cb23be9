import KeikakuText

/// The one goal of a plan that counts none:
///
///     基本目標
///     だれもが歩いて暮らせる町
///
///     基本方針1　歩道の整備
extension DocumentReader {
  /// Takes the line that stands alone below 基本目標 for the goal, where the document names no other.
  mutating func takeLoneGoal(_ fragment: MappedText, _ index: Int, below entry: Int?) -> Bool {
    guard let entry, outline.entries[entry].group?.kind == .basicGoal, isOnlyText(index, below: entry),
      Self.mayBeGoal(fragment.text), !namesGoals
    else { return false }
    let title = NoteReferences.removed(from: fragment.text)
    _ = register.enter(
      NodeRegister.Sighting(
        kind: .basicGoal, title: title,
        place: NodeRegister.Place(
          title: title, source: fragment.source, section: section(above: entry), weight: 1, isHeading: true)))
    return true
  }

  private func isOnlyText(_ index: Int, below entry: Int) -> Bool {
    outline.entries[entry].blocks.allSatisfy { block in
      if block == index { return true }
      if case .furniture = outline.blocks[block].content { return true }
      return false
    }
  }

  private var namesGoals: Bool {
    outline.entries.contains { $0.role == .node(.basicGoal) } || register.nodes.contains { $0.kind == .basicGoal }
  }

  /// In bytes.
  private static let titleLengths = 15...120
  /// 次のとおり and 以下に point at goals that stand elsewhere.
  private static let pointers = ["とおり", "通り", "以下", "次の", "参照"]

  private static func mayBeGoal(_ text: String) -> Bool {
    titleLengths.contains(text.utf8.count) && !Sentences.ends(text) && !text.contains(where: \.isNumber)
      && text.unicodeScalars.contains { (0x3041...0x3096).contains($0.value) }
      && !pointers.contains(where: text.contains) && !text.contains { "：:→（(".contains($0) }
  }
}
