import IPC
import Testing

@Suite("A latch", .timeLimit(.minutes(1)))
struct OneShotEventTests {
  private let latch = OneShotEvent()

  @Test("lets everybody go on who waits when it is opened")
  func everybody() async {
    let waiters = (0..<100).map { _ in Task { await latch.wait() } }
    #expect(!latch.isOpen)
    latch.open()
    for waiter in waiters { await waiter.value }
    #expect(latch.isOpen)
  }

  @Test("stays open, however often it is opened")
  func forGood() async {
    latch.open()
    latch.open()
    await latch.wait()
    await latch.wait()
  }

  @Test("keeps nobody whose task is cancelled, and stays closed for the others")
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
