import Testing
@testable import KeikakuCommand

@Suite struct KeikakuCommandTests {}
