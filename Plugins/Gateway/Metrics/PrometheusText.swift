/// A text in Prometheus' text format, version 0.0.4.
struct PrometheusText: CustomStringConvertible, Sendable {
  static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  private(set) var description = ""

  /// Begins a metric.
  mutating func metric(_ name: String, _ type: String, _ help: String) {
    description += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  /// Adds one value of the current metric.
  mutating func sample(
    _ name: String, _ labels: [(String, String)] = [], _ value: some CustomStringConvertible
  ) {
    let list = labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
    description += list.isEmpty ? "\(name) \(value)\n" : "\(name){\(list)} \(value)\n"
  }

  /// Adds the samples of a histogram.
  mutating func histogram(
    _ name: String, _ labels: [(String, String)], _ reading: Histogram.Reading
  ) {
    for (limit, count) in zip(Histogram.limits, reading.cumulative) {
      sample("\(name)_bucket", labels + [("le", "\(limit)")], count)
    }
    sample("\(name)_bucket", labels + [("le", "+Inf")], reading.count)
    sample("\(name)_sum", labels, reading.sum)
    sample("\(name)_count", labels, reading.count)
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\n": "\\n"
      default: String(character)
      }
    }.joined()
  }
}
