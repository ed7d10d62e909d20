internal import IPC
internal import PluginHost
internal import StewardProtos
internal import StewardServices

/// The full names of the services that there are.
struct ServiceNames: Sendable {
  var names: [String]

  /// Asks the host for the names alone, for which no module needs to be started.
  static func fetch(over channel: any Channel, options: CallOptions) async throws -> ServiceNames {
    let response = try await HostClient(channel).describe(
      DescribeRequest(namesOnly: true), options: options)
    return ServiceNames(names: response.services.map(\.name))
  }

  /// Returns the full name for a name that may be shortened from the left, as `Orgs`.
  func resolve(_ name: String) throws -> String {
    let matches = names.filter { $0.isNamed(name) }
    switch matches.count {
    case 1: return matches[0]
    case 0: throw unknown(name)
    default:
      throw UsageError(
        "'\(name)' may be \(matches.joined(separator: " or ")); give more of its name.")
    }
  }

  private func unknown(_ name: String) -> Status {
    let short = names.compactMap { $0.split(separator: ".").last.map(String.init) }
    let question = Nearest.question(for: name, among: name.contains(".") ? names : short)
    return Status(
      .unimplemented, reason: "UNKNOWN_SERVICE",
      message: "No module serves '\(name)'.\(question) Those served: "
        + "\(names.joined(separator: ", ")).")
  }
}

extension String {
  /// Whether the full name ends with the given parts: `steward.orgs.v1.Orgs` is named by `Orgs`,
  /// `v1.Orgs` and itself.
  func isNamed(_ name: String) -> Bool {
    self == name || (!name.isEmpty && hasSuffix("." + name))
  }
}
