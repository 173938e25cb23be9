/// The arrows by which plans lead from one figure, year or stage to the next.
enum Arrows {
  static let scalars: Set<Unicode.Scalar> = ["→", "⇒", "➡", "⇨"]
  static let characters = Set(scalars.map(Character.init))
  static let bytes: [[UInt8]] = scalars.map { Array(String($0).utf8) }
}
