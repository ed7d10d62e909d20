internal import ArgumentParser

/// A format of printed data.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// Aligned columns, for people.
  case table
  /// The whole response, indented.
  case json
  /// One item per line.
  case jsonl
  case yaml
  /// Only the ids, one per line.
  case id

  /// Whether errors are printed as JSON as well.
  var isJSON: Bool { self == .json || self == .jsonl }
}
