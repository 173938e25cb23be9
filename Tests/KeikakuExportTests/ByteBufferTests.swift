import Testing

@testable import KeikakuExport

@Suite struct ByteBufferTests {
  @Test(arguments: [
    0, 9, 10, 99, 100, 999, 1000, 9999, 10000, 99_999, 100_000, 999_999, 1_000_000, -1, -10, .max, .min,
  ])
  func numbersAreWrittenInFull(_ number: Int) {
    var buffer = ByteBuffer(capacity: 1)
    buffer.append(number: number)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "\(number)")
  }

  @Test func growsAsItIsWritten() {
    var buffer = ByteBuffer(capacity: 1)
    for _ in 0..<1000 { buffer.append("計画") }
    buffer.repeatBytes(0..<6)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == String(repeating: "計画", count: 1001))
    buffer.removeAll()
    #expect(buffer.bytes.isEmpty)
  }
}
