import GoogleProtos
import IPC
import Testing

@testable import PluginHost

@Suite("The idempotency key that the host assigns")
struct IdempotencyKeyTests {
  @Test("A fresh idempotency key is unique and begins with its time")
  func fresh() {
    let now = GoogleTimestamp(seconds: 1_750_000_000, nanos: 5_000_000)
    let keys = (0..<1000).map { _ in IdempotencyKey.fresh(at: now) }
    #expect(Set(keys).count == keys.count)
    #expect(keys.allSatisfy { $0.wholeMatch(of: /01977420dc05[0-9a-f]{20}/) != nil })
  }

  @Test("A fresh idempotency key sorts after the keys of earlier times")
  func order() {
    let keys = (1...1000).map { second in
      IdempotencyKey.fresh(at: GoogleTimestamp(seconds: Int64(second) * 1_000_000))
    }
    #expect(keys == keys.sorted())
  }
}
