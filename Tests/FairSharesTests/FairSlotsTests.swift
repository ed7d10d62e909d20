import FairShares
import Synchronization
import Testing

@Suite("Fair slots", .timeLimit(.minutes(1)))
struct FairSlotsTests {
  /// The outcomes that tickets were told, in order.
  private final class Hearing: Sendable {
    private let heard = Mutex<[String]>([])

    var turns: [String] { heard.withLock { $0 } }

    func of(_ name: String) -> @Sendable (FairSlots.Turn) -> Void {
      { turn in self.heard.withLock { $0.append("\(name) \(turn)") } }
    }
  }

  @Test("A peer with ninety tickets delays another peer's ticket by at most two of them")
  func ninety() {
    let slots = FairSlots(capacity: 1, queue: 64)
    let hearing = Hearing()
    let tickets = (0..<90).map { number in
      let ticket = slots.draw()
      slots.enter(ticket, of: "attacker", hear: hearing.of("attacker"))
      return ticket
    }
    #expect(hearing.turns.count { $0 == "attacker admitted" } == 1)
    #expect(hearing.turns.count { $0 == "attacker refused" } == 25)
    slots.enter(slots.draw(), of: "honest", hear: hearing.of("honest"))
    #expect(hearing.turns.count { $0 == "attacker refused" } == 26)
    slots.leave(tickets[0])
    slots.leave(tickets[1])
    #expect(hearing.turns.contains("honest admitted"))
  }

  @Test("A ticket that leaves the queue is told so, and its turn goes to the next ticket")
  func leaving() {
    let slots = FairSlots(capacity: 1, queue: 2)
    let hearing = Hearing()
    let tickets = ["a", "b", "c"].map { name in
      let ticket = slots.draw()
      slots.enter(ticket, of: "peer", hear: hearing.of(name))
      return ticket
    }
    slots.leave(tickets[1])
    slots.leave(tickets[0])
    slots.leave(tickets[0])
    #expect(hearing.turns == ["a admitted", "b left", "c admitted"])
  }

  @Test("Any number of tickets may leave as soon as they are admitted")
  func leavingAtOnce() {
    let slots = FairSlots(capacity: 1, queue: 6000)
    let hearing = Hearing()
    let first = slots.draw()
    slots.enter(first, of: "peer", hear: hearing.of("first"))
    for _ in 0..<5000 {
      let ticket = slots.draw()
      slots.enter(ticket, of: "peer") { _ in slots.leave(ticket) }
    }
    slots.enter(slots.draw(), of: "other", hear: hearing.of("other"))
    slots.leave(first)
    #expect(hearing.turns == ["first admitted", "other admitted"])
  }

  @Test("A task that is cancelled while it waits gives up its turn")
  func cancelled() async throws {
    let slots = FairSlots(capacity: 1, queue: 2)
    let held = slots.draw()
    slots.enter(held, of: "peer") { _ in }
    let waiting = Task {
      try await slots.withSlot(of: "peer", orThrow: CancellationError()) { true }
    }
    waiting.cancel()
    slots.leave(held)
    await #expect(throws: CancellationError.self) { try await waiting.value }
    #expect(try await slots.withSlot(of: "peer", orThrow: CancellationError()) { true })
  }
}
