internal import ArgumentParser

/// How data is printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// For people: aligned columns.
  case table
  /// The whole response, indented.
  case json
  /// One item a line.
  case jsonl
  case yaml
  /// Only the ids, one a line.
  case id

  /// Whether errors are printed as JSON as well.
  var isJSON: Bool { self == .json || self == .jsonl }
}
