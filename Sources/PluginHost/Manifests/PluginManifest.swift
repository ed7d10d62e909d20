internal import HostProtos
internal import WellKnownTypes

/// A manifest that was read and checked, and that is valid on its own.
struct PluginManifest: Hashable, Sendable {
  var manifest: Manifest
  /// The folder in which the manifest was found.
  let directory: String
  /// The absolute path of the executable, with links resolved.
  let executable: String
  /// Whether the plugin came with Steward.
  var isBundled = false

  var name: String { manifest.name }
  var isEager: Bool { manifest.start == "eager" }
  var grants: ManifestGrants { manifest.grants ?? ManifestGrants() }

  /// The purposes for which the plugin gets secrets.
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
      // A plugin that must respond sooner is also pinged sooner.
      policy.pingInterval = min(policy.pingInterval, policy.pingTimeout)
    }
    return policy
  }
}

extension Manifest {
  /// The full names of all services that the plugin serves: its own, and those of the host's
  /// contracts that it provides.
  var served: [String] { services + provides }
}

/// A service that the host needs of some plugin. A manifest names it under `provides`.
enum HostContract: String, CaseIterable {
  /// Turns credentials into principals.
  case credentialResolver = "steward.host.v1.CredentialResolver"
  /// Checks the contents of the store.
  case integrityCheck = "steward.host.v1.IntegrityCheck"
}
