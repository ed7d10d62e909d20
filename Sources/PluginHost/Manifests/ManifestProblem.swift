/// Why a plugin's manifest is refused: the file, the field, what is wrong with it, and the remedy.
struct ManifestProblem: Error, Hashable, Sendable, CustomStringConvertible {
  var file: String
  /// The path of the field in the file; empty when the file as a whole is meant.
  var field: String
  var problem: String
  var remedy: String

  var description: String {
    let place = field.isEmpty ? file : "\(file): \(field)"
    return "\(place): \(problem); \(remedy)"
  }
}
