import KeikakuExport

/// `keikaku schema`: the JSON Schema of what `extract` prints.
enum SchemaCommand {
  static let declaration = Command(
    name: "schema",
    abstract: "Print the JSON Schema (2020-12) of the output of extract.",
    run: { _, console in
      try console.write(DocumentSchema.text)
      return .success
    })
}
