import Keikaku
import KeikakuText

/// Reading plans back from the JSON that `extract` prints and `build` writes.
extension ComparedPlan {
  /// Nil where the value is no document of ours.
  public init?(_ document: JSONValue) {
    guard document["schema_version"].string != nil, let id = document["plan"]["id"].string else { return nil }
    let plan = document["plan"]
    self.id = id
    file = document["source"]["file"].string ?? id
    title = plan["title"].string
    municipality = plan["municipality"]["name"].string
    prefecture = plan["municipality"]["prefecture"].string
    code = plan["municipality"]["code"].string
    startYear = plan["period"]["start_year"].integer
    endYear = plan["period"]["end_year"].integer
    indicators = document["indicators"].array.compactMap(Indicator.init(json:)).filter { $0.canonical != nil }
  }
}

extension Indicator {
  /// As far as comparing needs it: without its place in the text.
  fileprivate init?(json: JSONValue) {
    guard let name = json["name"].string else { return nil }
    self.init(name: name, unit: json["unit"].string, source: SourceRange(0..<0))
    canonical = Canonical(json: json["canonical"])
    baseline = Measurement(json: json["baseline"])
    targets = json["targets"].array.compactMap(Measurement.init(json:))
    actuals = json["actuals"].array.compactMap(Measurement.init(json:))
    let rates = json["achievement"]
    guard rates != .null else { return }
    achievement = Achievement(
      progress: rates["progress"].number, ratio: rates["ratio"].number, printedRate: rates["printed_rate"].number)
  }
}

extension Indicator.Canonical {
  fileprivate init?(json: JSONValue) {
    guard let code = json["code"].string, let name = json["name"].string else { return nil }
    self.init(
      code: code, name: name, method: json["method"].string ?? "", goodDirection: json["good_direction"].string,
      resultKind: json["result_kind"].string)
  }
}

extension Measurement {
  fileprivate init?(json: JSONValue) {
    guard let raw = json["raw"].string else { return nil }
    var quantity = Quantity(
      raw: raw, value: json["value"].number, low: json["low"].number, high: json["high"].number,
      unit: json["unit"].string, scale: json["scale"].number ?? 1, text: json["text"].string)
    quantity.qualifiers = json["qualifiers"].array.compactMap { $0.string.flatMap(Quantity.Qualifier.init(rawValue:)) }
    quantity.flags = json["flags"].array.compactMap { $0.string.flatMap(Quantity.Flag.init(rawValue:)) }
    quantity.period = Temporal(json: json["period"])
    self.init(quantity: quantity, source: SourceRange(0..<0))
  }
}

extension Temporal {
  fileprivate init?(json: JSONValue) {
    guard let raw = json["raw"].string else { return nil }
    self.init(
      raw: raw, kind: json["kind"].string.flatMap(Kind.init(rawValue:)), startYear: json["start_year"].integer,
      endYear: json["end_year"].integer ?? json["end"].string.flatMap { Int($0.prefix(4)) })
  }
}
