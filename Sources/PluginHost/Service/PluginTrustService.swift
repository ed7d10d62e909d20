internal import HostProtos
internal import HostServices
internal import IPC
internal import IPCProtos
internal import Platform
internal import Status
internal import Store
internal import WellKnownTypes

/// The service through which the operator accepts or revokes plugins that did not come with
/// Steward.
struct PluginTrustService: PluginTrustServiceProtocol {
  let registry: PluginRegistry
  let trusted: TrustFile
  let store: Store

  func get(
    _ request: GetPluginTrustRequest, context: CallContext
  ) async throws -> PluginTrustReview {
    _ = try operatorName(context)
    // The operator decides on what the host would start now, even if it changed after the host
    // started.
    try await registry.reread(request.name)
    return try await supervisor(named: request.name).review()
  }

  func accept(
    _ request: AcceptPluginTrustRequest, context: CallContext
  ) async throws -> PluginStatus {
    let actor = try operatorName(context)
    let supervisor = try await supervisor(named: request.name)
    let review = try await supervisor.review()
    guard review.executableSha256 == request.executableSha256,
      review.grants == request.grants ?? ManifestGrants()
    else { throw Status.reviewOutdated(request.name) }
    guard await supervisor.manifest.needsTrust else { return await supervisor.report }
    try await record("plugin.trusted", of: request.name, by: actor, context)
    let plugin = TrustedPlugin(
      name: review.name, executableSha256: review.executableSha256, grants: review.grants,
      acceptedAt: .now, acceptedBy: actor)
    try await Blocking.run { try trusted.accept(plugin) }
    await supervisor.becameTrusted()
    return await supervisor.report
  }

  func revoke(
    _ request: RevokePluginTrustRequest, context: CallContext
  ) async throws -> PluginStatus {
    let actor = try operatorName(context)
    let supervisor = try await supervisor(named: request.name)
    guard await supervisor.manifest.needsTrust else { return await supervisor.report }
    if try await Blocking.run({ try trusted.revoke(request.name) }) {
      try await record("plugin.distrusted", of: request.name, by: actor, context)
      await supervisor.lostTrust()
    }
    return await supervisor.report
  }

  /// Returns the name by which the log of changes records the operator.
  ///
  /// A super admin has every permission, but administers only what is in the store. Only the user
  /// who runs the host decides which programs run on this machine.
  private func operatorName(_ context: CallContext) throws(Status) -> String {
    guard let principal = context.principal, principal.kind == .operator else {
      throw .operatorOnly(context.method)
    }
    return "operator/\(principal.id)"
  }

  private func supervisor(named name: String) async throws -> PluginSupervisor {
    switch await registry[name] {
    case .supervised(let supervisor): return supervisor
    case .broken(let plugin, let problem): throw Status.broken(plugin.name, problem)
    case nil: throw Status.pluginNotFound(name, among: await registry.names)
    }
  }

  private func record(
    _ action: String, of plugin: String, by actor: String, _ context: CallContext
  ) async throws {
    let change = Change(actor: actor, plugin: "host", method: context.method)
    try await store.write(change) { tx in
      try tx.record(action: action, resource: "plugin/\(plugin)")
    }
  }
}

extension Status {
  fileprivate static func operatorOnly(_ method: String) -> Status {
    Status(
      .permissionDenied, reason: .permissionDenied,
      message: "Only the user who runs the host may call \(method), on its machine and without "
        + "a credential. Ask that user.")
  }

  fileprivate static func reviewOutdated(_ plugin: String) -> Status {
    Status(
      .aborted, reason: "REVIEW_OUTDATED",
      message: "Plugin \(plugin) changed since it was reviewed, so nothing was accepted. Review it "
        + "again: steward plugin trust \(plugin)")
  }
}
