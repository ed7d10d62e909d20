internal import GoogleProtos

extension Duration {
  init(_ duration: GoogleDuration) {
    self = .seconds(duration.seconds) + .nanoseconds(Int64(duration.nanos))
  }
}
