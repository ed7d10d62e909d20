internal import Platform

/// The reason why a process could not be started.
struct SpawnFailure: Error, Hashable, Sendable, CustomStringConvertible {
  let step: String
  let error: Int32

  var description: String { "\(step): \(SystemError.text(error))" }
}
