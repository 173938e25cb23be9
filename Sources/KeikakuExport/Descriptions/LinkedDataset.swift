import KeikakuText

/// `dataset.jsonld`: the dataset in the terms of schema.org, as search engines for data read it.
///
/// The context is a vocabulary alone, so that it is read without a network.
struct LinkedDataset {
  let coverage: DatasetCoverage
  let files: [DatasetFile]

  var json: MetadataJSON {
    .object(having: [
      ("@context", ["@vocab": "https://schema.org/"]), ("@type", "Dataset"), ("name", .text(DatasetWording.title)),
      ("alternateName", .text(DatasetWording.japaneseTitle)), ("description", .text(DatasetWording.description)),
      ("inLanguage", "ja"), ("version", .text(toolVersion)), ("isAccessibleForFree", true),
      ("keywords", .texts(DatasetWording.keywords)),
      ("creator", ["@type": "SoftwareApplication", "name": "keikaku", "softwareVersion": .text(toolVersion)]),
      ("temporalCoverage", period), ("spatialCoverage", .array(coverage.places.map(place))),
      ("variableMeasured", .array(Dataset.schema(of: "measurements").columns.map(variable))),
      ("distribution", .array(files.map(download))),
    ])
  }

  private var period: MetadataJSON? {
    guard let start = coverage.start, let end = coverage.end else { return nil }
    return .text("\(start)/\(end)")
  }

  private func place(_ place: DatasetCoverage.Place) -> MetadataJSON {
    [
      "@type": "AdministrativeArea", "name": .text(place.name),
      "identifier": ["@type": "PropertyValue", "propertyID": "全国地方公共団体コード", "value": .text(place.code)],
    ]
  }

  private func variable(_ column: ColumnSchema) -> MetadataJSON {
    [
      "@type": "PropertyValue", "name": .text(column.name), "alternateName": .text(column.japaneseName),
      "description": .text(DatasetWording.both(column.description, column.japaneseDescription)),
    ]
  }

  private func download(_ file: DatasetFile) -> MetadataJSON {
    .object(having: [
      ("@type", "DataDownload"), ("name", .text(file.path)), ("contentUrl", .text(file.path)),
      ("encodingFormat", .text(file.mediaType)),
      ("contentSize", file.sha256 == nil ? nil : .text("\(file.bytes) B")),
      ("sha256", file.sha256.map(MetadataJSON.text)),
    ])
  }
}
