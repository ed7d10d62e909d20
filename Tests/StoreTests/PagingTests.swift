import AdminProtos
import Status
import Testing

@testable import Store

@Suite("Pages of a list")
struct PagingTests {
  static let ids = (0..<7).map { "w\($0)" }

  let fixture: Fixture
  let store: Store

  init() async throws {
    fixture = try Fixture()
    store = try fixture.open()
    try await store.write(.test) { tx in
      // These records are neighbours in the index, and must never be in a page.
      for id in Self.ids { try Tables.workspaces.insert(Workspace(id, of: "x"), in: &tx) }
      try Tables.workspaces.insert(Workspace("w0a", of: "w"), in: &tx)
      try Tables.workspaces.insert(Workspace("w3a", of: "y"), in: &tx)
    }
  }

  @Test(
    "A page of any size is right at every cursor, after and before, in both orders",
    arguments: 1...8, [PageOrder.newestFirst, .oldestFirst])
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

  @Test(
    "A page among keys in an order of their own is right at every cursor",
    arguments: 1...8, [PageOrder.newestFirst, .oldestFirst])
  func amongInOrder(limit: Int, order: PageOrder) throws {
    // The reverse of the order of the keys.
    let reversed = Array(Self.ids.reversed())
    let list = order == .oldestFirst ? reversed : Self.ids
    func page(_ request: PageRequest) throws -> Page<Workspace> {
      try store.read { tx in
        try Tables.workspaces.page(
          request, among: Self.ids + ["unknown", "w0a"],
          placing: { record in
            reversed.firstIndex(of: record.id).map { [.number(UInt64($0))] }
          }, in: tx)
      }
    }
    for (place, id) in list.enumerated() {
      let after = try page(PageRequest(limit: limit, after: id, order: order))
      #expect(after.ids == Array(list[(place + 1)...].prefix(limit)))
      #expect(after.hasMore == (list.count - place - 1 > limit))
      let before = try page(PageRequest(limit: limit, before: id, order: order))
      #expect(before.ids == Array(list[..<place].suffix(limit)))
      #expect(before.hasMore == (place > limit))
    }
    let error = #expect(throws: StoreError.self) { try page(PageRequest(after: "w0a")) }
    #expect(error?.code == .cursorNotFound)
  }

  @Test("A page continues from a record that was deleted", arguments: ids)
  func gone(_ id: String) async throws {
    let after = try page(PageRequest(limit: 3, after: id))
    let before = try page(PageRequest(limit: 3, before: id))
    try await store.write(.test) { tx in try Tables.workspaces.delete(id, in: &tx) }
    #expect(try page(PageRequest(limit: 3, after: id)).ids == after.ids)
    #expect(try page(PageRequest(limit: 3, before: id)).ids == before.ids)
  }

  @Test("A page continues from a record that has left the list")
  func left() async throws {
    try await store.write(.test) { tx in
      let now = tx.now
      try Tables.workspaces.update("w3", in: &tx) { $0.archivedAt = now }
    }
    let live = try store.read { tx in
      try Tables.workspaces.page(
        PageRequest(limit: 2, after: "w3"), of: Tables.ofOrganization, at: IndexKey("x", "live"),
        in: tx)
    }
    #expect(live.ids == ["w2", "w1"])
  }

  @Test("A page of a whole table is in the order of its keys")
  func table() throws {
    let page = try store.read { tx in
      try Tables.workspaces.page(PageRequest(limit: 4, after: "w3", order: .oldestFirst), in: tx)
    }
    #expect(page.ids == ["w3a", "w4", "w5", "w6"])
    #expect(!page.hasMore)
  }

  @Test("A page in another order than that of keys needs the cursor's record")
  func byOtherOrder() async throws {
    let page = try store.read { tx in
      try Tables.workspaces.page(
        PageRequest(limit: 2, after: "w3", order: .oldestFirst), of: Tables.byColor,
        at: IndexKey("#000000"), in: tx)
    }
    #expect(page.ids == ["w3a", "w4"])
    let error = #expect(throws: StoreError.self) {
      try store.read { tx in
        try Tables.workspaces.page(
          PageRequest(after: "none"), of: Tables.byColor, at: IndexKey("#000000"), in: tx)
      }
    }
    #expect(error?.code == .cursorNotFound)
  }

  @Test("A page of an empty list is empty, with any cursor")
  func empty() throws {
    for request in [PageRequest(), PageRequest(after: "a"), PageRequest(before: "a")] {
      let page = try store.read { tx in
        try Tables.workspaces.page(
          request, of: Tables.ofOrganization, at: IndexKey("none", "all"), in: tx)
      }
      #expect(page.items.isEmpty && !page.hasMore)
    }
  }

  @Test("A page limit outside 1 to 1000 is refused", arguments: [-1, 0, 1001])
  func limits(_ limit: Int) {
    let error = #expect(throws: StoreError.self) { try page(PageRequest(limit: limit)) }
    #expect(error?.reason == "PAGE_LIMIT")
    #expect(error?.message.contains("\(limit)") == true)
  }

  @Test("A page request with two cursors is refused")
  func cursors() {
    let error = #expect(throws: StoreError.self) { try page(PageRequest(after: "a", before: "b")) }
    #expect(error?.status.code == .invalidArgument)
  }

  private func page(_ request: PageRequest) throws -> Page<Workspace> {
    try store.read { tx in
      try Tables.workspaces.page(
        request, of: Tables.ofOrganization, at: IndexKey("x", "all"), in: tx)
    }
  }
}

extension Page<Workspace> {
  var ids: [String] { items.map(\.record.id) }
}
