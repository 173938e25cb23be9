import KeikakuText

extension VocabularyMatcher {
  /// Gives each indicator of a plan its canonical one, where it has one.
  func matchIndicators(of document: inout PlanDocument) {
    let place = document.plan.municipality.name
    for index in document.indicators.indices {
      let indicator = document.indicators[index]
      let measurements = [indicator.baseline].compactMap { $0 } + indicator.targets + indicator.actuals
      document.indicators[index].canonical = match(
        name: indicator.name, unit: indicator.unit, value: measurements.lazy.compactMap(\.quantity.value).first,
        place: place)
    }
  }
}
