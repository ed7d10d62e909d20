internal import AdminProtos
internal import ArgumentParser
internal import HostProtos
internal import HostServices
internal import IPC
internal import Platform
internal import ProtobufRuntime

/// `steward plugin trust`.
struct TrustPlugin: CallingVerb {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "Accept the grants of a plugin.",
    discussion: """
      A plugin that did not come with Steward is started only after its grants are accepted. \
      Shows what the plugin may then do, and asks. Accepts exactly this executable with these \
      grants: if either changes, the plugin must be accepted again.
      """)

  @Argument(help: "The plugin's name.")
  var name: String

  @Flag(help: "Accept without asking.")
  var yes = false

  @Flag(help: "Revoke the acceptance, and stop the plugin.")
  var revoke = false

  @OptionGroup var global: GlobalOptions

  var makesInstallation: Bool { true }

  func validate() throws {
    guard !(yes && revoke) else { throw ValidationError("--revoke asks nothing; leave --yes out.") }
  }

  func run(in session: Session) async throws {
    guard yes || revoke || session.isAttended else { throw unconfirmed }
    try await global.withHost(in: session, makingInstallation: makesInstallation) { channel in
      try await run(over: channel, in: session)
    }
  }

  func run(over channel: any Channel, in session: Session) async throws {
    let client = PluginTrustClient(channel)
    let plugin = revoke ? try await revoked(client) : try await accepted(client, in: session)
    try print(Report(of: plugin), in: session)
  }

  private func revoked(_ client: PluginTrustClient) async throws -> PluginStatus {
    try await client.revoke(RevokePluginTrustRequest(name: name), options: callOptions)
  }

  /// Shows the grants that the plugin asks for, and accepts exactly these.
  private func accepted(
    _ client: PluginTrustClient, in session: Session
  ) async throws -> PluginStatus {
    let review = try await client.get(GetPluginTrustRequest(name: name), options: callOptions)
    try await confirm(review, in: session)
    let request = AcceptPluginTrustRequest(
      name: name, executableSha256: review.executableSha256, grants: review.grants)
    return try await client.accept(request, options: callOptions)
  }

  private func confirm(_ review: PluginTrustReview, in session: Session) async throws {
    guard review.isOpen else { return session.console.note(review.explanation) }
    guard !yes else { return session.console.note(review.explanation) }
    guard session.isAttended else { throw unconfirmed }
    let typed = try await session.ask("\(review.explanation)\nType yes to accept this: ")
    guard typed == "yes" else { throw UsageError("Plugin '\(name)' was not accepted.") }
  }

  private var unconfirmed: UsageError {
    UsageError(
      "To accept the grants of plugin '\(name.asRefused)', use a terminal or --yes; "
        + "steward plugin info \(name.asRefused) shows them.")
  }
}

extension PluginTrustReview {
  /// Whether there is something to accept.
  fileprivate var isOpen: Bool { trust == "needed" || trust == "changed" }

  /// The text that the operator's decision is based on.
  fileprivate var explanation: String {
    switch trust {
    case "bundled": return "Plugin \(name) came with Steward, so there is nothing to accept."
    case "not_needed": return "Plugin \(name) requests no grants, so there is nothing to accept."
    default:
      let lines =
        ["Plugin \(name), \(executable), SHA-256 \(executableSha256):"]
        + changes.map { "It \($0)." } + sentences
      return lines.map(\.singleLine).joined(separator: "\n  ")
    }
  }
}
