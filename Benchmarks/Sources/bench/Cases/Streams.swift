import Timing

/// Measures streams from a plugin to the host: large messages, and many small ones.
func measureStreams(in setting: Setting, _ results: inout Results) async throws {
  let (large, small) = (65_536, 64)
  let (bytes, messages) = (1 << 30, 200_000)
  try await setting.withHost { host in
    try await host.pour(size: small, count: 1000)
    for _ in 0..<setting.rounds {
      let bytesFloor = try Program.floor("stream", bytes)[0]
      let bytesRate = try await rate(of: bytes) {
        try await host.pour(size: large, count: bytes / large)
      }
      results.add(
        "stream of 1 GiB in messages of 64 KiB", "GiB/s", bytesRate / 0x1p30,
        floor: bytesFloor / 0x1p30)

      let messagesFloor = try Program.floor("frames", small, messages * 10)[0]
      let messagesRate = try await rate(of: messages) {
        try await host.pour(size: small, count: messages)
      }
      results.add(
        "stream of messages of 64 B", "/s", messagesRate, floor: messagesFloor)
    }
  }
}
