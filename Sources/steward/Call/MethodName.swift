internal import ArgumentParser

/// A method as it is typed: SERVICE/METHOD.
struct MethodName: Hashable, Sendable, ExpressibleByArgument {
  var service: String
  var method: String

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    (service, method) = (parts[0], parts[1])
  }
}
