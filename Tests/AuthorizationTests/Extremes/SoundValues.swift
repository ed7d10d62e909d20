import AdminProtos
import AdminServices
import ProtobufRuntime

/// Values for the fields of a valid request, so that the request reaches a method's arithmetic.
struct SoundValues {
  /// The values for requests to any service, by the name of the field.
  private let common: [String: JSONValue]
  /// The values of `id`, by the name of the service.
  private let ids: [String: String]

  /// Creates the things that requests name.
  init(_ make: Clients, number: Int) async throws {
    let organization = try await make.orgs.create(
      CreateOrganizationRequest(name: "Extreme \(number)"))
    let workspace = try await make.workspaces.create(
      CreateWorkspaceRequest(organizationId: organization.id, name: "Room"))
    let user = try await make.users.add(
      AddUserRequest(
        organizationId: organization.id, email: "worker\(number)@extreme.example", name: "Worker",
        role: "user"))
    let invite = try await make.invites.create(
      CreateInviteRequest(
        organizationId: organization.id, email: "guest\(number)@extreme.example", role: "user"))
    let key = try await make.keys.issue(
      IssueKeyRequest(workspaceId: workspace.id, name: "Key", userId: user.id))
    let adminKey = try await make.adminKeys.create(
      CreateAdminKeyRequest(organizationId: organization.id, name: "Admin key"))
    ids = [
      "Orgs": organization.id, "Workspaces": workspace.id, "Users": user.id,
      "Invites": invite.invite?.id ?? "", "Keys": key.key?.id ?? "",
      "AdminKeys": adminKey.key?.id ?? "",
    ]
    common = [
      "organization_id": .string(organization.id), "workspace_id": .string(workspace.id),
      "user_id": .string(user.id), "workspace_role": .string("workspace_user"),
      "role": .string("user"), "name": .string("Name \(number)"),
      "email": .string("new\(number)@extreme.example"),
      "method": .string("steward.orgs.v1.Orgs/List"),
      "value": .string("sk-ant-api03-and-some-more-of-it-\(number)"),
      // Methods that would change or wait for much only show what they would do.
      "once": .bool(true), "plan": .bool(true), "dry_run": .bool(true),
    ]
  }

  /// Returns the fields of a request to a service for which there is a valid value.
  func request(_ type: MessageDescriptor, to service: String) -> [(String, JSONValue)] {
    type.fields.compactMap { field in
      guard !field.isRepeated else { return nil }
      if field.name == "id" { return ids[service].map { ("id", .string($0)) } }
      let value = common[field.name]
      if case .bool? = value, field.type != .bool { return nil }
      if case .string? = value, field.type != .string { return nil }
      return value.map { (field.name, $0) }
    }
  }
}
