/// The figures of a case, in the order in which they were first added.
struct Results {
  private(set) var measurements: [Measurement] = []

  /// Adds the figure of one round.
  mutating func add(
    _ name: String, _ unit: String, _ value: Double, floor: Double? = nil, target: Target? = nil
  ) {
    let index = measurements.firstIndex { $0.name == name } ?? measurements.endIndex
    if index == measurements.endIndex {
      measurements.append(Measurement(name: name, unit: unit, target: target))
    }
    measurements[index].values.append(value)
    if let floor { measurements[index].floors.append(floor) }
  }
}
