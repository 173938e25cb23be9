/// The arrows by which plans lead from one figure, year or stage to the next.
enum Arrows {
  static let scalars: Set<Unicode.Scalar> = ["→", "⇒", "➡", "⇨"]
  static let characters = Set(scalars.map(Character.init))
  /// Those that lead from one cell to another as well, downward too. ▼ before a figure is a minus.
  static let betweenCells = characters.union(["↓", "⇩", "⬇", "▶", "►", "▼", "➔"])
  static let bytes: [[UInt8]] = scalars.map { Array(String($0).utf8) }

  /// Asked of every line, few of which hold the first byte of one.
  static func stand(in text: String) -> Bool {
    text.utf8.contains(firstByte) && text.contains(where: characters.contains)
  }

  /// 正答率：小97 中95→小100 中100: a figure before the first arrow and one behind it.
  static func standBetweenFigures(in text: String) -> Bool {
    guard text.utf8.contains(firstByte), let arrow = text.firstIndex(where: characters.contains) else { return false }
    return text[..<arrow].contains(where: \.isNumber) && text[arrow...].contains(where: \.isNumber)
  }

  private static let firstByte: UInt8 = 0xE2

  /// 412人（R4.4.1）→400人（R9.4.1）: a figure on each side of every arrow, as a line has that states an indicator.
  static func partFigures(_ text: String) -> Bool {
    guard text.utf8.contains(firstByte) else { return false }
    let sides = text.split(whereSeparator: characters.contains)
    return sides.count > 1 && sides.allSatisfy { $0.contains(where: \.isNumber) }
  }
}
