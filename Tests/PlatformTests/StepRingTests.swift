import Platform
import Testing

@Suite("The ring of steps")
struct StepRingTests {
  private var ring = StepRing(4, of: 0)

  private mutating func add(_ number: Int, in step: Int) {
    ring.advance(to: step)
    ring.change { $0 += number }
  }

  @Test("A ring without any step has only empty points")
  func empty() {
    #expect(ring.points(upTo: 7) == [0, 0, 0, 0])
  }

  @Test("The points are those of the last steps, the oldest first", arguments: [-9, -1, 0, 100])
  mutating func order(first: Int) {
    for offset in 0..<6 { add(offset, in: first + offset) }
    #expect(ring.points(upTo: first + 5) == [2, 3, 4, 5])
  }

  @Test("The steps in which nothing happened are empty, and so are those since the newest one")
  mutating func gaps() {
    add(1, in: 10)
    add(2, in: 12)
    #expect(ring.points(upTo: 12) == [0, 1, 0, 2])
    #expect(ring.points(upTo: 14) == [0, 2, 0, 0])
  }

  @Test("A gap as long as the ring, or longer, leaves nothing of the past", arguments: 4...12)
  mutating func longGap(steps: Int) {
    for step in 0..<4 { add(9, in: step) }
    add(1, in: 3 + steps)
    #expect(ring.points(upTo: 3 + steps) == [0, 0, 0, 1])
    #expect(ring.points(upTo: 3 + steps + 4) == [0, 0, 0, 0])
  }

  @Test("What happens after the clock was set back counts for the newest step, and nothing is lost")
  mutating func setBack() {
    add(1, in: 5)
    add(2, in: 6)
    add(4, in: 3)
    #expect(ring.points(upTo: 6) == [0, 0, 1, 6])
    #expect(ring.points(upTo: 3) == [0, 0, 1, 6])
  }
}
