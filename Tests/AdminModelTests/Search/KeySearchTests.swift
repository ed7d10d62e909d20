import AdminProtos
import Store
import Testing

@testable import AdminModel

@Suite("Searches for keys")
struct KeySearchTests {
  private let fixture: KeyFixture

  init() async throws { fixture = try await KeyFixture() }

  private func found(
    _ query: String, _ filter: ListKeysRequest = ListKeysRequest(), limit: Int32? = nil,
    after: String = "", ids: [String] = []
  ) throws -> [String] {
    var request = filter
    (request.query, request.ids) = (query, ids)
    return try fixture.list(request, limit: limit, after: after).ids
  }

  @Test("A key is found by words of its name, the end of its value, its whole hint and its id")
  func ways() async throws {
    let id = try await fixture.register(name: "Billing job 請求").id
    let other = try await fixture.issue("Billing night").key
    #expect(try found("bill") == [other.id, id])
    #expect(try found("請求 bil") == [id])
    #expect(try found("igAA") == [id])
    #expect(try found("sk-ant-api03-R2D...igAA") == [id])
    #expect(try found(id) == [id])
    #expect(try found(other.partialKeyHint) == [other.id])
    #expect(try found(String(other.partialKeyHint.suffix(4))) == [other.id])
    #expect(try found("sk-ant-api03-R2D").isEmpty)
    _ = try await fixture.update(id, name: "Nightly")
    #expect(try found("bill") == [other.id])
    #expect(try found("night") == [other.id, id])
  }

  @Test("A rotated key is found by the end of its new value only")
  func rotated() async throws {
    let key = try await fixture.issue().key
    let rotated = try await fixture.rotate(key.id).key
    #expect(try found(String(rotated.partialKeyHint.suffix(4))) == [key.id])
    #expect(try found(String(key.partialKeyHint.suffix(4))).isEmpty)
  }

  @Test("A query keeps to the other filters, whichever of both has fewer keys")
  func filters() async throws {
    var ids: [String] = []
    for number in 0..<6 { ids.insert(try await fixture.issue("Job \(number)").key.id, at: 0) }
    let elsewhere = try await fixture.issue(
      "Job 9", workspace: fixture.organization.defaultWorkspaceId, user: fixture.member
    ).key.id
    try await fixture.revoke(ids[0])
    let workspace = ListKeysRequest(workspaceId: fixture.workspace.id)
    #expect(try found("job") == [elsewhere] + ids)
    #expect(try found("job", workspace) == ids)
    #expect(try found("job", ListKeysRequest(userId: fixture.member)) == [elsewhere])
    #expect(try found("other", ListKeysRequest(userId: fixture.member)).isEmpty)
    #expect(try found(elsewhere, workspace).isEmpty)
    #expect(try found("", workspace, ids: [elsewhere, ids[3], ids[0]]) == [ids[0], ids[3]])
    #expect(try found("job", ids: [ids[3], ids[0]]) == [ids[0], ids[3]])
  }

  @Test("Pages of a query and of ids are in the order of creation, whatever the ids are")
  func order() async throws {
    let first = try await fixture.register("apikey_zzzzzzzzzzzzzzzzzzzzzzzz", name: "Job 1").id
    fixture.move(.seconds(5))
    let second = try await fixture.issue("Job 2").key.id
    fixture.move(.seconds(5))
    let third = try await fixture.register(
      "apikey_000000000000000000000000", value: KeyFixture.value + "Zq8tU4wY", name: "Job 3"
    ).id
    let newestFirst = [third, second, first]
    #expect(try found("job") == newestFirst)
    #expect(try found("", ids: newestFirst.sorted()) == newestFirst)
    for ids in [[], newestFirst] {
      #expect(try found("job", limit: 1, after: third, ids: ids) == [second])
      #expect(try found("job", limit: 2, after: second, ids: ids) == [first])
    }
    try await fixture.revoke(second)
    let left = ListKeysRequest(userId: fixture.member)
    #expect(try found("job", left, after: second).isEmpty)
  }

  @Test("A key of another organization is never found, and more than 100 ids are refused")
  func foreign() async throws {
    let id = try await fixture.issue("Job").key.id
    let other = try await fixture.base.organization("Other")
    let foreign = try await fixture.issue("Job", workspace: other.defaultWorkspaceId).key
    #expect(try found("job") == [id])
    #expect(try found(foreign.id).isEmpty)
    #expect(try found(foreign.partialKeyHint).isEmpty)
    #expect(try found("", ids: [id, foreign.id]) == [id])
    let error = #expect(throws: AdminError.self) {
      try found("a", ids: Array(repeating: id, count: 101))
    }
    #expect(violations(of: error) == ["query": "LENGTH", "ids": "TOO_MANY"])
  }
}
