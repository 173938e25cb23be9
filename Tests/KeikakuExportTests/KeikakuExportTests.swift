import Testing
@testable import KeikakuExport

@Suite struct KeikakuExportTests {}
