import AdminProtos
import ProtobufRuntime
import Testing

@testable import AdminModel

@Suite("The fields of manifests")
struct ManifestFieldTests {
  /// A kind of object, the requests that it is turned into, and the fields that aren't shared by
  /// name and type, each with the reason.
  struct Kind: Sendable, CustomTestStringConvertible {
    let object: any Message.Type
    let requests: [any Message.Type]
    /// Fields of the requests that no manifest sets.
    let unset: [String: String]
    /// Fields of the object that code of the kind turns into something else.
    let translated: [String: String]
    /// Fields of the object that have another type in a request, for which code of the kind fills
    /// that request.
    var reshaped: [String: String] = [:]

    var testDescription: String { object.fullName }
  }

  static let place = "follows from the name that the object gives"
  static let condition = "a manifest says what is desired, whatever was there before"

  static let kinds = [
    Kind(
      object: OrganizationObject.self,
      requests: [CreateOrganizationRequest.self, UpdateOrganizationRequest.self],
      unset: ["if_match": condition], translated: [:]),
    Kind(
      object: WorkspaceObject.self,
      requests: [CreateWorkspaceRequest.self, UpdateWorkspaceRequest.self],
      unset: [
        "organization_id": place, "if_match": condition,
        "remove_tags": "the tags of the object replace all others",
      ],
      translated: [
        "organization": place, "tags": "a YAML map, whose values must be texts",
        "archived": "a call of its own",
      ]),
    Kind(
      object: MemberObject.self, requests: [AddUserRequest.self, UpdateUserRequest.self],
      unset: [
        "organization_id": place, "id": place, "if_match": condition,
        "key_id": "a key object names its user",
        "is_super_admin": "a right over the installation, which no organization's manifest gives",
        "spare_admins": "for clients of the Admin API only",
      ],
      translated: ["organization": place]),
    Kind(
      object: InviteObject.self, requests: [CreateInviteRequest.self],
      unset: ["organization_id": place], translated: ["organization": place]),
    Kind(
      object: KeyObject.self,
      requests: [IssueKeyRequest.self, RegisterKeyRequest.self, UpdateKeyRequest.self],
      unset: [
        "organization_id": place, "workspace_id": place, "user_id": place, "if_match": condition,
        "without_owner": "a key without a user has no owner",
        "lifetime": "the object names the time itself, so that a second apply changes nothing",
        "partial_key_hint": "the value is there to be checked",
      ],
      translated: ["organization": place, "workspace": place, "user": place],
      reshaped: ["allowed_networks": "an update distinguishes no networks from no change"]),
  ]

  @Test(
    "Each field that a request takes can be set by a manifest, or says why not", arguments: kinds)
  func settable(_ kind: Kind) throws {
    let object = Set(try kind.object.descriptor.fields.map(\.name))
    var unset: Set<String> = []
    for request in kind.requests {
      unset.formUnion(Set(Self.flat(try request.descriptor).map(\.name)).subtracting(object))
    }
    #expect(unset == Set(kind.unset.keys))
  }

  @Test(
    "Each field of a manifest reaches a request, or is translated by its kind", arguments: kinds)
  func used(_ kind: Kind) throws {
    let requests = try kind.requests.map { Set(Self.flat(try $0.descriptor).map(\.name)) }
    let unused = try kind.object.descriptor.fields.map(\.name).filter { name in
      !requests.contains { $0.contains(name) }
    }
    let known = Set(kind.translated.keys)
    #expect(Set(unused).isSubset(of: known))
    #expect(known.isSubset(of: Set(try kind.object.descriptor.fields.map(\.name))))
  }

  /// A field of another type would be dropped without an error.
  @Test("A field of a manifest has the same type in each request that it reaches", arguments: kinds)
  func alike(_ kind: Kind) throws {
    let requests = try kind.requests.flatMap { Self.flat(try $0.descriptor) }
    let different = try kind.object.descriptor.fields.filter { field in
      requests.contains { $0.name == field.name && !Self.areAlike($0, field) }
    }
    let known = Set(kind.translated.keys).union(kind.reshaped.keys)
    #expect(Set(different.map(\.name)).subtracting(known) == [])
  }

  private static func areAlike(_ one: FieldDescriptor, _ other: FieldDescriptor) -> Bool {
    one.type == other.type && one.typeName == other.typeName && one.isRepeated == other.isRepeated
  }

  @Test("A request gets the fields of an object, also those of a message within it")
  func request() throws {
    let object = WorkspaceObject(
      organization: "Acme", name: "prod", id: "wrkspc_1", displayColor: "#010203",
      allowedInferenceGeos: ["us"], defaultInferenceGeo: "us", archived: true)
    #expect(
      try CreateWorkspaceRequest(fieldsOf: object)
        == CreateWorkspaceRequest(
          name: "prod", displayColor: "#010203",
          dataResidency: DataResidency(
            allowedInferenceGeos: ["us"], defaultInferenceGeo: "us")))
    #expect(try UpdateWorkspaceRequest(fieldsOf: WorkspaceObject()) == UpdateWorkspaceRequest())
  }

  @Test("The fields of a resource are shown as texts, without those that have no value")
  func texts() throws {
    let workspace = Workspace(
      id: "wrkspc_1", name: "prod", displayColor: "#010203",
      dataResidency: DataResidency(
        workspaceGeo: "us", allowedInferenceGeos: ["us", "global"]), etag: "7")
    #expect(
      try workspace.fields(of: WorkspaceObject.self) == [
        "name": "prod", "display_color": "#010203", "workspace_geo": "us",
        "allowed_inference_geos": "us, global",
      ])
  }

  /// Returns the fields of a type, with those of a message in place of the message.
  private static func flat(_ type: MessageDescriptor) -> [FieldDescriptor] {
    type.fields.flatMap { field in
      let isNested = !field.isRepeated && field.typeName == "steward.workspaces.v1.DataResidency"
      guard isNested, let part = type.message(of: field) else { return [field] }
      return part.fields
    }
  }
}
