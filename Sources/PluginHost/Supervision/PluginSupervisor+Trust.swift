internal import HostProtos
internal import IPC
internal import Status

// The decision whether the plugin may be started, and with which program.
extension PluginSupervisor {
  /// Opens the program of the next process.
  ///
  /// - Throws: The reason why it may not be executed: strangers can change it, or the operator did
  ///   not accept it as it is.
  func admit() throws(Status) -> VerifiedExecutable {
    let program = try open(hashing: manifest.needsTrust)
    let trust = try trust(of: program)
    guard trust.permitsStart else { throw .notTrusted(name, trust, manifest.grants) }
    return program
  }

  /// Returns what the plugin asks for, so that the operator can decide on it.
  func review() throws(Status) -> PluginTrustReview {
    let program = try open(hashing: true)
    let trust = try trust(of: program)
    return PluginTrustReview(
      name: name, trust: trust.word, directory: manifest.directory, executable: program.path,
      executableSha256: program.digest ?? "", grants: manifest.grants,
      sentences: manifest.grants.sentences, changes: trust.changes)
  }

  /// The current trust in the plugin. A plugin whose program or record can't be read is not
  /// trusted.
  var trust: PluginTrust {
    guard manifest.needsTrust else { return PluginTrust(of: manifest, digest: "", accepted: nil) }
    guard let digest = currentDigest else { return .needed }
    let record = try? environment.trusted.record(of: name)
    return PluginTrust(of: manifest, digest: digest, accepted: record)
  }

  private func open(hashing: Bool) throws(Status) -> VerifiedExecutable {
    do throws(ExecutableFault) {
      let program = try VerifiedExecutable(manifest.executable, hashing: hashing)
      if let digest = program.digest { knownDigest = (program.stamp, digest) }
      return program
    } catch {
      throw .unfitExecutable(name, error)
    }
  }

  private func trust(of program: VerifiedExecutable) throws(Status) -> PluginTrust {
    guard manifest.needsTrust else { return PluginTrust(of: manifest, digest: "", accepted: nil) }
    do throws(HostError) {
      return PluginTrust(
        of: manifest, digest: program.digest ?? "",
        accepted: try environment.trusted.record(of: name))
    } catch {
      throw error.status
    }
  }

  /// The digest of the executable as it is now. It is computed again only if the file has changed.
  private var currentDigest: String? {
    if let knownDigest, FileStamp(path: manifest.executable) == knownDigest.stamp {
      return knownDigest.digest
    }
    return (try? open(hashing: true))?.digest
  }
}

extension PluginTrust {
  /// The changes since the operator accepted the plugin, each as the rest of a sentence.
  var changes: [String] {
    if case .changed(let changes) = self { changes } else { [] }
  }
}

extension Status {
  static func notTrusted(
    _ plugin: String, _ trust: PluginTrust, _ grants: ManifestGrants
  ) -> Status {
    let why =
      trust.changes.isEmpty
      ? "did not come with Steward and asks for \(grants.names.joined(separator: ", "))"
      : trust.changes.joined(separator: ", and ")
    return Status(
      .failedPrecondition, reason: .pluginNotTrusted,
      message: "Plugin \(plugin) \(why). It is not started until the operator accepts that: "
        + "steward plugin trust \(plugin)")
  }

  static func unfitExecutable(_ plugin: String, _ fault: ExecutableFault) -> Status {
    Status(
      .failedPrecondition, reason: "PLUGIN_UNSAFE",
      message: "Plugin \(plugin) is not started: \(fault).")
  }

  static func changedWhileStarting(_ plugin: String, _ path: String) -> Status {
    Status(
      .unavailable, reason: "PLUGIN_UNSAFE",
      message: "Plugin \(plugin) is not started: \(path) changed while it was being started. "
        + "Try again: steward plugin reload \(plugin)")
  }
}
