import AdminModel
import AdminProtos
import GoogleProtos
import IPCProtos
import Store
import Testing

@Suite("Manifests")
struct ManifestTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func apply(
    _ objects: ManifestObject..., prune: Bool = false, allowDeletes: UInt32 = 0, set: String = "",
    limit: Int = 100
  ) async throws -> ManifestOutcome {
    let options = ApplyOptions(prune: prune, allowDeletes: allowDeletes, set: set)
    return try await fixture.write { tx in
      try Manifests.apply(objects, options, limit: limit, with: .testing, by: .unlimited, in: &tx)
    }
  }

  /// Returns the refused objects as "name: REASON", in order.
  private func refusals(_ body: () async throws -> ManifestOutcome) async -> [String] {
    let error = await #expect(throws: ManifestRefused.self) { _ = try await body() }
    return error.map { $0.outcome.results.filter { $0.outcome == "refused" } }?
      .map { "\($0.name): \($0.reason)" } ?? []
  }

  private func workspaces(_ organization: String) throws -> [String] {
    try fixture.list(organization).data.map(\.name).sorted()
  }

  private static let acme = organization("Acme")
  private static func organization(_ name: String, id: String = "") -> ManifestObject {
    ManifestObject(
      source: "a.yaml:1", object: .organization(OrganizationObject(name: name, id: id)))
  }

  private static func workspace(
    _ name: String, in organization: String = "Acme", id: String = "", color: String = "",
    tags: [String: String]? = nil, archived: Bool = false
  ) -> ManifestObject {
    let tags = tags.map {
      GoogleStruct(fields: $0.mapValues { GoogleValue(kind: .stringValue($0)) })
    }
    return ManifestObject(
      source: "a.yaml:5",
      object: .workspace(
        WorkspaceObject(
          organization: organization, name: name, id: id, displayColor: color, tags: tags,
          archived: archived)))
  }

  @Test("New objects are created, and applying them again changes and records nothing")
  func twice() async throws {
    let objects = (Self.acme, Self.workspace("prod", tags: ["env": "prod"]))
    let first = try await apply(objects.1, objects.0)
    #expect(first.results.map(\.outcome) == ["created", "created"])
    #expect(first.results.map(\.name) == ["Acme/prod", "Acme"])
    #expect(first.results[0].source == "a.yaml:5")

    let second = try await apply(objects.0, objects.1)
    #expect(second.results.map(\.outcome) == ["unchanged", "unchanged"])
    #expect(second.summary.revision == first.summary.revision)
    #expect(second.results.map(\.id) == first.results.reversed().map(\.id))
  }

  @Test("A dry run has the same results and leaves nothing, not even ids")
  func plan() async throws {
    let outcome = try await fixture.store.dryRun(
      Change(actor: "operator/uid:0", plugin: "test", method: "Test")
    ) { tx in
      try Manifests.apply(
        [Self.acme, Self.workspace("prod")], ApplyOptions(plan: true), with: .testing,
        by: .unlimited, in: &tx)
    }
    #expect(outcome.results.map(\.outcome) == ["created", "created"])
    #expect(outcome.results.map(\.id) == ["", ""])
    #expect(try fixture.store.lastRevision() == 0)
  }

  @Test("An update changes only the fields that differ, and shows each value before and after")
  func changes() async throws {
    _ = try await apply(
      Self.acme, Self.workspace("prod", color: "#111111", tags: ["a": "1", "b": "2"]))
    let outcome = try await apply(
      Self.acme, Self.workspace("prod", color: "#222222", tags: ["a": "1", "c": "3"]))
    #expect(
      outcome.results[1].changes == [
        FieldChange(field: "display_color", before: "#111111", after: "#222222"),
        FieldChange(field: "tags.b", before: "2", after: ""),
        FieldChange(field: "tags.c", before: "", after: "3"),
      ])
  }

  @Test("Tags that a manifest leaves out stay, and an empty list of tags removes all")
  func tags() async throws {
    _ = try await apply(Self.acme, Self.workspace("prod", tags: ["a": "1"]))
    #expect(try await apply(Self.acme, Self.workspace("prod")).summary.unchanged == 2)
    let outcome = try await apply(Self.acme, Self.workspace("prod", tags: [:]))
    #expect(outcome.results[1].changes.map(\.field) == ["tags.a"])
  }

  @Test("A workspace that a manifest archives is archived once")
  func archived() async throws {
    _ = try await apply(Self.acme, Self.workspace("old"))
    let object = Self.workspace("old", archived: true)
    let outcome = try await apply(Self.acme, object)
    #expect(outcome.results[1].changes.map(\.field) == ["archived"])
    #expect(try await apply(Self.acme, object).summary.unchanged == 2)
  }

  @Test("A reference to a missing object refuses the whole manifest before anything is written")
  func dangling() async throws {
    let refused = await refusals {
      try await apply(Self.acme, Self.workspace("a"), Self.workspace("b", in: "Beta"))
    }
    #expect(refused == ["Beta/b: ORGANIZATION_NOT_FOUND"])
    #expect(try fixture.store.lastRevision() == 0)
  }

  @Test("An ambiguous name is refused with the ids, and an id resolves it")
  func ambiguous() async throws {
    let one = try await fixture.organization("Acme")
    let two = try await fixture.organization("Acme")
    let error = await #expect(throws: ManifestRefused.self) { try await apply(Self.workspace("a")) }
    let result = try #require(error?.outcome.results.first)
    #expect(result.reason == "AMBIGUOUS_NAME")
    #expect(result.message.contains(one.id) && result.message.contains(two.id))
    #expect(await refusals { try await apply(Self.acme) } == ["Acme: AMBIGUOUS_NAME"])
    #expect(try await apply(Self.workspace("a", in: one.id)).summary.created == 1)
    #expect(try await apply(Self.organization("Acme", id: two.id)).summary.unchanged == 1)
  }

  @Test("An object given twice is refused with the place of the first one")
  func duplicate() async throws {
    let error = await #expect(throws: ManifestRefused.self) {
      try await apply(Self.acme, Self.workspace("a"), Self.workspace("a"), Self.acme)
    }
    let refused = error?.outcome.results.filter { $0.outcome == "refused" }
    #expect(refused?.map(\.reason) == ["DUPLICATE", "DUPLICATE"])
    #expect(refused?.first?.message.contains("a.yaml:5") == true)
  }

  @Test("A manifest with one refused object creates none of the others")
  func oneTransaction() async throws {
    let refused = await refusals {
      try await apply(
        Self.acme, Self.workspace("a"), Self.workspace("b", color: "red"), Self.workspace("c"),
        limit: 2)
    }
    #expect(refused == ["Acme/b: INVALID_FIELDS"])
    let full = await refusals {
      try await apply(Self.acme, Self.workspace("a"), Self.workspace("b"), limit: 1)
    }
    #expect(full == ["Acme/b: WORKSPACE_LIMIT_REACHED"])
    #expect(try fixture.store.lastRevision() == 0)
  }

  @Test(
    "A manifest restores the names of objects that others have renamed, and recreates archived ones"
  )
  func drift() async throws {
    let made = try await apply(Self.acme, Self.workspace("a"), Self.workspace("b"))
    let ids = made.results.map(\.id)
    try await fixture.write { tx in
      _ = try Organizations.update(
        UpdateOrganizationRequest(id: ids[0], name: "Else"), by: .unlimited, in: &tx)
      _ = try Workspaces.update(
        UpdateWorkspaceRequest(id: ids[1], name: "else"), by: .unlimited, in: &tx)
      _ = try Workspaces.archive(ArchiveWorkspaceRequest(id: ids[2]), by: .unlimited, in: &tx)
    }
    let outcome = try await apply(Self.acme, Self.workspace("a"), Self.workspace("b"))
    #expect(outcome.results.map(\.outcome) == ["updated", "updated", "created"])
    #expect(outcome.results.prefix(2).map(\.id) == Array(ids.prefix(2)))
    #expect(try workspaces(ids[0]) == ["a", "b"])
  }

  @Test("A manifest can rename an organization by its id, and doesn't prune it")
  func renamed() async throws {
    let id = try await apply(Self.acme, Self.workspace("a")).results[0].id
    let outcome = try await apply(
      Self.organization("Acme Inc", id: id), Self.workspace("a", in: "Acme Inc"), prune: true)
    #expect(outcome.results.map(\.outcome) == ["updated", "unchanged"])
  }

  @Test("Pruning deletes only what the set created")
  func prune() async throws {
    let id = try await apply(Self.acme, Self.workspace("a"), Self.workspace("b")).results[0].id
    _ = try await apply(Self.workspace("other"), set: "other")
    _ = try await fixture.workspace("by hand", in: id)
    let outcome = try await apply(Self.acme, Self.workspace("a"), prune: true, allowDeletes: 1)
    #expect(outcome.results.map(\.outcome) == ["unchanged", "unchanged", "deleted"])
    #expect(outcome.results.last?.name == "Acme/b")
    #expect(try workspaces(id) == ["a", "by hand", "other"])
    #expect(try await apply(Self.acme, Self.workspace("a"), prune: true).summary.deleted == 0)
  }

  @Test("A manifest with more deletes than allowed is refused, and the result shows them")
  func tooManyDeletes() async throws {
    let id = try await apply(Self.acme, Self.workspace("a"), Self.workspace("b")).results[0].id
    let error = await #expect(throws: ManifestRefused.self) {
      try await apply(Self.acme, prune: true, allowDeletes: 1)
    }
    #expect(error?.outcome.summary.reason == "TOO_MANY_DELETES")
    #expect(error?.outcome.summary.deleted == 2)
    #expect(try workspaces(id) == ["a", "b"])
  }

  @Test("An organization is pruned with the set's own objects, but not with those of others")
  func pruneOrganization() async throws {
    let beta = Self.organization("Beta")
    let id = try await apply(beta, Self.acme, Self.workspace("a")).results[1].id
    let foreign = try await fixture.workspace("by hand", in: id)
    let refused = await refusals { try await apply(beta, prune: true, allowDeletes: 9) }
    #expect(refused == ["Acme: ORGANIZATION_NOT_EMPTY"])

    try await fixture.write { tx in
      _ = try Workspaces.archive(ArchiveWorkspaceRequest(id: foreign.id), by: .unlimited, in: &tx)
    }
    let outcome = try await apply(beta, prune: true, allowDeletes: 2)
    #expect(outcome.results.map(\.name) == ["Beta", "Acme/a", "Acme"])
    #expect(outcome.summary.deleted == 2)
  }

  @Test("A workspace that was archived by hand and created again belongs to the set")
  func remade() async throws {
    let id = try await apply(Self.acme, Self.workspace("a")).results[1].id
    _ = try await fixture.write { tx in
      try Workspaces.archive(ArchiveWorkspaceRequest(id: id), by: .unlimited, in: &tx)
    }
    #expect(try await apply(Self.acme, Self.workspace("a"), prune: true).summary.created == 1)
    #expect(try await apply(Self.acme, prune: true, allowDeletes: 1).summary.deleted == 1)
  }

  @Test("An object that refers to an organization to prune is refused")
  func prunedReference() async throws {
    _ = try await apply(Self.acme, Self.workspace("a"))
    let refused = await refusals {
      try await apply(Self.workspace("a"), prune: true, allowDeletes: 9)
    }
    #expect(refused == ["Acme/a: REFERENCE_PRUNED"])
  }

  @Test("An object that is applied, pruned and applied again is created each time")
  func pruneCycle() async throws {
    for _ in 0..<3 {
      #expect(try await apply(Self.acme, Self.workspace("a"), prune: true).summary.refused == false)
      let outcome = try await apply(Self.acme, prune: true, allowDeletes: 1)
      #expect(outcome.summary.deleted == 1)
    }
  }

  @Test("A manifest may leave out the organization if there is only one")
  func onlyOne() async throws {
    #expect(await refusals { try await apply(Self.workspace("a", in: "")) } == ["a: REQUIRED"])
    #expect(try await apply(Self.acme, Self.workspace("a", in: "")).summary.created == 2)
    #expect(try await apply(Self.workspace("a", in: "")).summary.unchanged == 1)
  }

  @Test("Only a super admin may apply a manifest")
  func denied() async throws {
    let admin = Access(
      of: IPCPrincipal(
        kind: .user, id: "user_1", roles: [IPCRoleGrant(role: "admin", organizationId: "x")]))
    let error = await #expect(throws: AdminError.self) {
      try await fixture.write { tx in
        try Manifests.apply([Self.acme], ApplyOptions(), with: .testing, by: admin, in: &tx)
      }
    }
    #expect(reason(of: error) == "PERMISSION_DENIED")
  }
}
