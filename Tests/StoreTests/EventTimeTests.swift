import GoogleProtos
import StoreProtos
import Testing

@testable import Store

@Suite("The times of a search of the log")
struct EventTimeTests {
  let fixture: Fixture
  let store: Store
  private let start: Int64

  /// Creates a log with three events at each of ten times, which are a minute apart.
  init() async throws {
    fixture = try Fixture()
    store = try fixture.open()
    start = fixture.clock.now.seconds
    for _ in 0..<10 {
      try await record(3)
      fixture.clock.move(bySeconds: 60)
    }
  }

  private func record(_ count: Int) async throws {
    try await store.write(.test) { tx in
      for _ in 0..<count { try tx.record(action: "thing.made", resource: "x") }
    }
  }

  private func time(_ minute: Int64) -> GoogleTimestamp {
    GoogleTimestamp(seconds: start + minute * 60, nanos: 5_000_000)
  }

  private func revisions(
    _ from: GoogleTimestamp?, _ to: GoogleTimestamp?, cursor: EventQuery.Cursor = .none
  ) throws -> [UInt64] {
    let query = EventQuery(cursor: cursor, from: from, to: to, isOldestFirst: true, limit: 100)
    return try store.page(of: query).events.map(\.revision)
  }

  @Test("The first time of a range is in it, and the last one is not")
  func range() throws {
    #expect(try revisions(time(2), time(4)) == [7, 8, 9, 10, 11, 12])
    #expect(try revisions(nil, time(1)) == [1, 2, 3])
    #expect(try revisions(time(9), nil) == [28, 29, 30])
    #expect(try revisions(nil, nil) == Array(1...30))
  }

  @Test("A range outside of the log, an empty one and an inverted one have no events")
  func nothing() throws {
    #expect(try revisions(time(10), nil) == [])
    #expect(try revisions(nil, time(0)) == [])
    #expect(try revisions(time(3), time(3)) == [])
    #expect(try revisions(time(5), time(2)) == [])
    #expect(try revisions(GoogleTimestamp(seconds: .min), time(0)) == [])
    #expect(try revisions(GoogleTimestamp(seconds: .max), nil) == [])
  }

  @Test("A cursor and a range of times apply together, in both directions")
  func cursors() throws {
    #expect(try revisions(time(2), time(4), cursor: .after(9)) == [10, 11, 12])
    #expect(try revisions(time(2), time(4), cursor: .before(9)) == [7, 8])
    #expect(try revisions(time(2), time(4), cursor: .after(12)) == [])
    #expect(try revisions(time(2), time(4), cursor: .before(3)) == [])
    #expect(try revisions(time(2), time(4), cursor: .after(1)) == [7, 8, 9, 10, 11, 12])
    #expect(try revisions(time(2), time(4), cursor: .before(.max)) == [7, 8, 9, 10, 11, 12])
  }

  @Test("After the clock was set back, a search returns no event of another time")
  func clockSetBack() async throws {
    fixture.clock.move(bySeconds: -5 * 60)
    try await record(3)
    for (from, to) in [(Int64(4), Int64(6)), (0, 10), (5, 6)] {
      for revision in try revisions(time(from), time(to)) {
        let found = try #require(try store.events(from: revision, limit: 1).first?.time)
        #expect(found.seconds >= time(from).seconds && found.seconds < time(to).seconds)
      }
    }
  }

  @Test("An empty log has no events of any time")
  func empty() throws {
    let empty = try Fixture()
    let query = EventQuery(from: time(0), to: time(1))
    #expect(try empty.open().page(of: query).events == [])
  }
}
