import Testing

@testable import Keikaku

/// What a page break tears apart is put together again, with page numbers and running heads between the parts.
struct PageBreakTests {
  private func blocks(_ text: String) -> [Block] {
    BlockReader.read(LineReader.read(SourceText(bytes: Array(text.utf8))), lexicon: .standard)
  }

  private func lists(_ text: String) -> [[String]] {
    blocks(text).compactMap { block in
      if case .list(let items) = block.content { items.map(\.text.text) } else { nil }
    }
  }

  @Test func listGoesOnOverThePageBreak() {
    #expect(lists("・窓口の設置\n・相談会の開催\n\n- 3 -\n\u{0C}・住まいの紹介\n") == [["窓口の設置", "相談会の開催", "住まいの紹介"]])
    #expect(lists("・窓口の設置\n- 3 -\n\u{0C}・住まいの紹介\n- 4 -\n\u{0C}・仕事の紹介\n") == [["窓口の設置", "住まいの紹介", "仕事の紹介"]])
  }

  @Test func listsPartedWithoutPageBreakStayTwo() {
    #expect(lists("・窓口の設置\n\n----\n\n・住まいの紹介\n").count == 2)
    #expect(lists("・窓口の設置\n\n・住まいの紹介\n").count == 2)
    #expect(lists("・窓口の設置\n\n\u{0C}移住の促進に向けた取組を進めます。\n\n・住まいの紹介\n").count == 2)
  }

  @Test func titleStandsOnTheNextPage() throws {
    let found = blocks("重要戦略１\n\n- 5 -\n\u{0C}町の宝を生かして人を呼び込む\n\n本文が続きます。\n")
    let heading = try #require(
      found.lazy.compactMap { if case .heading(let heading) = $0.content { heading } else { nil } }.first)
    #expect(heading.title == "町の宝を生かして人を呼び込む" && heading.number == "1")
  }

  @Test func textOfANoteStandsOnTheNextPage() throws {
    let found = blocks("※1：関係人口\n\n- 5 -\n\u{0C}住んではいないが地域と継続して多様に関わる人のことをいい、移住につながることも期待されています。\n")
    let note = try #require(found.lazy.compactMap { if case .note(let note) = $0.content { note } else { nil } }.first)
    #expect(note.term == "関係人口" && note.text.text.hasPrefix("住んではいないが"))
  }
}
