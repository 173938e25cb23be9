import Testing

@testable import KeikakuExport

@Suite struct NormalizationJSONTests {
  private func lines(_ pieces: [[UInt8]], as reading: NormalizationJSON.Reading) -> [Substring] {
    var normalization = NormalizationJSON(as: reading)
    var out: [UInt8] = []
    for piece in pieces { out += normalization.add(piece) }
    out += normalization.finish()
    return String(decoding: out, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  @Test(arguments: NormalizationJSON.Reading.allCases)
  func everyLineGetsAnObject(_ reading: NormalizationJSON.Reading) {
    let input = Array("令和6年度\r\n\n".utf8) + [0xFF, 0x0A] + Array("終わり".utf8)
    let lines = lines([input], as: reading)
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("{\"raw\":\"令和6年度\","))
    #expect(lines[1].hasPrefix("{\"raw\":\"\","))
    #expect(lines[2].hasPrefix("{\"raw\":\"\u{FFFD}\","))
    #expect(lines.allSatisfy { $0.contains("\"range\":") && $0.hasSuffix("}") })
  }

  @Test func piecesMayEndAnywhere() {
    let input = Array("平成27年4月1日\n令和2年度\n".utf8)
    let whole = lines([input], as: .date)
    for cut in input.indices { #expect(lines([Array(input[..<cut]), Array(input[cut...])], as: .date) == whole) }
  }

  @Test func nothingInNothingOut() {
    #expect(lines([], as: .date).isEmpty)
  }
}
