import Foundation
import Keikaku
import KeikakuExport

let operands = CommandLine.arguments.dropFirst()
guard operands.first == "extract", let path = operands.dropFirst().first,
  let data = FileManager.default.contents(atPath: path)
else { exit(64) }
let name = URL(fileURLWithPath: path).lastPathComponent
let document = Pipeline().document(from: SourceFile(name: name, bytes: [UInt8](data)))
FileHandle.standardOutput.write(Data(DocumentJSON.bytes(of: document)))
