internal import AdminProtos
internal import GoogleProtos
internal import IPC
internal import IPCProtos
internal import Status

/// On whose behalf a call is made, and which permissions that brings.
///
/// Where a permission is held, in which organization or workspace, is the plugin's to check.
struct Principal: Hashable, Sendable {
  private enum Extent: Hashable {
    case everything
    case permissions(Set<String>)
  }

  /// What everybody may, also who has no credential.
  private static let everybodys = "public"
  /// What stands for every permission in the auth plugin's answer.
  private static let wildcard = "*"

  /// Of nobody in particular.
  static let anonymous = Principal(ResolveResponse())

  let principal: IPCPrincipal
  private let extent: Extent
  /// When the caller last showed their password, in seconds since 1970.
  private let passwordShownAt: Int64?
  /// How many seconds that was before the call.
  private var passwordAge: Int64?
  /// When it ends, if it was lent to a plugin for the time of a call.
  private(set) var end: ContinuousClock.Instant?
  /// The plugin that uses it by a grant for a whole service, which includes no privileged method.
  private var broadlyGranted: String?

  /// Whether nothing is known of who calls: without a credential, or while the host asks whose it is.
  var isUnproven: Bool { [.anonymous, .host].contains(principal.kind) }

  /// Of the user who runs the host, the host itself, and plugins, whose grants are checked elsewhere.
  init(unlimited principal: IPCPrincipal) {
    self.principal = principal
    extent = .everything
    passwordShownAt = nil
  }

  /// Of a credential, as the auth plugin resolved it.
  init(_ resolved: ResolveResponse) {
    principal = resolved.principal ?? IPCPrincipal(kind: .anonymous)
    let permissions = Set(resolved.permissions)
    extent = permissions.contains(Self.wildcard) ? .everything : .permissions(permissions)
    passwordShownAt = resolved.passwordShownAt?.seconds
  }

  /// The same for a call that is made now. A password that is yet to be shown, since the clock was
  /// set back, was never shown.
  func calling(at now: Int64) -> Principal {
    var principal = self
    principal.passwordAge = passwordShownAt.flatMap {
      (0...max(0, now)).contains($0) ? now - $0 : nil
    }
    return principal
  }

  /// Returns the same as a plugin may use it by one of its grants.
  func used(by plugin: String, through grant: CallPattern) -> Principal {
    var used = self
    used.broadlyGranted = grant.method == nil ? plugin : nil
    return used
  }

  /// Returns the same until `end`.
  func lent(until end: ContinuousClock.Instant) -> Principal {
    var lent = self
    lent.end = end
    return lent
  }

  /// Throws unless a method of these rules may be called.
  func check(_ rules: MethodRules, of method: String) throws(Status) {
    guard !rules.permission.isEmpty else { throw .noPermissionDeclared(method) }
    if rules.privileged, let broadlyGranted { throw .notNamed(method, by: broadlyGranted) }
    guard allows(rules.permission) else {
      throw principal.kind == .anonymous
        ? .credentialMissing(method) : .permissionMissing(method, rules.permission)
    }
    try checkPassword(within: rules.passwordWithinS, of: method)
  }

  /// Who has a credential alone must show a password; who stole one can't.
  private func checkPassword(within seconds: UInt32, of method: String) throws(Status) {
    guard seconds > 0, ![.operator, .host, .plugin].contains(principal.kind) else { return }
    guard principal.kind == .user else { throw .passwordImpossible(method) }
    guard let passwordAge, passwordAge < Int64(seconds) else {
      throw .passwordRequired(method, within: seconds)
    }
  }

  private func allows(_ permission: String) -> Bool {
    switch extent {
    case .everything: true
    case .permissions(let held): permission == Self.everybodys || held.contains(permission)
    }
  }
}
