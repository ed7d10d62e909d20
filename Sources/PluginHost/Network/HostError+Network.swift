internal import Glibc
internal import HostProtos
internal import IPC
internal import Platform
internal import ProtobufRuntime
internal import Status

// The reasons why no program can listen on an address, or why a plugin may not listen.
extension HostError {
  static func malformedAddress(_ text: String) -> HostError {
    HostError(
      .invalidArgument, reason: "MALFORMED_ADDRESS",
      "\"\(text.asRefused)\" is not an address to listen on; write it as ADDRESS:PORT: "
        + "127.0.0.1:8787, [::1]:8787, localhost:8787, or 0.0.0.0:8787 for every address of this "
        + "machine.")
  }

  static func networkNotGranted(to plugin: String) -> HostError {
    HostError(
      .permissionDenied, reason: "NETWORK_NOT_GRANTED",
      "Plugin \(plugin) may not listen; set \"network\": true in the \"grants\" of its plugin.json."
    )
  }

  static func listening(on address: ListenAddress, _ number: Int32) -> HostError {
    switch number {
    case EADDRINUSE:
      HostError(
        reason: "ADDRESS_IN_USE",
        "The address \(address) is in use; choose another, or end the program that listens there.")
    case EADDRNOTAVAIL, EAFNOSUPPORT:
      HostError(
        reason: "ADDRESS_NOT_AVAILABLE",
        "This machine has no address \(address); choose one of its own, or 127.0.0.1.")
    case EACCES, EPERM:
      HostError(
        .permissionDenied, reason: "ADDRESS_NOT_PERMITTED",
        "You may not listen on \(address); choose a port from 1024 on.")
    default:
      HostError(
        reason: "ADDRESS_UNUSABLE", "Can't listen on \(address): \(SystemError.text(number)).")
    }
  }
}

extension PluginRegistry {
  /// Returns a plugin that may listen. Throws if there is no such plugin, if it is broken, or if
  /// its grants don't include the network.
  func listener(named name: String) throws(HostError) -> PluginSupervisor {
    switch self[name] {
    case nil: throw HostError(.pluginNotFound(name, among: names))
    case .broken(_, let problem): throw HostError(.broken(name, problem))
    case .supervised(let supervisor):
      guard supervisor.manifest.grants.network else { throw .networkNotGranted(to: name) }
      return supervisor
    }
  }
}
