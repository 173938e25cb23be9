import Testing

@testable import KeikakuText

/// Any number formatted in any style reads back exactly.
@Suite struct NumberPropertyTests {
  private func check(_ text: String, _ value: ExactDecimal, _ unit: String?, line: Int = #line) {
    let found = QuantityReader().read(text)
    #expect(found.value == value && found.unit == unit, "\(text): \(found.value?.description ?? "nothing")")
  }

  @Test func wholeNumbersReadBack() {
    var random = SeededGenerator(seed: 20_241_219)
    for _ in 0..<700 {
      let number = Int.random(in: 0...Int(1) << Int.random(in: 1...44), using: &random)
      let value = ExactDecimal(integerLiteral: number)
      check("\(number)人", value, "人")
      check(Self.withCommas(number) + "人", value, "人")
      check(Self.fullWidth(Self.withCommas(number)) + "人", value, "人")
      check(Self.mixed(number) + "人", value, "人")
      check("▲\(Self.withCommas(number))", -value, nil)
    }
  }

  @Test func kanjiNumbersReadBack() {
    for number in stride(from: 1, through: 9_999, by: 7) {
      check(KanjiNumber.text(number) + "件", ExactDecimal(integerLiteral: number), "件")
      check(KanjiNumber.text(number) + "億円", ExactDecimal(integerLiteral: number * 100_000_000), "円")
    }
  }

  @Test func decimalsReadBack() {
    var random = SeededGenerator(seed: 1868)
    for _ in 0..<700 {
      let digits = Int.random(in: 1...9, using: &random)
      let value = ExactDecimal(significand: Int128(Int.random(in: 0...999_999_999, using: &random)), exponent: -digits)
      check("\(value)%", value, "%")
      check("\(value)万人", value.multiplied(byPowerOfTen: 4)!, "人")
    }
  }

  @Test func arithmeticNeverTraps() {
    let long = ExactDecimal(significand: Int128.max, exponent: -20)
    #expect(long.multiplied(by: long) == nil)
    #expect(long.multiplied(byPowerOfTen: 60) == nil)
    #expect(long.adding(ExactDecimal(significand: 1, exponent: -30)) == nil)
    #expect(ExactDecimal(integerLiteral: 1).divided(by: 0) == nil)
    #expect(ExactDecimal(integerLiteral: 2).divided(by: 3)?.quotient.description == "0.6666666666666666")
    #expect(ExactDecimal(integerLiteral: 3).divided(by: 4)?.isCut == false)
    #expect(ExactDecimal(significand: 5, exponent: -1) < 1)
  }

  private static func withCommas(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.enumerated().map { index, digit in
      (index > 0 && (digits.count - index) % 3 == 0 ? "," : "") + String(digit)
    }.joined()
  }

  private static func fullWidth(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0)! }))
  }

  private static func mixed(_ number: Int) -> String {
    var text = ""
    for (power, letter) in [(1_000_000_000_000, "兆"), (100_000_000, "億"), (10_000, "万")] where number / power > 0 {
      let part = number / power % 10_000
      if part > 0 { text += "\(part)\(letter)" }
    }
    return text + (number % 10_000 > 0 || text.isEmpty ? "\(number % 10_000)" : "")
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
