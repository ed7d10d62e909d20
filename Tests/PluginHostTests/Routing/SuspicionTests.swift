import IPC
import IPCProtos
import Testing

@testable import PluginHost

@Suite("Suspicions about calls")
struct SuspicionTests {
  private let now = ContinuousClock.now
  private var suspicions = Suspicions()

  private func call(
    _ request: String, by principal: String = "user_1", method: String = "x.Y/Do"
  ) -> CallHeader {
    CallHeader(
      method: method, principal: IPCPrincipal(kind: .user, id: principal),
      message: Array(request.utf8))
  }

  @Test("Only the request that was served when a process died is a suspect")
  mutating func suspect() {
    let isPoison = suspicions.processDied(serving: call("a"), alone: false, at: now)
    #expect(!isPoison)
    #expect(suspicions.verdict(on: call("a"), at: now) == .suspect)
    for other in [call("b"), call("a", by: "user_2"), call("a", method: "x.Y/Other")] {
      #expect(suspicions.verdict(on: other, at: now) == .free)
    }
  }

  @Test("A suspect that is served alone is no longer a suspect if the process survives")
  mutating func acquitted() {
    _ = suspicions.processDied(serving: call("a"), alone: false, at: now)
    suspicions.processSurvived(call("a"))
    #expect(suspicions.verdict(on: call("a"), at: now) == .free)
  }

  @Test("A suspect during which the process dies again, alone, is poison for ten minutes")
  mutating func poison() {
    _ = suspicions.processDied(serving: call("a"), alone: false, at: now)
    let isPoison = suspicions.processDied(serving: call("a"), alone: true, at: now)
    #expect(isPoison)
    let end = now + .seconds(600)
    #expect(suspicions.verdict(on: call("a"), at: now) == .poison(until: end))
    #expect(suspicions.verdict(on: call("b"), at: now) == .free)
    #expect(suspicions.verdict(on: call("a"), at: end) == .free)
  }

  @Test("A principal with three poison calls in a minute loses only that method")
  mutating func loop() {
    for request in ["a", "b", "c"] {
      _ = suspicions.processDied(serving: call(request), alone: false, at: now)
      _ = suspicions.processDied(serving: call(request), alone: true, at: now)
    }
    let end = now + .seconds(60)
    #expect(suspicions.verdict(on: call("d"), at: now) == .poison(until: end))
    #expect(suspicions.verdict(on: call("d", by: "user_2"), at: now) == .free)
    #expect(suspicions.verdict(on: call("d", method: "x.Y/Other"), at: now) == .free)
    #expect(suspicions.verdict(on: call("d"), at: end) == .free)
  }

  @Test("A principal whose calls saw three processes die in a minute has each call served alone")
  mutating func unlucky() {
    for request in ["a", "b", "c"] {
      _ = suspicions.processDied(serving: call(request), alone: false, at: now)
    }
    #expect(suspicions.verdict(on: call("d"), at: now) == .suspect)
    #expect(suspicions.verdict(on: call("d"), at: now + .seconds(60)) == .free)
  }

  @Test("The memory for suspicions is bounded, however many callers and requests there are")
  mutating func bounded() {
    for number in 0..<1000 {
      _ = suspicions.processDied(serving: call("\(number)"), alone: false, at: now)
      _ = suspicions.processDied(serving: call("a", by: "user_\(number)"), alone: false, at: now)
    }
    #expect(suspicions.size <= 256 * 64)
  }
}
