import Keikaku

/// What one document adds to a dataset, rendered once for all writers.
public struct DatasetPart: Sendable {
  public let document: PlanDocument
  /// The JSON, one element a line.
  let json: [UInt8]
  /// The rows for each of `Dataset.tables`.
  let rows: [[[CellValue]]]

  public init(_ document: PlanDocument) {
    self.document = document
    json = DocumentJSON.bytes(of: document)
    let context = DocumentContext(document)
    rows = Dataset.tables.map { $0.rows(of: context) }
  }
}

/// A format of the dataset. It is given the documents one by one and holds none of them.
protocol DatasetWriter: AnyObject {
  func add(_ part: DatasetPart) throws(FileFailure)
  /// After the last document.
  func finish() throws(FileFailure)
}

/// A format that holds the tables.
protocol TableWriter: DatasetWriter {
  /// Adds rows for each of `Dataset.tables`: first those that every dataset holds, then each document's.
  func add(rows: [[[CellValue]]]) throws(FileFailure)
}

extension TableWriter {
  func add(_ part: DatasetPart) throws(FileFailure) { try add(rows: part.rows) }
}
