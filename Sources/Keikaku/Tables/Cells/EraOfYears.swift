import KeikakuText

/// The era that a head such as 平成(年度) or 年度（令和） gives to the bare numbers beside it: 平成(年度) 17 18 19.
enum EraOfYears {
  private static let rest: Set<String> = ["年度", "年"]
  private static let mostYears = 20
  /// In bytes.
  private static let longestHead = 40

  /// The years of the numbers, 平成17年度 and so on, where they count up from one to the next; nil where they do not.
  static func years(_ head: String, _ written: @autoclosure () -> [String]) -> [String]? {
    guard head.utf8.count <= longestHead else { return nil }
    let folded = head.folded
    guard folded.count <= 8, let era = ValueLook.writtenEras.first(where: folded.contains) else { return nil }
    let numbers = written()
    guard (2...mostYears).contains(numbers.count) else { return nil }
    let unit = folded.replacing(era, with: "").filter { !"()".contains($0) }
    let counted = numbers.compactMap { $0.utf8.count <= 6 ? Int($0.folded) : nil }
    guard rest.contains(unit), counted.count == numbers.count, (1...99).contains(counted[0]),
      zip(counted, counted.dropFirst()).allSatisfy({ $1 == $0 + 1 })
    else { return nil }
    return counted.map { "\(era)\($0)\(unit)" }
  }
}
