/// Bold faked by drawing each letter twice or more: 基基本本目目標標, どどここ.
///
/// A run of at least four letters, each written the same number of times, becomes one of each. Repeated marks (……, ――)
/// and a word that happens to double a letter are left.
enum DoubledGlyphRepair {
  private static let fewest = 4

  static func find(_ findings: inout RepairFindings) {
    let bytes = findings.text.bytes
    let span = bytes.span
    var index = span.firstDoubledLetter(from: 0, to: span.count)
    while index < span.count {
      let times = repetitions(at: index, in: bytes)
      let run = run(from: index, times: times, in: bytes)
      let end = run.last.map { $0.first + $0.length * times } ?? index + Letters.length(bytes[index])
      if isShadow(run, in: bytes) {
        // Every copy but the first of each letter goes.
        findings.add(run.map { RepairedText.Edit(range: $0.first + $0.length..<$0.first + $0.length * times) })
        findings.report(.textShadow, "Letters written \(times) times each were read once.", at: index..<end)
      }
      index = end
      index = span.firstDoubledLetter(from: index, to: span.count)
    }
  }

  /// How often, up to four times, the letter at an offset is written in a row.
  private static func repetitions(at index: Int, in bytes: [UInt8]) -> Int {
    let length = Letters.length(bytes[index])
    let span = bytes.span
    var times = 1
    while times < 4, index + length * (times + 1) <= bytes.count,
      span.isEqual(index, index + length * times, length: length)
    {
      times += 1
    }
    return times
  }

  /// The letters from an offset on that are each written exactly so many times.
  private static func run(from start: Int, times: Int, in bytes: [UInt8]) -> [(first: Int, length: Int)] {
    var letters: [(Int, Int)] = []
    var index = start
    while index < bytes.count, bytes[index] > 0x20 {
      let length = Letters.length(bytes[index])
      guard repetitions(at: index, in: bytes) >= times, index + length * times <= bytes.count else { break }
      letters.append((index, length))
      index += length * times
    }
    return letters
  }

  private static func isShadow(_ run: [(first: Int, length: Int)], in bytes: [UInt8]) -> Bool {
    guard run.count >= fewest else { return false }
    let japanese = run.filter { Letters.isJapanese(at: $0.first, in: bytes) }
    let distinct = Set(japanese.map { bytes[$0.first..<$0.first + $0.length] })
    return japanese.count * 3 >= run.count * 2 && distinct.count >= 3
  }
}
