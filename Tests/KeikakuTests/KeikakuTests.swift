import Testing

@testable import Keikaku

@Suite struct KeikakuTests {}
