internal import HostProtos

/// A manifest that was read, checked, and found good by itself.
struct PluginManifest: Hashable, Sendable {
  var manifest: Manifest
  /// The folder that it was found in.
  let directory: String
  /// The absolute path of the executable, links resolved.
  let executable: String
  /// Whether it came with Steward.
  var isBundled = false

  var name: String { manifest.name }
  var isEager: Bool { manifest.start == "eager" }
  var grants: ManifestGrants { manifest.grants ?? ManifestGrants() }

  /// What it gets secrets for.
  var secretPurposes: [String] { grants.secrets }

  var policy: LifecyclePolicy {
    var policy = LifecyclePolicy()
    if let restart = manifest.restart {
      policy.initialBackoff = restart.initialBackoff.map(Duration.init) ?? policy.initialBackoff
      policy.maximumBackoff = restart.maxBackoff.map(Duration.init) ?? policy.maximumBackoff
    }
    if let limits = manifest.limits {
      policy.startTimeout = limits.startTimeout.map(Duration.init) ?? policy.startTimeout
      policy.stopTimeout = limits.stopTimeout.map(Duration.init) ?? policy.stopTimeout
      policy.pingTimeout = limits.pingTimeout.map(Duration.init) ?? policy.pingTimeout
      // Who wants an answer sooner wants to be asked sooner.
      policy.pingInterval = min(policy.pingInterval, policy.pingTimeout)
    }
    return policy
  }
}
