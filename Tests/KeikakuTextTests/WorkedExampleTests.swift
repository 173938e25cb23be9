import Testing

@testable import KeikakuText

/// The worked examples that the project is held to.
@Suite struct WorkedExampleTests {
  @Test func datesAreReadAsWorked() throws {
    for row in try WorkedCase.corpus("worked-dates.jsonl") {
      let found = Normalizer().date(line: Array(row.input.utf8)).temporal
      let differences = row.differences(
        from: ["start": found.start?.description, "end": found.end?.description], flags: found.flags.map(\.rawValue))
      #expect(differences.isEmpty, "\(row): \(differences.joined(separator: "; "))")
    }
  }

  @Test func quantitiesAreReadAsWorked() throws {
    for row in try WorkedCase.corpus("worked-quantities.jsonl") {
      let found = Normalizer().quantity(line: Array(row.input.utf8)).quantity
      let differences = row.differences(
        from: [
          "value": found.value?.description, "low": found.low?.description, "high": found.high?.description,
          "unit": found.unit, "qualifiers": found.qualifiers.map(\.rawValue).sorted().joined(separator: ","),
        ], flags: found.flags.map(\.rawValue))
      #expect(differences.isEmpty, "\(row): \(differences.joined(separator: "; "))")
    }
  }
}
