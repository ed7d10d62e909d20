import Dispatch
import Testing

@testable import Store

@Suite("The line of writers")
struct CommitQueueTests {
  private let patience = DispatchTime(uptimeNanoseconds: 7)

  @Test("makes the first who comes start the writing, and nobody else")
  func start() {
    let line = Line()
    #expect([line.come(), line.come(), line.come()] == [.start, .nothing, .nothing])
    #expect(line.next() == 3)
    #expect(line.come() == .nothing)
  }

  @Test("makes the next who comes start again once it was empty")
  func restart() {
    let line = Line()
    _ = line.come()
    _ = line.next()
    #expect(line.next() == nil)
    #expect(line.come() == .start)
  }

  @Test("lets go 512 at most, in their order")
  func most() {
    let line = Line()
    for _ in 0..<600 { _ = line.come() }
    #expect([line.next(), line.next()] == [512, 88])
  }

  @Test("never makes wait who is alone")
  func alone() {
    let line = Line()
    _ = line.come()
    for _ in 0..<3 {
      #expect(line.gather() == nil)
      _ = line.next()
      line.expect(1, until: patience)
      _ = line.come()
    }
  }

  @Test("waits until those who were told have come again, and is ended by the last of them")
  func gathering() {
    let line = Line()
    for _ in 0..<3 { _ = line.come() }
    _ = line.next()
    _ = line.come()  // while the three are being committed
    line.expect(3, until: patience)
    #expect(line.gather() == patience)
    #expect([line.come(), line.come(), line.come()] == [.nothing, .nothing, .wake])
    #expect(line.gather() == nil)
    #expect(line.next() == 4)
  }

  @Test("waits no longer than it was told to, and for fewer the next time")
  func patienceEnds() {
    let line = Line()
    for _ in 0..<3 { _ = line.come() }
    _ = line.next()
    line.expect(3, until: patience)
    _ = line.come()
    #expect(line.gather() == patience)
    #expect(!line.endGathering())
    #expect(line.come() == .nothing)
    _ = line.next()
    line.expect(2, until: patience)
    _ = line.come()
    #expect(line.gather() == patience)
    #expect(line.come() == .wake)
  }

  @Test("tells whose patience has ended that the last has come all the same")
  func atTheSameTime() {
    let line = Line()
    for _ in 0..<2 { _ = line.come() }
    _ = line.next()
    line.expect(2, until: patience)
    _ = line.come()
    _ = line.gather()
    #expect(line.come() == .wake)
    #expect(line.endGathering())
  }
}

/// A line by reference, since `#expect` can't change what it looks at.
private final class Line {
  private var line = CommitQueue()

  func come() -> CommitQueue.Arrival {
    line.join(WriteRequest(.none, isDryRun: true) { _ in })
  }

  func gather() -> DispatchTime? { line.gather() }

  func endGathering() -> Bool { line.endGathering() }

  func next() -> Int? { line.next()?.count }

  func expect(_ told: Int, until patience: DispatchTime) { line.expect(told, until: patience) }
}
