import Foundation
import Testing

@testable import Keikaku

/// Invented documents that hold no indicators (`Corpus/NoIndicators`), each in six forms of text: pay and staffing, a
/// population vision, budget, accounts, by-law, a plan in words, minutes, statistics, members, a survey, the finances.
@Suite struct NoIndicatorTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "../Corpus/NoIndicators")

  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test func corpusIsThere() { #expect(Self.files.count == 66) }

  @Test(arguments: files) func givesNone(file: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appendingPathComponent(file)))
    let document = Pipeline().document(from: SourceFile(name: file, bytes: bytes))
    #expect(document.indicators.map(\.name) == [])
  }
}
