internal import IPC
internal import Status

/// Why a plugin serves nothing for a while, and until when.
struct Outage: Sendable {
  typealias Instant = ContinuousClock.Instant

  /// A longer wait than this is nothing for a caller that named no deadline, nor for a client that
  /// connects.
  static let patience = Duration.seconds(1)

  let plugin: String
  let cause: String
  /// When the plugin is started again.
  let until: Instant
  /// Whether a start alone is not likely to help.
  let isUnfit: Bool
  /// Why the host doesn't start the plugin, in its own words.
  var refusal: Status?
  var lastWords = LastWords.kept

  /// Whether the plugin may be there again so soon that nothing need be refused.
  func isShort(at now: Instant) -> Bool {
    !isUnfit && until - now <= Self.patience
  }

  /// Whether a call should wait for the next start.
  func isWorthWaiting(until deadline: Instant?, at now: Instant) -> Bool {
    guard !isUnfit, let deadline else { return isShort(at: now) }
    return until < deadline
  }

  /// How calls are refused that don't wait.
  func status(at now: Instant) -> Status {
    if let refusal { return refusal }
    let rest = max(until - now, .milliseconds(1))
    let seconds = rest.components.seconds + 1
    let remedy = lastWords.remedy(for: plugin)
    return isUnfit
      ? Status(
        .unavailable, reason: "PLUGIN_FAILED",
        message: "Plugin \(plugin) can't serve as it is: \(cause.asClause). \(remedy)",
        retryDelay: rest)
      : Status(
        .unavailable, reason: "PLUGIN_BACKING_OFF",
        message:
          "Plugin \(plugin) has crashed: \(cause.asClause). It is started again in \(seconds) s. "
          + remedy, retryDelay: rest)
  }
}

extension String {
  /// A sentence as a part of another one, which sets the full stop.
  var asClause: String { hasSuffix(".") ? String(dropLast()) : self }
}
