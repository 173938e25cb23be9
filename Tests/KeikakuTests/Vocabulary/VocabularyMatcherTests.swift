import Foundation
import KeikakuText
import Testing

@testable import Keikaku

@Suite struct VocabularyMatcherTests {
  private let matcher = VocabularyMatcher.standard

  @Test(arguments: VocabularyCase.all()) func corpus(_ example: VocabularyCase) {
    let found = matcher.match(name: example.name, unit: example.unit, value: example.value)
    #expect(found?.code == example.code, "\(example.place)")
    if let method = example.method { #expect(found?.method == method, "\(example.place)") }
  }

  @Test func theCorpusIsThere() { #expect(VocabularyCase.all().count >= 50) }

  @Test func theOwnMunicipalitysNameSaysNoMore() {
    #expect(matcher.match(name: "美祢市の認知度", unit: "点", place: "美祢市")?.code == "RECOGNITION")
    #expect(matcher.match(name: "美祢市の認知度", unit: "点", place: "萩市") == nil)
    #expect(matcher.match(name: "久留米市の人口", unit: "人", place: "久留米市")?.method == "rule")
    #expect(
      matcher.match(name: "市内の高校の卒業生の美祢市への就職率", unit: "%", place: "美祢市")?.code == "LOCAL_HIRE_HS")
  }

  @Test func everyNameAndAliasMeansOneIndicator() {
    for entry in Vocabulary.standard.entries {
      for name in [entry.name] + entry.aliases where !name.contains("<") && !name.contains(">") {
        #expect(matcher.match(name: name, unit: entry.unit)?.code == entry.code, "\(name)")
      }
    }
  }

  @Test func aUsersVocabularyStandsAlone() throws {
    let csv = "code,name,unit,aliases\nHOT_SPRING,温泉入湯客数,人,入湯客数|温泉利用者数\n"
    let own = VocabularyMatcher(try Vocabulary(csv: csv))
    #expect(own.match(name: "入湯客数（年間）", unit: "人")?.code == "HOT_SPRING")
    #expect(own.match(name: "出生数", unit: "人") == nil)
  }
}

/// A line of the corpus.
struct VocabularyCase: Sendable, CustomStringConvertible {
  var place: String
  var name: String
  var unit: String?
  var value: ExactDecimal?
  var code: String?
  var method: String?

  var description: String { place }

  static func all() -> [VocabularyCase] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Corpus/VocabularyCases.txt")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.enumerated().dropFirst().map { index, line in
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      return VocabularyCase(
        place: "VocabularyCases.txt:\(index + 1): \(fields[0])", name: fields[0], unit: fields[1].nilIfEmpty,
        value: fields[2].nilIfEmpty.map { number($0) }, code: fields[3] == "null" ? nil : fields[3],
        method: fields[4].nilIfEmpty)
    }
  }

  private static func number(_ text: String) -> ExactDecimal {
    let parts = text.split(separator: ".")
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    return ExactDecimal(significand: Int128(parts[0] + fraction)!, exponent: -fraction.utf8.count)
  }
}

extension String {
  fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
