import Testing

@testable import KeikakuText

/// Folding keeps meaning and leads back to the bytes that it came from.
@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("１２％", "12%"), ("㍻27年", "平成27年"), ("㋿元年", "令和元年"), ("⼆⽉", "二月"), ("⺠", "民"), ("⼾", "戸"), ("\u{F9DC}", "隆"),
    ("10²人", "10²人"), ("m²", "m²"), ("½", "½"), ("①Ⅲ", "①Ⅲ"), ("ｶﾞｰﾀﾞｰ", "ガーダー"), ("か\u{3099}", "が"), ("㌫", "%"),
    ("㎡", "㎡"),
    ("A\u{200B}B\u{FE0F}", "AB"), ("〜―－", "~--"), ("コーヒー", "コーヒー"), ("葛\u{E0101}", "葛"),
  ])
  func formsFold(_ written: String, _ folded: String) {
    #expect(written.folded == folded)
    #expect(FoldedText(written).text == folded)
  }

  /// Every letter of the basic plane, behind a kana and before a mark that may join it.
  @Test func bytesFoldAsLettersDo() {
    for code in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let text = "か\(scalar)ﾞ 目"
      let folded = FoldedText(text).bytes
      #expect(FoldedText.bytes(of: text) == folded, "U+\(String(code, radix: 16))")
      #expect(FoldedText.compactBytes(of: text) == folded.filter { $0 > 0x20 }, "U+\(String(code, radix: 16))")
    }
  }

  @Test func originsLeadBack() {
    let text = "約３,０００㍻"
    let folded = FoldedText(text)
    #expect(folded.text == "約3,000平成")
    #expect(folded.original(0..<3) == 0..<3)
    #expect(folded.original(3..<8) == 3..<16)
    #expect(folded.original(8..<14) == 16..<19)
    #expect(folded.origins.count == folded.bytes.count + 1)
  }

  @Test func titlesCompareWithoutPunctuation() {
    #expect("「子育て」・教育（その１）".comparisonKey == "子育て教育(その1)".comparisonKey)
    #expect("観光".comparisonKey != "観光客".comparisonKey)
  }

  @Test func foldingTwiceChangesNothing() {
    for code in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let once = String(scalar).folded
      guard once.folded == once else {
        Issue.record("U+\(String(code, radix: 16)) folds to \(once), which folds to \(once.folded)")
        return
      }
    }
  }
}
