internal import HostProtos

/// The trust in a plugin: whether it may have what its manifest asks for.
enum PluginTrust: Hashable, Sendable {
  /// The plugin came with Steward.
  case bundled
  /// The plugin asks for nothing that the operator must accept.
  case notNeeded
  /// The operator accepted this executable with these grants, or with more.
  case accepted
  /// The operator has accepted nothing of the plugin so far.
  case needed
  /// The operator accepted the plugin, and it changed since then. Each change is the rest of a
  /// sentence.
  case changed([String])

  /// - Parameter digest: The current digest of the executable, in hexadecimal.
  init(of plugin: PluginManifest, digest: String, accepted record: TrustedPlugin?) {
    guard plugin.needsTrust else {
      self = plugin.isBundled ? .bundled : .notNeeded
      return
    }
    guard let record else {
      self = .needed
      return
    }
    var changes: [String] = []
    if record.executableSha256 != digest {
      changes.append("has a different executable from the one that the operator accepted")
    }
    let wider = plugin.grants.exceeding(record.grants ?? ManifestGrants())
    if !wider.isEmpty {
      changes.append("asks for more than the operator accepted: \(wider.joined(separator: ", "))")
    }
    self = changes.isEmpty ? .accepted : .changed(changes)
  }

  /// Whether the plugin may be started.
  var permitsStart: Bool {
    switch self {
    case .bundled, .notNeeded, .accepted: true
    case .needed, .changed: false
    }
  }

  /// The trust as a word on the wire.
  var word: String {
    switch self {
    case .bundled: "bundled"
    case .notNeeded: "not_needed"
    case .accepted: "accepted"
    case .needed: "needed"
    case .changed: "changed"
    }
  }
}

extension PluginManifest {
  /// Whether the operator must accept the plugin's grants before the host starts it.
  var needsTrust: Bool { !isBundled && !grants.names.isEmpty }
}

extension ManifestGrants {
  /// The names of all grants that are asked for, for people: "store", "call a.v1.B/C".
  var names: [String] {
    (store ? ["store"] : []) + (network ? ["network"] : []) + calls.map { "call \($0)" }
      + files.map { "file \($0)" } + secrets.map { "secret \($0)" }
  }

  /// Returns the names of the grants that are not among those that were accepted.
  func exceeding(_ accepted: ManifestGrants) -> [String] {
    let known = Set(accepted.names)
    return names.filter { !known.contains($0) }
  }

  /// The sentences that say what a plugin may do with the grants, one for each grant.
  var sentences: [String] {
    (store ? ["It reads and changes the whole store."] : [])
      + (network ? ["It listens on the network, and makes calls for the clients there."] : [])
      + calls.map { "It may call \(Self.methods($0))." }
      + files.map { "It may use the file \($0)." }
      + secrets.map {
        "It gets the key \"\($0)\", derived from the master key for this plugin alone."
      }
  }

  private static func methods(_ pattern: String) -> String {
    pattern.hasSuffix("/*") ? "every method of \(pattern.dropLast(2))" : pattern
  }
}
