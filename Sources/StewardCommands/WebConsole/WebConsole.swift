internal import AdminProtos
internal import AdminServices
internal import Glibc
internal import HostProtos
internal import HostServices
internal import IPC
internal import Platform

/// The web console of a host that runs: where it is, and how the first person claims the
/// installation in it.
///
/// While the host serves it, a file in the data directory says where.
struct WebConsole: Sendable {
  /// The service of the plugin that draws the pages.
  private static let service = "steward.web.v1.Pages"
  private static let maximumLength = 1024
  /// A plugin that doesn't respond must not keep the address from being known for long.
  private static let options = CallOptions(timeout: .seconds(10))

  private let directory: String

  /// Creates the console of the host that has a data directory.
  init(dataDirectory: String) { directory = dataDirectory }

  /// The file that says at which origin the console is.
  private var place: PrivateFile { PrivateFile("\(directory)/console") }
  /// The file with the address that claims the installation, for a host without a terminal.
  private var claim: PrivateFile { PrivateFile("\(directory)/claim") }

  /// Tells people where the console is from now on, if a plugin draws pages. If the installation is
  /// unclaimed, they learn the address that claims it: at the terminal or, since a log must not hold
  /// the code, from a file.
  ///
  /// - Parameter origin: Where browsers reach the gateway, such as "http://127.0.0.1:8787".
  func announce(at origin: String, over channel: any Channel, to console: Console) async throws {
    let status = try await HostClient(channel).getStatus(GetStatusRequest(), options: Self.options)
    let isDrawn = { (plugin: PluginStatus) in
      plugin.state != "failed" && plugin.services.contains(Self.service)
    }
    guard status.plugins.contains(where: isDrawn) else { return }
    try place.replace(by: Array(origin.utf8))
    guard let address = try await claimAddress(at: origin, over: channel) else {
      return console.note("console \(origin)/console/")
    }
    guard !console.errorsAreTerminal else {
      return console.note("to set up Steward, open within 60 minutes: \(address)")
    }
    try claim.replace(by: Array("\(address)\n".utf8))
    console.note("to set up Steward, open the address in \(claim.path) within 60 minutes")
  }

  /// Returns the address of the console: while the installation is unclaimed, the one that claims
  /// it; nil if no host serves the console.
  func address(over channel: any Channel) async throws -> String? {
    guard let bytes = try place.read(upTo: Self.maximumLength) else { return nil }
    let origin = String(decoding: bytes, as: UTF8.self)
    return try await claimAddress(at: origin, over: channel) ?? "\(origin)/console/"
  }

  /// Forgets where the console was.
  func end() {
    unlink(place.path)
    unlink(claim.path)
  }

  /// Returns the address with a new code, which replaces the one before; nil if the installation is
  /// claimed. The code stands in the fragment, which browsers don't send.
  private func claimAddress(
    at origin: String, over channel: any Channel
  ) async throws -> String? {
    let auth = AuthClient(channel)
    guard try await !auth.getInstallation(GetInstallationRequest(), options: Self.options).claimed
    else { return nil }
    let code = try await auth.beginClaim(BeginClaimRequest(), options: Self.options).code
    return "\(origin)/console/claim#\(code)"
  }
}
