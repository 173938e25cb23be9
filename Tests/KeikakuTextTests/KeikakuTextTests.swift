import Testing
@testable import KeikakuText

@Suite struct KeikakuTextTests {}
