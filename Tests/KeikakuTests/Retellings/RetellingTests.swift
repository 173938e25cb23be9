import Foundation
import KeikakuText
import Testing

@testable import Keikaku

/// The second oracle: a plan told another way gives the same indicators.
@Suite struct RetellingTests {
  static let samples = [
    "kumamoto-2020-summary", "kurume-2020", "mine-2015", "mine-2024-progress", "sanyoonoda-midterm",
  ]

  private static func sample(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).appending(path: "../../../../Samples").standardized
    return try String(contentsOf: root.appending(path: "\(name).txt"), encoding: .utf8)
  }

  /// An indicator as a reader of the data sees it, without its place.
  private static func keys(_ bytes: [UInt8]) -> [String] {
    Pipeline().document(from: SourceFile(name: "plan.txt", bytes: bytes)).indicators.map { indicator in
      let figures = ([indicator.baseline].compactMap { $0 } + indicator.targets + indicator.actuals).map {
        "\($0.quantity.value.map { "\($0)" } ?? "-") \($0.quantity.unit ?? "")"
      }
      return ([indicator.name.comparisonKey] + figures).joined(separator: " | ")
    }
  }

  /// How many of the keys stand in both lists, each as often as in the shorter.
  private static func common(_ left: [String], _ right: [String]) -> Int {
    var counts = Dictionary(left.map { ($0, 1) }, uniquingKeysWith: +)
    return right.count { key in
      guard let count = counts[key], count > 0 else { return false }
      counts[key] = count - 1
      return true
    }
  }

  @Test(.timeLimit(.minutes(5)), arguments: Retelling.all)
  func givesTheSameIndicators(_ retelling: Retelling) throws {
    var (told, expected, same) = (0, 0, 0)
    var missing: [String] = []
    for name in Self.samples {
      let text = try Self.sample(name)
      // Another city's name changes the names of indicators that hold it: both are compared as told.
      let original = Self.keys(Array(text.utf8)).map { retelling.rename($0) }
      let found = Self.keys(retelling.tell(text))
      told += found.count
      expected += original.count
      same += Self.common(original, found)
      missing += original.filter { !found.contains($0) }.prefix(8).map { "\(name): \($0)" }
    }
    print("\(retelling.name): \(same) of \(expected) indicators the same, \(told - same) others")
    #expect(Double(same) >= retelling.floor * Double(expected), "\(retelling.name): \(missing.joined(separator: "\n"))")
    #expect(Double(told - same) <= retelling.mostOthers * Double(expected), "\(retelling.name) invents \(told - same)")
  }

  @Test(.timeLimit(.minutes(5)), arguments: Retelling.all)
  func survivesBeingCutAnywhere(_ retelling: Retelling) throws {
    var generator = SeededGenerator(seed: 4)
    let bytes = retelling.tell(try Self.sample("kumamoto-2020-summary"))
    for _ in 0..<5 {
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let end = Int.random(in: start..<bytes.count, using: &generator)
      let document = Pipeline().document(from: SourceFile(name: "cut.txt", bytes: Array(bytes[start..<end])))
      #expect(document.source.bytes == end - start, "seed 4")
    }
  }
}
