internal import ArgumentParser
internal import GoogleProtos

/// The end of validity: a time, as `2026-12-31`, or a time span from now, as `90d`.
enum Expiry: Hashable, Sendable, ExpressibleByArgument {
  case at(PointInTime)
  case after(TimeSpan)

  init?(argument: String) {
    if let span = TimeSpan(argument) {
      self = .after(span)
    } else if let time = PointInTime(argument) {
      self = .at(time)
    } else {
      return nil
    }
  }

  var time: GoogleTimestamp? {
    guard case .at(let point) = self else { return nil }
    return point.timestamp
  }

  var lifetime: GoogleDuration? {
    guard case .after(let span) = self else { return nil }
    return span.wire
  }
}
