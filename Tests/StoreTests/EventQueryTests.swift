import StoreProtos
import Testing

@testable import Store

@Suite("A search of the log")
struct EventQueryTests {
  let fixture: Fixture
  let store: Store

  private static let organizations = ["", "one", "two", "three"]

  /// Creates a log with events of two kinds of actors, three actions, seven resources, eleven calls
  /// and three organizations or none, over several blocks.
  init() async throws {
    fixture = try Fixture()
    store = try fixture.open()
    for number in 1...11 {
      let actor = number.isMultiple(of: 4) ? "user/user_\(number)" : "operator/uid:1"
      try await store.write(
        Change(actor: actor, plugin: "test", method: "x.Y/Z", call: "call\(number)")
      ) { tx in
        for place in 0..<600 {
          try tx.record(
            action: ["thing.made", "thing.part.lost", "other.made"][place % 3],
            resource: "thing\((place + number) % 7)",
            organization: Self.organizations[number <= 5 ? place % 2 : place % 4])
        }
      }
    }
  }

  private static let filters = [
    EventFilter(), EventFilter(actor: "user/"), EventFilter(actor: "user/user_4"),
    EventFilter(actions: ["thing."]), EventFilter(actions: ["thing.part."]),
    EventFilter(actions: ["thing.part.lost"], resource: "thing3"), EventFilter(call: "call7"),
    EventFilter(
      actor: "operator/uid:1", actions: ["other.made"], resource: "thing0", call: "call9"),
    EventFilter(actor: "user"), EventFilter(actions: ["thing"]), EventFilter(resource: "nothing"),
    EventFilter(actor: "user/", call: "call1"),
    EventFilter(actions: ["thing.made", "other."]),
    EventFilter(actions: ["nothing", "thing.made"]),
    EventFilter(organizations: ["two"]), EventFilter(organizations: ["one", "three"]),
    EventFilter(organizations: []), EventFilter(organizations: [""]),
    EventFilter(
      actor: "user/", actions: ["thing.", "other.made"], organizations: ["three", "nowhere"]),
  ]

  @Test(
    "A search finds the same events with and without the index, in both directions",
    arguments: filters, [true, false])
  func pages(filter: EventFilter, isOldestFirst: Bool) async throws {
    let all = try store.events(from: 1, limit: .max).filter(filter.matches).map(\.revision)
    let wanted = isOldestFirst ? all : all.reversed()
    for isIndexed in [false, true] {
      if isIndexed { try await store.indexEvents() }
      var found: [UInt64] = []
      var query = EventQuery(filter, isOldestFirst: isOldestFirst, limit: 997)
      while true {
        let page = try store.page(of: query)
        found += page.events.map(\.revision)
        guard page.hasMore, let last = found.last else { break }
        query.cursor = .after(last)
      }
      #expect(found == wanted)
    }
  }

  @Test("A search pages backwards from a cursor to the beginning", arguments: [true, false])
  func backwards(isOldestFirst: Bool) async throws {
    try await store.indexEvents()
    let filter = EventFilter(resource: "thing5")
    let all = try store.events(from: 1, limit: .max).filter(filter.matches).map(\.revision)
    let wanted = isOldestFirst ? all : all.reversed()
    var query = EventQuery(filter, cursor: .before(wanted[500]), isOldestFirst: isOldestFirst)
    query.limit = 30
    var page = try store.page(of: query)
    #expect(page.events.map(\.revision) == Array(wanted[470..<500]))
    #expect(page.hasMore)
    query.cursor = .before(wanted[30])
    page = try store.page(of: query)
    #expect(page.events.map(\.revision) == Array(wanted[..<30]))
    #expect(!page.hasMore)
  }

  @Test("A cursor at or beyond either end is no error", arguments: [0, 1, 6600, 6601, UInt64.max])
  func ends(revision: UInt64) throws {
    for isOldestFirst in [true, false] {
      for cursor in [EventQuery.Cursor.after(revision), .before(revision)] {
        let page = try store.page(of: EventQuery(cursor: cursor, isOldestFirst: isOldestFirst))
        #expect(page.events.count == 0 || page.events.count == 20)
      }
    }
  }

  @Test("An empty log has no events")
  func empty() async throws {
    let other = try Fixture()
    let store = try other.open()
    try await store.indexEvents()
    #expect(try store.page(of: EventQuery()) == EventPage(events: [], hasMore: false))
  }

  @Test("The index skips the blocks that have no matching event")
  func skips() async throws {
    try await store.indexEvents()
    let query = EventQuery(EventFilter(call: "call2"), limit: 600)
    #expect(try store.page(of: query).events.count == 600)
    // A damaged event in another block would fail a search that reads it.
    try await store.putEvent([0xFF], at: 5000)
    #expect(try store.page(of: query).events.count == 600)
    #expect(throws: StoreError.chainBroken(at: 5000)) {
      try store.page(of: EventQuery(limit: 6600))
    }
  }

  @Test("A filter by organizations returns no event of another one or of none")
  func organizations() async throws {
    for isIndexed in [false, true] {
      if isIndexed { try await store.indexEvents() }
      for wanted in [["one"], ["two"], ["one", "two"], ["nowhere"], []] as [Set<String>] {
        let query = EventQuery(EventFilter(organizations: wanted), limit: .max - 1)
        let found = try store.page(of: query).events
        #expect(Set(found.map(\.organizationId)) == wanted.subtracting(["nowhere"]))
        let all = try store.events(from: 1, limit: .max)
        #expect(found.count == all.count { wanted.contains($0.organizationId) })
      }
    }
  }

  @Test("A page of an organization with few events reads only the blocks that have some")
  func smallOrganization() async throws {
    try await store.indexEvents()
    let query = EventQuery(
      EventFilter(organizations: ["two"]), cursor: .before(1), isOldestFirst: false, limit: 5)
    // The first events of the organization are in the second half of the log. A damaged event in
    // the first half would fail a search that reads it.
    try await store.putEvent([0xFF], at: 500)
    #expect(try store.page(of: query).events.count == 5)
  }

  @Test("A filter made of any parts finds exactly the events that match it")
  func anyFilter() async throws {
    let all = try store.events(from: 1, limit: .max)
    var random = SystemRandomNumberGenerator()
    for round in 0..<60 {
      if round == 30 { try await store.indexEvents() }
      let filter = EventFilter(
        actor: ["", "user/", "user/user_8", "operator/"].randomElement(using: &random) ?? "",
        actions: [[], ["thing."], ["other.made", "thing.made"]].randomElement(using: &random) ?? [],
        resource: ["", "thing1"].randomElement(using: &random) ?? "",
        organizations: [nil, [], ["one"], ["two", "three"], ["three"]]
          .randomElement(using: &random) ?? nil)
      let found = try store.page(of: EventQuery(filter, isOldestFirst: true, limit: 10_000))
      #expect(found.events == all.filter(filter.matches), "\(filter)")
    }
  }
}
