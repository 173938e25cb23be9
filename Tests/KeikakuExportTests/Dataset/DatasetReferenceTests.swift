import Testing

@testable import KeikakuExport

@Suite struct DatasetReferenceTests {
  @Test func theCommittedReferenceIsFresh() throws {
    try Snapshot.check(DatasetReference.text, file: "Documentation/Datasets.md")
  }
}
