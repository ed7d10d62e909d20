internal import GoogleProtos
internal import HostProtos
internal import WellKnownTypes

/// The rules that a manifest must follow on its own, whatever is on the disk or in other plugins.
struct ManifestRules {
  /// Services of this package belong to the plugins that come with Steward.
  private static let ownPackage = "steward."
  /// Except for these, which any plugin may serve where no plugin of Steward's does: what needs them
  /// knows only the contract.
  private static let openServices: Set = ["steward.web.v1.Pages"]

  let file: String
  let folderName: String
  /// Whether the plugin came with Steward.
  let isBundled: Bool

  func check(_ manifest: Manifest) throws(ManifestProblem) {
    try checkName(manifest.name)
    try checkVersion(manifest.version)
    try checkServices(manifest.services)
    try checkContracts(manifest.provides)
    try checkDependencies(manifest)
    try checkStart(manifest.start)
    try checkGrants(manifest.grants ?? ManifestGrants())
    try checkTimes(manifest)
  }

  private func refuse(_ field: String, _ problem: String, _ remedy: String) -> ManifestProblem {
    ManifestProblem(file: file, field: field, problem: problem, remedy: remedy)
  }

  private func checkName(_ name: String) throws(ManifestProblem) {
    guard Self.isPluginName(name) else {
      throw refuse(
        "name", "\"\(name)\" is not a plugin name", "use 1 to 40 of a-z, 0-9 and \"-\"")
    }
    guard name == folderName else {
      throw refuse(
        "name", "\"\(name)\" is not the name of its folder, \"\(folderName)\"",
        "rename one of the two")
    }
  }

  private func checkVersion(_ version: String) throws(ManifestProblem) {
    guard !version.isEmpty, version.utf8.count <= 64 else {
      throw refuse(
        "version", "\"\(version)\" does not have 1 to 64 bytes", "give one, such as \"0.1.0\"")
    }
  }

  private func checkServices(_ services: [String]) throws(ManifestProblem) {
    for (index, service) in services.enumerated() {
      guard Self.isServiceName(service) else {
        throw refuse(
          "services[\(index)]", "\"\(service)\" is not a full service name",
          "write it as \"package.v1.Service\"")
      }
      guard !service.hasPrefix("steward.host.") else {
        throw refuse(
          "services[\(index)]", "\"\(service)\" belongs to the host itself",
          "use a package of the plugin's own")
      }
      guard
        isBundled || !service.hasPrefix(Self.ownPackage) || Self.openServices.contains(service)
      else {
        throw refuse(
          "services[\(index)]", "\"\(service)\" belongs to a plugin that comes with Steward",
          "use a package of the plugin's own")
      }
      guard services.firstIndex(of: service) == index else {
        throw refuse("services[\(index)]", "\"\(service)\" is listed twice", "list it once")
      }
    }
  }

  private func checkContracts(_ contracts: [String]) throws(ManifestProblem) {
    for (index, contract) in contracts.enumerated() {
      guard HostContract(rawValue: contract) != nil else {
        let known = HostContract.allCases.map(\.rawValue).joined(separator: ", ")
        throw refuse(
          "provides[\(index)]", "\"\(contract)\" is not a contract of the host", "use \(known)")
      }
      guard isBundled else {
        throw refuse(
          "provides[\(index)]", "\"\(contract)\" is for plugins that come with Steward",
          "remove it")
      }
      guard contracts.firstIndex(of: contract) == index else {
        throw refuse("provides[\(index)]", "\"\(contract)\" is listed twice", "list it once")
      }
    }
  }

  private func checkDependencies(_ manifest: Manifest) throws(ManifestProblem) {
    for (index, name) in manifest.dependsOn.enumerated() {
      guard Self.isPluginName(name) else {
        throw refuse(
          "depends_on[\(index)]", "\"\(name)\" is not a plugin name",
          "name a plugin by its folder")
      }
    }
  }

  private func checkStart(_ start: String) throws(ManifestProblem) {
    guard ["", "lazy", "eager"].contains(start) else {
      throw refuse("start", "\"\(start)\" is unknown", "use \"lazy\" or \"eager\"")
    }
  }

  private func checkGrants(_ grants: ManifestGrants) throws(ManifestProblem) {
    for (index, pattern) in grants.calls.enumerated() {
      guard CallPattern(pattern) != nil else {
        throw refuse(
          "grants.calls[\(index)]", "\"\(pattern)\" does not name a method",
          "write it as \"package.v1.Service/Method\" or \"package.v1.Service/*\"")
      }
    }
    try checkSecrets(grants.secrets)
  }

  private func checkSecrets(_ purposes: [String]) throws(ManifestProblem) {
    for (index, purpose) in purposes.enumerated() {
      guard Self.isPluginName(purpose) else {
        throw refuse(
          "grants.secrets[\(index)]", "\"\(purpose)\" is not a purpose",
          "use 1 to 40 of a-z, 0-9 and \"-\"")
      }
      guard purposes.firstIndex(of: purpose) == index else {
        throw refuse(
          "grants.secrets[\(index)]", "\"\(purpose)\" is listed twice", "list it once")
      }
    }
  }

  private func checkTimes(_ manifest: Manifest) throws(ManifestProblem) {
    let restart = manifest.restart ?? RestartPolicy()
    let limits = manifest.limits ?? ManifestLimits()
    // A plugin is started again within this time, however it fails.
    try check("restart.initial_backoff", restart.initialBackoff, most: 30)
    try check("restart.max_backoff", restart.maxBackoff, most: 30)
    try check("limits.start_timeout", limits.startTimeout, most: 24 * 3600)
    try check("limits.stop_timeout", limits.stopTimeout, most: 24 * 3600)
    try check("limits.ping_timeout", limits.pingTimeout, most: 24 * 3600)
  }

  private func check(
    _ field: String, _ time: GoogleDuration?, most seconds: Int
  ) throws(ManifestProblem) {
    guard let time else { return }
    let duration = Duration(time)
    guard duration >= .milliseconds(1), duration <= .seconds(seconds) else {
      throw refuse(
        field, "\(duration) is out of range", "use a time from \"0.001s\" to \"\(seconds)s\"")
    }
  }
}

extension ManifestRules {
  static func isPluginName(_ name: String) -> Bool {
    (1...40).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  static func isServiceName(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count >= 2 && parts.allSatisfy(isIdentifier)
  }

  static func isIdentifier(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first else { return false }
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    let isLetter = { (byte: UInt8) in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }
    return isLetter(first) && text.utf8.allSatisfy { isLetter($0) || isDigit($0) }
  }
}
