import AdminProtos
import Testing

@testable import Store

@Suite("Pages of several parts of an index")
struct MergedPagingTests {
  /// Every third workspace is of another organization, and one of a third organization.
  static let ids = (0..<9).map { "w\($0)" }

  let fixture: Fixture
  let store: Store

  init() async throws {
    fixture = try Fixture()
    store = try fixture.open()
    try await store.write(.test) { tx in
      for (number, id) in Self.ids.enumerated() {
        try Tables.workspaces.insert(
          Workspace(id, of: number % 3 == 2 ? "y" : "x"), in: &tx)
      }
      try Tables.workspaces.insert(Workspace("w3a", of: "z"), in: &tx)
    }
  }

  private static let prefixes = [
    IndexKey("x", "all"), IndexKey("y", "all"), IndexKey("x", "live"), IndexKey("none", "all"),
  ]

  private func page(
    _ request: PageRequest, under prefixes: [IndexKey] = prefixes, below bound: IndexKey? = nil,
    examining examined: Int = .max, where isWanted: (Workspace) -> Bool = { _ in true }
  ) throws -> Page<Workspace> {
    try store.read { tx in
      try Tables.workspaces.page(
        request, of: Tables.ofOrganization, under: prefixes, below: bound, examining: examined,
        in: tx, where: isWanted, placing: { $0.organizationId == "z" ? nil : [] })
    }
  }

  @Test(
    "A page of several parts has each record once, in order, at every cursor and of any size",
    arguments: 1...10, [PageOrder.newestFirst, .oldestFirst])
  func everyCut(limit: Int, order: PageOrder) throws {
    let list = order == .oldestFirst ? Self.ids : Self.ids.reversed()
    let start = try page(PageRequest(limit: limit, order: order))
    #expect(start.ids == Array(list.prefix(limit)))
    #expect(start.hasMore == (list.count > limit))
    for (place, id) in list.enumerated() {
      let after = try page(PageRequest(limit: limit, after: id, order: order))
      let rest = list[(place + 1)...]
      #expect(after.ids == Array(rest.prefix(limit)))
      #expect(after.hasMore == (rest.count > limit))
      let before = try page(PageRequest(limit: limit, before: id, order: order))
      let head = list[..<place]
      #expect(before.ids == Array(head.suffix(limit)))
      #expect(before.hasMore == (head.count > limit))
    }
  }

  @Test("A page of no part is empty, and a record that was never in the list is no cursor")
  func nothing() throws {
    #expect(try page(PageRequest(), under: []).ids == [])
    for id in ["w3a", "none"] {
      let error = #expect(throws: StoreError.self) { try page(PageRequest(after: id)) }
      #expect(error?.code == .cursorNotFound)
    }
  }

  @Test("A page below a place has only what comes before the place, in both directions")
  func below() throws {
    let bound: IndexKey = [.bytes(Array("w4".utf8))]
    // The bound ends like a text of a key, so it lies just above "w4".
    #expect(try page(PageRequest(), below: bound).ids == ["w4", "w3", "w2", "w1", "w0"])
    #expect(
      try page(PageRequest(before: "w1"), below: bound).ids == ["w4", "w3", "w2"])
    #expect(try page(PageRequest(after: "w8"), below: bound).ids == ["w4", "w3", "w2", "w1", "w0"])
  }

  @Test("A page that has looked at as many records as it may says where it ends")
  func bounded() throws {
    func isLast(_ workspace: Workspace) -> Bool { workspace.id == "w0" }
    let first = try page(PageRequest(), examining: 4, where: isLast)
    #expect(first.ids == [] && first.hasMore && first.end == "w5")
    let second = try page(PageRequest(after: "w5"), examining: 5, where: isLast)
    #expect(second.ids == ["w0"] && second.hasMore && second.end == "w0")
    let third = try page(PageRequest(after: "w0"), examining: 5, where: isLast)
    #expect(third.ids == [] && !third.hasMore && third.end == nil)
  }

  @Test("The entries of a part of an index are counted up to a limit")
  func counted() throws {
    let counts = try store.read { tx in
      try [1, 6, 100].map {
        try Tables.workspaces.count(
          of: Tables.ofOrganization, under: IndexKey("x", "all"), upTo: $0, in: tx)
      }
    }
    #expect(counts == [1, 6, 6])
  }
}
