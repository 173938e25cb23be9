import Testing

@testable import Keikaku

@Suite struct SHA256Tests {
  @Test func givesThePublishedDigests() {
    #expect(
      SHA256.hexadecimalDigest(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hexadecimalDigest(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hexadecimalDigest(of: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test func agreesWithTheLibraryWhereThereIsOne() {
    for length in [0, 1, 55, 56, 63, 64, 65, 1000] {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      guard let library = SHA256.libraryDigest(of: bytes) else { return }
      #expect(SHA256.portableDigest(of: bytes) == library, "length \(length)")
    }
  }

  @Test func agreesWithTheProcessorWhereItKnowsHow() {
    for length in [0, 1, 55, 56, 63, 64, 65, 119, 120, 127, 128, 1000] {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      guard let digest = SHA256.processorDigest(of: bytes) else { return }
      #expect(SHA256.portableDigest(of: bytes) == digest, "length \(length)")
    }
  }
}
