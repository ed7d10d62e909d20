import Platform
import Testing

@Suite("A one-shot event", .timeLimit(.minutes(1)))
struct OneShotEventTests {
  private let latch = OneShotEvent()

  @Test("Opening an event resumes all tasks that wait for it")
  func everybody() async {
    let waiters = (0..<100).map { _ in Task { await latch.wait() } }
    #expect(!latch.isOpen)
    latch.open()
    for waiter in waiters { await waiter.value }
    #expect(latch.isOpen)
  }

  @Test("An open event stays open, however often it is opened")
  func forGood() async {
    latch.open()
    latch.open()
    await latch.wait()
    await latch.wait()
  }

  @Test("A cancelled task stops waiting for an event, and the event stays closed for other tasks")
  func cancelled() async {
    let waiting = Task { await latch.wait() }
    let other = Task { await latch.wait() }
    waiting.cancel()
    await waiting.value
    #expect(!latch.isOpen)
    latch.open()
    await other.value
  }
}
