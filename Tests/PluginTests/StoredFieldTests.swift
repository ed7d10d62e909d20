import AdminProtos
import AdminServices
import IPC
import ProtobufRuntime
import Testing

/// A field that a create or an update forgets would compile, and its value would be lost.
@Suite("The fields of requests that are stored")
struct StoredFieldTests {
  /// The resources to which requests refer, as they are before.
  struct Former: Sendable {
    let fixture: PluginFixture
    let organization: Organization
    let workspace: Workspace
    let user: User
    let key: ApiKey
  }

  /// A request with a value in every field.
  struct Line: Sendable, CustomTestStringConvertible {
    let request: any Message.Type
    /// The values of the fields that not every text fits.
    var values: [String: JSONValue] = [:]
    /// The fields whose value is not in the resource's field of that name, each with the reason.
    /// They are left out of the request, unless there is a value for them.
    var exceptions: [String: String] = [:]
    /// Sends the request, and returns the resource as it can be read afterwards.
    let send: @Sendable (_ request: JSONValue, Former) async throws -> any Message

    var testDescription: String { request.fullName }
  }

  let former: Former

  init() async throws {
    let fixture = try await PluginFixture()
    let organization = try await fixture.orgs.create(CreateOrganizationRequest(name: "Former"))
    let workspace = try await fixture.workspaces.create(
      CreateWorkspaceRequest(organizationId: organization.id, name: "Former"))
    let user = try await fixture.users.add(
      AddUserRequest(
        organizationId: organization.id, email: "former@x.test", name: "Former", role: "user"))
    let issued = try await fixture.keys.issue(
      IssueKeyRequest(workspaceId: workspace.id, name: "Former", userId: user.id))
    former = Former(
      fixture: fixture, organization: organization, workspace: workspace, user: user,
      key: try #require(issued.key))
  }

  @Test("Each field of a request is in the stored resource, or says why not", arguments: lines)
  func stored(_ line: Line) async throws {
    let fields = try line.request.descriptor.fields
    let values = Self.values.merging(ids, uniquingKeysWith: { $1 })
      .merging(line.values, uniquingKeysWith: { $1 })
    let given = try fields.compactMap { field -> (String, JSONValue)? in
      if let value = values[field.name] { return (field.name, value) }
      guard line.exceptions[field.name] == nil else { return nil }
      try #require(field.type == .string && !field.isRepeated, "\(field.name) needs a value")
      return (field.name, .string("Given \(field.name)"))
    }
    let resource = try await line.send(.object(given), former).jsonValue()
    let lost = given.filter { !Self.holds(resource[$0.0], $0.1) }.map(\.0)
    let names = Set(fields.map(\.name))
    #expect(Set(lost).subtracting(line.exceptions.keys) == [])
    #expect(Set(line.exceptions.keys).subtracting(names) == [], "These exceptions are of no field.")
  }

  /// Returns whether a stored value is the given one. A stored message may have more fields.
  private static func holds(_ stored: JSONValue?, _ given: JSONValue) -> Bool {
    guard case .object(let members) = given, let stored else { return stored == given }
    return members.allSatisfy { holds(stored[$0.0], $0.1) }
  }

  /// The ids of the resources to which requests refer.
  private var ids: [String: JSONValue] {
    [
      "organization_id": .string(former.organization.id),
      "workspace_id": .string(former.workspace.id), "user_id": .string(former.user.id),
    ]
  }

  /// Values that differ from the defaults and from those of the former resources.
  private static let values: [String: JSONValue] = [
    "display_color": .string("#112233"), "tags": .object([("env", .string("prod"))]),
    "data_residency": .object([
      ("allowed_inference_geos", .array([.string("us")])), ("default_inference_geo", .string("us")),
    ]),
    "email": .string("given@x.test"), "role": .string("developer"),
    "expires_at": .string("2099-01-01T00:00:00Z"), "status": .string("inactive"),
    "allowed_networks": .array([.string("203.0.113.0/24")]),
  ]
}

extension StoredFieldTests {
  private static let condition = "the condition of an update"
  private static let owner = "contradicts the user"
  private static let lifetime = "contradicts expires_at"

  static let lines = organizations + workspaces + users + keys

  private static let organizations = [
    Line(request: CreateOrganizationRequest.self) { request, former in
      let made = try await former.fixture.orgs.create(CreateOrganizationRequest(json: request))
      return try await former.fixture.orgs.get(GetOrganizationRequest(id: made.id))
    },
    Line(request: UpdateOrganizationRequest.self, exceptions: ["id": place, "if_match": condition])
    { request, former in
      var update = try UpdateOrganizationRequest(json: request)
      update.id = former.organization.id
      _ = try await former.fixture.orgs.update(update)
      return try await former.fixture.orgs.get(GetOrganizationRequest(id: update.id))
    },
  ]

  private static let place = "finds the resource"

  private static let workspaces = [
    Line(request: CreateWorkspaceRequest.self) { request, former in
      let made = try await former.fixture.workspaces.create(CreateWorkspaceRequest(json: request))
      return try await former.fixture.workspaces.get(GetWorkspaceRequest(id: made.id))
    },
    Line(
      request: UpdateWorkspaceRequest.self,
      exceptions: ["id": place, "if_match": condition, "remove_tags": "contradicts tags"]
    ) { request, former in
      var update = try UpdateWorkspaceRequest(json: request)
      update.id = former.workspace.id
      _ = try await former.fixture.workspaces.update(update)
      return try await former.fixture.workspaces.get(GetWorkspaceRequest(id: update.id))
    },
  ]

  private static let users = [
    Line(
      request: AddUserRequest.self, exceptions: ["key_id": "it gets an owner, not the user a key"]
    ) { request, former in
      let made = try await former.fixture.users.add(AddUserRequest(json: request))
      return try await former.fixture.users.get(
        GetUserRequest(organizationId: former.organization.id, id: made.id))
    },
    Line(
      request: UpdateUserRequest.self,
      exceptions: [
        "id": place, "if_match": condition, "spare_admins": condition,
        "is_super_admin": "only for a user who has a password",
      ]
    ) { request, former in
      var update = try UpdateUserRequest(json: request)
      update.id = former.user.id
      _ = try await former.fixture.users.update(update)
      return try await former.fixture.users.get(
        GetUserRequest(organizationId: former.organization.id, id: update.id))
    },
    Line(request: CreateInviteRequest.self) { request, former in
      let made = try await former.fixture.invites.create(CreateInviteRequest(json: request))
      return try await former.fixture.invites.get(GetInviteRequest(id: made.invite?.id ?? ""))
    },
  ]

  private static let keys = [
    Line(
      request: IssueKeyRequest.self, exceptions: ["without_owner": owner, "lifetime": lifetime]
    ) { request, former in
      let made = try await former.fixture.keys.issue(IssueKeyRequest(json: request))
      return try await former.fixture.keys.get(GetKeyRequest(id: made.key?.id ?? ""))
    },
    Line(
      request: RegisterKeyRequest.self,
      values: [
        "id": .string("apikey_01Rj2N8SVvo6BePZj99NhmiT"),
        "value": .string("sk-ant-api03-R2DxxxxxxxxxxxxxxxxxxxxxxxxxigAA"),
      ],
      exceptions: [
        "value": "it is sealed", "partial_key_hint": "checks the value", "without_owner": owner,
        "lifetime": lifetime,
      ]
    ) { request, former in
      let made = try await former.fixture.keys.register(RegisterKeyRequest(json: request))
      return try await former.fixture.keys.get(GetKeyRequest(id: made.id))
    },
    Line(
      request: UpdateKeyRequest.self,
      values: ["allowed_networks": .object([("ranges", .array([.string("203.0.113.0/24")]))])],
      exceptions: [
        "id": place, "if_match": condition,
        "allowed_networks": "the resource has the ranges alone, as KeyNetworkTests shows",
      ]
    ) { request, former in
      var update = try UpdateKeyRequest(json: request)
      update.id = former.key.id
      _ = try await former.fixture.keys.update(update)
      return try await former.fixture.keys.get(GetKeyRequest(id: update.id))
    },
  ]
}
