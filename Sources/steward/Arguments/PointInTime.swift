internal import ArgumentParser
internal import ProtobufRuntime
internal import StewardProtos

/// A time as RFC 3339 writes it: `2026-12-31T23:59:59Z`.
struct PointInTime: Hashable, Sendable, ExpressibleByArgument {
  let timestamp: GoogleTimestamp

  init?(argument: String) {
    guard let timestamp = try? GoogleTimestamp(json: "\"\(argument)\"") else { return nil }
    self.timestamp = timestamp
  }
}
