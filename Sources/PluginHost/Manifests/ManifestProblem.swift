/// The reason why a plugin's manifest is refused: the file, the field, the problem, and the remedy.
struct ManifestProblem: Error, Hashable, Sendable, CustomStringConvertible {
  var file: String
  /// The path of the field in the file; empty when the problem concerns the file as a whole.
  var field: String
  var problem: String
  var remedy: String

  var description: String {
    let place = field.isEmpty ? file : "\(file): \(field)"
    return "\(place): \(problem); \(remedy)"
  }
}
