internal import IPC
internal import IPCProtos
internal import ProtobufRuntime
internal import Status

// The statuses that the router itself creates. Each names the thing, the problem, and the remedy.
extension Status {
  static func malformedMethod(_ method: String) -> Status {
    Status(
      .invalidArgument, reason: "MALFORMED_METHOD",
      message: "\"\(method.asRefused)\" is not a method; write it as \"package.Service/Method\".")
  }

  static func unknownService(_ service: Substring, among services: [String]) -> Status {
    Status(
      .unimplemented, reason: .unknownService,
      message: "There is no service \"\(Nearest.repeated(qualified: service, among: services))\""
        + "\(Nearest.ending(for: service, among: services)) "
        + "The services are: \(services.sorted().joined(separator: ", ")).")
  }

  static func unknownMethod(_ name: MethodName, among methods: PluginMethods) -> Status {
    let names = methods.names(in: name.service)
    return Status(
      .unimplemented, reason: .unknownMethod,
      message: "\(name.service) has no method "
        + "\"\(Nearest.repeated(name.method, among: names))\""
        + "\(Nearest.ending(for: name.method, among: names)) "
        + "Its methods are: \(names.joined(separator: ", ")).")
  }

  static func noPermissionDeclared(_ method: String) -> Status {
    Status(
      .permissionDenied, reason: "NO_PERMISSION_DECLARED",
      message: "\(method) declares no permission, so no caller may call it; its plugin must "
        + "declare one in the method's rules.")
  }

  static func permissionMissing(_ method: String, _ permission: String) -> Status {
    Status(
      .permissionDenied, reason: .permissionDenied,
      message:
        "You need permission \(permission) to call \(method). Ask an admin for a role that "
        + "gives it.")
  }

  static func credentialMissing(_ method: String) -> Status {
    Status(
      .unauthenticated, reason: "CREDENTIAL_MISSING",
      message: "\(method) needs a credential; call it with one that has the permission.")
  }

  static func passwordRequired(_ method: String, within seconds: UInt32) -> Status {
    Status(
      .unauthenticated, reason: .passwordRequired,
      message: "\(method) needs your password, confirmed in the last \(seconds) s. Confirm it with "
        + "steward.auth.v1.Auth/ConfirmPassword, or steward auth confirm, and call again.")
  }

  static func passwordImpossible(_ method: String) -> Status {
    Status(
      .permissionDenied, reason: .permissionDenied,
      message: "\(method) needs a recently confirmed password, which this credential can't have. "
        + "Call it in a session: steward auth login")
  }

  static let noAuthPlugin = Status(
    .unauthenticated, reason: "NO_AUTH_PLUGIN",
    message: "This host has no auth plugin, so it can't check the credential. Install the "
      + "plugin auth, or call as the user who runs the host, without a credential.")

  static func callNotGranted(_ method: String, to plugin: String) -> Status {
    Status(
      .permissionDenied, reason: "CALL_NOT_GRANTED",
      message:
        "Plugin \(plugin) may not call \(method), neither on its own behalf nor for its callers; "
        + "add it to grants.calls in its plugin.json.")
  }

  static func notNamed(_ method: String, by plugin: String) -> Status {
    Status(
      .permissionDenied, reason: "PRIVILEGED_CALL",
      message: "\(method) is privileged: plugin \(plugin) may call it only if grants.calls in its "
        + "plugin.json names it in full, not by \"*\".")
  }

  static func authorityReturned(by plugin: String, _ parent: UInt64) -> Status {
    Status(
      .permissionDenied, reason: "AUTHORITY_ENDED",
      message: "Plugin \(plugin) made a call for its call \(parent) after that call's authority "
        + "had ended. It ends at the deadline, and after \(ProxiedCall.maximumLoan) at the latest.")
  }

  static func parentNotOpen(_ id: UInt64, of plugin: String) -> Status {
    Status(
      .permissionDenied, reason: "PARENT_CALL_ENDED",
      message:
        "Plugin \(plugin) made a call for its call \(id), which had ended; nested calls must "
        + "be made while the handler runs.")
  }

  static func crashed(
    _ plugin: String, _ method: String, _ rules: MethodRules, _ end: ProcessEnd
  ) -> Status {
    Status(
      .unavailable, reason: "PLUGIN_CRASHED",
      message: "Plugin \(plugin) ended during a call of \(method): \(end.cause.asClause). "
        + (rules.idempotency == .safe ? "" : "The call may have taken effect. ")
        + end.lastWords.text(of: plugin))
  }

  /// Returns the status of a call that ended a process, after it had ended one before.
  static func poison(
    _ method: String, _ rules: MethodRules, of plugin: String, _ cause: String
  ) -> Status {
    Status(
      .internal, reason: "POISON_CALL",
      message: "Plugin \(plugin) ended during this call of \(method), and not for the first time: "
        + "\(cause). The call is not repeated. "
        + (rules.idempotency == .safe ? "" : "It may have taken effect. ") + poisonRemedy(plugin))
  }

  /// Returns the status of a call that is refused without another attempt, because of earlier
  /// calls.
  static func poison(
    _ method: String, of plugin: String, until: ContinuousClock.Instant
  ) -> Status {
    let rest = max(until - .now, .milliseconds(1))
    return Status(
      .internal, reason: "POISON_CALL",
      message: "Calls of \(method) like this one ended plugin \(plugin), so this call is refused "
        + "for \(rest.components.seconds + 1) s. \(poisonRemedy(plugin))", retryDelay: rest)
  }

  private static func poisonRemedy(_ plugin: String) -> String {
    "See: steward plugin info \(plugin); once it is fixed: steward plugin reload \(plugin)"
  }

  /// Returns the status of a call without a deadline, for which the plugin was not ready in time.
  static func notReady(_ plugin: String) -> Status {
    Status(
      .unavailable, reason: "PLUGIN_NOT_READY",
      message: "Plugin \(plugin) was not ready within \(ProxiedCall.maximumWait); the call was "
        + "not served. See: steward plugin info \(plugin)")
  }

  /// Returns the status of a call to a plugin that was ready, and no longer is.
  static func restarting(_ plugin: String) -> Status {
    Status(
      .unavailable, reason: .pluginBackingOff,
      message: "Plugin \(plugin) has just crashed, and is started again. Try again.",
      retryDelay: .milliseconds(100))
  }

  static func broken(_ plugin: String, _ problem: ManifestProblem) -> Status {
    Status(
      .unavailable, reason: .pluginFailed,
      message: "Plugin \(plugin) can't be used: \(problem).")
  }

  static func dependencyFailed(_ dependency: String, of plugin: String) -> Status {
    Status(
      .unavailable, reason: .pluginFailed,
      message: "Plugin \(plugin) depends on \(dependency), which failed. See: "
        + "steward plugin info \(dependency)")
  }

  static func tooLate(for plugin: String) -> Status {
    Status(
      .deadlineExceeded, reason: .deadlineExceeded,
      message:
        "Plugin \(plugin) was not ready before the call's deadline; the call did not reach it.")
  }

  static let hostStopping = Status(
    .unavailable, reason: "HOST_STOPPING",
    message: "The host is being stopped; try again once it runs.")
}
