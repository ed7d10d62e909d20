internal import ArgumentParser
internal import GoogleProtos
internal import ProtobufRuntime
internal import WellKnownTypes

/// A time in the past: a time, as `2026-11-30` or `2026-11-30T08:00:00Z`, or a time span before
/// now, as `24h`.
enum PastTime: Hashable, Sendable, ExpressibleByArgument {
  case at(GoogleTimestamp)
  case ago(TimeSpan)

  init?(argument: String) {
    if let span = TimeSpan(argument) {
      self = .ago(span)
    } else if let time = try? GoogleTimestamp(json: "\"\(argument.withTimeOfDay)\"") {
      self = .at(time)
    } else {
      return nil
    }
  }

  /// Returns the time, if it is `now`.
  func time(at now: GoogleTimestamp) -> GoogleTimestamp {
    switch self {
    case .at(let time): time
    case .ago(let span): GoogleTimestamp(seconds: now.seconds - span.duration.components.seconds)
    }
  }
}
