internal import IPC
internal import Status

/// A period in which a plugin serves no calls: its reason and its end.
struct Outage: Sendable {
  typealias Instant = ContinuousClock.Instant

  /// The maximum wait of a caller that named no deadline, and of a client that connects.
  static let patience = Duration.seconds(1)

  let plugin: String
  let cause: String
  /// The time at which the plugin is started again.
  let until: Instant
  /// Whether another start alone is unlikely to help.
  let isUnfit: Bool
  /// The status in which the host itself says why it doesn't start the plugin.
  var refusal: Status?
  var lastWords = LastWords.kept

  /// Whether the plugin may be available again so soon that no call needs to be refused.
  func isShort(at now: Instant) -> Bool {
    !isUnfit && until - now <= Self.patience
  }

  /// Whether a call should wait for the next start.
  func isWorthWaiting(until deadline: Instant?, at now: Instant) -> Bool {
    guard !isUnfit, let deadline else { return isShort(at: now) }
    return until < deadline
  }

  /// Returns the status with which calls that don't wait are refused.
  func status(at now: Instant) -> Status {
    if let refusal { return refusal }
    let rest = max(until - now, .milliseconds(1))
    let seconds = rest.components.seconds + 1
    let remedy = lastWords.remedy(for: plugin)
    return isUnfit
      ? Status(
        .unavailable, reason: .pluginFailed,
        message: "Plugin \(plugin) can't serve as it is: \(cause.asClause). \(remedy)",
        retryDelay: rest)
      : Status(
        .unavailable, reason: .pluginBackingOff,
        message:
          "Plugin \(plugin) has crashed: \(cause.asClause). It is started again in \(seconds) s. "
          + remedy, retryDelay: rest)
  }
}

extension String {
  /// The sentence without its full stop, for use in another sentence, which has its own full stop.
  var asClause: String { hasSuffix(".") ? String(dropLast()) : self }
}
