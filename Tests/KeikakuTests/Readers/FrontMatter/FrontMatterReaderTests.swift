import Testing

@testable import Keikaku

@Suite struct FrontMatterReaderTests {
  @Test(arguments: FrontMatterCase.all()) func corpus(_ example: FrontMatterCase) {
    let facts = PlanFacts.read(example.text)
    #expect(!example.expected.isEmpty, "\(example.place): nothing is expected")
    for (key, value) in example.expected {
      #expect(facts[key] == value, "\(example.place): \(key)")
    }
  }

  /// Files from Windows end their lines with two bytes, which Swift takes for one letter.
  @Test(arguments: FrontMatterCase.all()) func corpusWithCarriageReturns(_ example: FrontMatterCase) {
    let facts = PlanFacts.read(example.text.replacing("\n", with: "\r\n"))
    #expect(facts == PlanFacts.read(example.text), "\(example.place)")
  }

  @Test func theCorpusIsThere() { #expect(FrontMatterCase.all().count >= 40) }

  /// The samples' facts, where the annotation is at hand.
  @Test(arguments: SampleFacts.all()) func samples(_ sample: SampleFacts) {
    let facts = PlanFacts.read(sample.text)
    for (key, value) in sample.expected {
      if key == "published" {
        #expect(facts[key]?.hasPrefix(value) == true, "\(sample.name): \(key) is \(facts[key] ?? "")")
      } else {
        #expect(facts[key]?.comparable == value.comparable, "\(sample.name): \(key)")
      }
    }
  }
}

extension String {
  fileprivate var comparable: String { filter { !$0.isWhitespace } }
}
