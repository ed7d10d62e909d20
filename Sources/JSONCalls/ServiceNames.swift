internal import HostProtos
internal import HostServices
package import IPC
internal import ProtobufRuntime
internal import Status

/// The full names of all services.
package struct ServiceNames: Sendable {
  package let names: [String]

  /// Asks the host for the names alone. The host starts no plugin for that.
  package static func fetch(
    over channel: any Channel, options: CallOptions
  ) async throws -> ServiceNames {
    let response = try await HostClient(channel).describe(
      DescribeRequest(namesOnly: true), options: options)
    return ServiceNames(names: response.services.map(\.name))
  }

  /// Returns the full name for a name that may be shortened from the left, such as `Orgs`.
  func resolve(_ name: String) throws(Status) -> String {
    let matches = names.contains(name) ? [name] : names.filter { $0.isNamed(name) }
    switch matches.count {
    case 1: return matches[0]
    case 0: throw unknown(name)
    default:
      throw Status(
        .invalidArgument, reason: "AMBIGUOUS_SERVICE",
        message: "'\(name)' may be \(matches.joined(separator: " or ")); give more of its name.")
    }
  }

  private func unknown(_ name: String) -> Status {
    let short = names.compactMap { $0.split(separator: ".").last.map(String.init) }
    let candidates = name.contains(".") ? names : short
    let didYouMean = Nearest.didYouMean(for: name, among: candidates)
    let repeated = Nearest.repeated(qualified: name, among: candidates)
    return Status(
      .unimplemented, reason: .unknownService,
      message: "No plugin serves '\(repeated)'.\(didYouMean) The services are: "
        + "\(names.joined(separator: ", ")).")
  }
}

extension String {
  /// Whether the full name ends with the given parts: `Orgs`, `v1.Orgs` and the full name itself
  /// are names of `steward.orgs.v1.Orgs`.
  package func isNamed(_ name: String) -> Bool {
    self == name || (!name.isEmpty && hasSuffix("." + name))
  }
}
