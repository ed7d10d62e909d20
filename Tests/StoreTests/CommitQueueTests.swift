import Dispatch
import Testing

@testable import Store

@Suite("The queue of writes")
struct CommitQueueTests {
  private let patience = DispatchTime(uptimeNanoseconds: 7)

  @Test("Only the first write to join an idle queue starts the writer")
  func start() {
    let line = Line()
    #expect([line.come(), line.come(), line.come()] == [.start, .nothing, .nothing])
    #expect(line.next() == 3)
    #expect(line.come() == .nothing)
  }

  @Test("The next write after the queue was empty starts the writer again")
  func restart() {
    let line = Line()
    _ = line.come()
    _ = line.next()
    #expect(line.next() == nil)
    #expect(line.come() == .start)
  }

  @Test("The queue returns at most 512 writes at once, in their order")
  func most() {
    let line = Line()
    for _ in 0..<600 { _ = line.come() }
    #expect([line.next(), line.next()] == [512, 88])
  }

  @Test("A single writer never waits for others")
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

  @Test("The queue waits until the callers of the last commit have written again")
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

  @Test("The queue waits only until the given time, and expects fewer writes the next time")
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

  @Test("The end of the wait reports a last write that arrived at the same time")
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

/// A queue by reference. `#expect` can't change a value that it reads.
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
