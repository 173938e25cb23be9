import Foundation
import Testing

@testable import Keikaku

/// The cases of `Corpus/TextRepair`: a text with faults, and the text that must be read.
@Suite struct TextRepairTests {
  static let cases = TextCase.load("TextRepair/faults.txt")

  @Test func findsTheCases() { #expect(Self.cases.count >= 9) }

  @Test(arguments: cases) func repairs(_ one: TextCase) {
    let original = Array(one["input"].utf8)
    let repair = TextRepair.repair(SourceText(bytes: original))
    #expect(String(decoding: repair?.text.bytes ?? original, as: UTF8.self) == one["text"], "\(one.testDescription)")
    guard let repair else { return }
    #expect(!repair.diagnostics.isEmpty || one["input"].unicodeScalars.contains("⼈"))
  }

  @Test func mapsBackToTheTextAsItCame() {
    let original = "目標\n重 点 戦 略 １の数\n"
    let repair = TextRepair.repair(SourceText(bytes: Array(original.utf8)))!.text
    let repaired = String(decoding: repair.bytes, as: UTF8.self)
    for word in ["目標", "重点戦略", "１の数"] {
      let start = repaired.utf8.count - String(repaired[repaired.range(of: word)!.lowerBound...]).utf8.count
      let place = repair.original(SourceRange(start..<start + word.utf8.count))
      let found = String(decoding: Array(original.utf8)[place.indices], as: UTF8.self)
      #expect(found.filter { $0 != " " } == word)
    }
  }

  @Test func leavesASoundTextAlone() {
    let text = "# 第1章\n\n基本目標１　しごとをつくる\n\n出生数\t480人\t500人\n様々な取組を進める。\n"
    #expect(TextRepair.repair(SourceText(bytes: Array(text.utf8))) == nil)
  }

  @Test(.timeLimit(.minutes(5))) func takesTimeInProportionToTheText() {
    for piece in ["目 ", "目標 ", "ああ", "目\n", "目標\n", "１", " ", "⼈", "目標１\n目標１人（\n"] {
      let bytes = Array(repeatElement(piece, count: 300_000 / piece.utf8.count).joined().utf8)
      _ = TextRepair.repair(SourceText(bytes: bytes))
    }
  }

  @Test func survivesAnyText() {
    var generator = SeededGenerator(seed: 99)
    let letters = Array("目標基本１2 \n　⼈（(あああ".unicodeScalars)
    for length in 0..<400 {
      let text = String(String.UnicodeScalarView((0..<length).map { _ in letters.randomElement(using: &generator)! }))
      guard let repair = TextRepair.repair(SourceText(bytes: Array(text.utf8)))?.text else { continue }
      #expect(String(validating: repair.bytes, as: UTF8.self) != nil, "seed 99, length \(length)")
      #expect(repair.original(SourceRange(0..<repair.bytes.count)).end <= UInt32(text.utf8.count))
    }
  }
}
