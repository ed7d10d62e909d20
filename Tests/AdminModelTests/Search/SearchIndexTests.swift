import AdminProtos
import Store
import Synchronization
import Testing

@testable import AdminModel

@Suite("Searches by an index")
struct SearchIndexTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func found(
    _ query: String, in organization: String, limit: Int32? = nil, after: String = "",
    before: String = "", archived: Bool = false, ids: [String] = []
  ) throws -> ListWorkspacesResponse {
    try fixture.store.read { tx in
      try Workspaces.list(
        ListWorkspacesRequest(
          organizationId: organization, limit: limit, afterId: after, beforeId: before,
          includeArchived: archived, ids: ids, query: query),
        by: .unlimited, in: tx)
    }
  }

  /// Returns the number of records that the first page of a search reads.
  private func reads(_ query: String, in organization: String) throws -> Int {
    var count = 0
    let query = try #require(SearchQuery(query))
    _ = try fixture.store.read { tx in
      let rarest = try AdminSchema.workspaces.rarestPart(
        of: query, in: organization, by: AdminSchema.workspacesByWords, tx)
      return try AdminSchema.workspaces.page(
        PageRequest(limit: 2), among: rarest, in: organization,
        by: AdminSchema.workspacesByWords, tx
      ) { record in
        count += 1
        return AdminSchema.workspacesByWords.matches(record, query)
      }
    }
    return count
  }

  @Test("Pages of a query hold each result once, forward and backward, while others are inserted")
  func paging() async throws {
    let acme = try await fixture.organization().id
    var newestFirst: [String] = []
    for number in 0..<40 {
      newestFirst.insert(try await fixture.workspace("Room \(number)", in: acme).id, at: 0)
      try await fixture.workspace("Hall \(number)", in: acme)
    }
    var (listed, last, hasMore) = ([String](), "", true)
    while hasMore {
      let page = try found("room", in: acme, limit: 7, after: last)
      listed += page.data.map(\.id)
      (last, hasMore) = (page.lastId ?? "", page.hasMore)
      try await fixture.workspace("Room later", in: acme)
    }
    #expect(listed == newestFirst)
    let back = try found("room", in: acme, limit: 7, before: newestFirst[20])
    #expect(back.data.map(\.id) == Array(newestFirst[13..<20]) && back.hasMore)
    let gone = try found("room", in: acme, limit: 2, after: try found("hall", in: acme).data[0].id)
    #expect(gone.data.map(\.id) == Array(newestFirst.prefix(2)))
  }

  @Test("A search reads as many records as before when other organizations and names are added")
  func flat() async throws {
    let acme = try await fixture.organization("Acme").id
    for number in 0..<5 { try await fixture.workspace("Room red \(number)", in: acme) }
    let alone = try reads("room red", in: acme)
    #expect(alone == 3)

    let beta = try await fixture.organization("Beta").id
    for number in 0..<40 {
      try await fixture.workspace("Room red \(number)", in: beta)
      try await fixture.workspace("Room blue", in: acme)
    }
    #expect(try reads("room red", in: acme) == alone)
    #expect(try reads("room green", in: acme) == 0)
    #expect(try found("room red", in: acme).data.count == 5)
  }

  @Test("A search never finds a record of another organization, and follows changes of the name")
  func scopes() async throws {
    let acme = try await fixture.organization("Acme").id
    let beta = try await fixture.organization("Beta").id
    let room = try await fixture.workspace("東京本社", in: acme)
    try await fixture.workspace("東京支社", in: beta)
    #expect(try found("東京", in: acme).data.map(\.id) == [room.id])
    #expect(try found("本社 東", in: acme).data.map(\.id) == [room.id])
    #expect(try found(room.id, in: acme).data.map(\.id) == [room.id])
    #expect(try found(room.id, in: beta).data.isEmpty)
    try await fixture.write { tx in
      _ = try Workspaces.update(
        UpdateWorkspaceRequest(id: room.id, name: "Osaka"), by: .unlimited, in: &tx)
    }
    #expect(try found("東京", in: acme).data.isEmpty)
    #expect(try found("OSA", in: acme).data.map(\.id) == [room.id])
  }

  @Test("A query and ids keep to the other filters of the list, and to one another")
  func filters() async throws {
    let acme = try await fixture.organization().id
    let live = try await fixture.workspace("Room one", in: acme).id
    let archived = try await fixture.workspace("Room two", in: acme).id
    try await fixture.write { tx in
      _ = try Workspaces.archive(archived, ifMatch: "", by: .unlimited, in: &tx)
    }
    #expect(try found("room", in: acme).data.map(\.id) == [live])
    #expect(try found("room", in: acme, archived: true).data.map(\.id) == [archived, live])
    #expect(try found("room two", in: acme, ids: [live]).data.isEmpty)
    #expect(try found("room one", in: acme, ids: [live]).data.map(\.id) == [live])
    #expect(try found(archived, in: acme).data.isEmpty)
  }

  @Test("Organizations are found in the whole installation, or among those that a caller may see")
  func organizations() async throws {
    let acme = try await fixture.organization("Acme 東京").id
    let other = try await fixture.organization("Acme Osaka").id
    try await fixture.organization("Beta")
    func ids(_ query: String, _ ids: [String] = [], by access: Access) throws -> [String] {
      try fixture.store.read { tx in
        try Organizations.list(
          ListOrganizationsRequest(query: query, ids: ids), by: access, in: tx
        ).data.map(\.id)
      }
    }
    let admin = Access.holding(.admin, in: acme)
    #expect(try ids("acme", by: .unlimited) == [other, acme])
    #expect(try ids("acme", by: admin) == [acme])
    #expect(try ids("osaka", by: admin).isEmpty)
    #expect(try ids(other, by: .unlimited) == [other])
    #expect(try ids(other, by: admin).isEmpty)
    #expect(try ids("", [other, acme, "x"], by: .unlimited) == [other, acme])
    #expect(try ids("", [other, acme], by: admin) == [acme])
    #expect(try ids("osaka", [other, acme], by: .unlimited) == [other])
    let error = #expect(throws: AdminError.self) {
      try ids("a", Array(repeating: acme, count: 101), by: admin)
    }
    #expect(violations(of: error) == ["query": "LENGTH", "ids": "TOO_MANY"])
  }
}
