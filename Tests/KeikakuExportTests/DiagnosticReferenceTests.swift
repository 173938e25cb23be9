import Keikaku
import Testing

@Suite struct DiagnosticReferenceTests {
  @Test func theCommittedCatalogueIsFresh() throws {
    try Snapshot.check(DiagnosticReference.text, file: "Documentation/Diagnostics.md")
  }

  @Test func everyCodeIsThereOnce() {
    #expect(Set(DiagnosticCode.all).count == DiagnosticCode.all.count)
    #expect(DiagnosticCode.all.allSatisfy { $0.name.split(separator: ".").count == 2 && $0.meaning.hasSuffix(".") })
  }
}
