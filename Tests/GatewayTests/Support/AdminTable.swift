import AdminProtos
import ProtobufRuntime
import Testing

@testable import GatewayPlugin

/// A table of the Admin API for a message, and the message's fields that are not in the table.
struct AdminTable: Sendable, CustomTestStringConvertible {
  let message: any Message.Type
  let schema: Schema
  /// The message's fields that the table has.
  let fields: Set<String>
  /// The reasons, keyed by the fields that the table doesn't have.
  let exceptions: [String: String]

  var testDescription: String { "\(schema.json)" }

  static let all = resources + requests
}

private let isETag = "It is the response's ETag."
private let isIfMatch = "It is the request's If-Match."
private let isOrganization = "It is the organization of the credential."
private let isInPath = "It is in the path."
private let isNotInAPI = "The vendor's API doesn't have it."

extension AdminTable {
  private init<Resource: AdminResource>(_ type: Resource.Type, except exceptions: [String: String])
  {
    self.init(Resource.adminFields, except: exceptions)
  }

  private init<Resource: Message>(
    _ table: ResourceFields<Resource>, except exceptions: [String: String]
  ) {
    self.init(
      message: Resource.self, schema: table.schema, fields: Set(table.sources),
      exceptions: exceptions)
  }

  private static let resources = [
    AdminTable(
      Organization.self,
      except: [
        "created_at": isNotInAPI, "updated_at": isNotInAPI, "default_workspace_id": isNotInAPI,
        "workspace_count": isNotInAPI, "member_count": isNotInAPI, "key_count": isNotInAPI,
        "etag": isETag,
      ]),
    AdminTable(
      User.self,
      except: [
        "organization_id": isOrganization, "is_super_admin": isNotInAPI, "unclaimed": isNotInAPI,
        "workspaces": isNotInAPI,
        "key_count": isNotInAPI, "last_login_at": isNotInAPI, "suspended_at": isNotInAPI,
        "etag": isETag,
      ]),
    AdminTable(
      RemoveUserResponse.self,
      except: [
        "organization_id": isOrganization, "keys": isNotInAPI, "ended_keys": isNotInAPI,
        "reassigned_keys": isNotInAPI, "kept_keys": isNotInAPI, "workspace_ids": isNotInAPI,
        "dry_run": isNotInAPI, "super_admin_ended": isNotInAPI,
      ]),
    AdminTable(Invite.self, except: ["organization_id": isOrganization, "etag": isETag]),
    AdminTable(DeleteInviteResponse.self, except: [:]),
    AdminTable(
      Workspace.self,
      except: [
        "organization_id": isOrganization, "updated_at": isNotInAPI, "is_default": isNotInAPI,
        "member_count": isNotInAPI, "key_count": isNotInAPI, "etag": isETag,
      ]),
    AdminTable(DataResidency.self, except: [:]),
    AdminTable(
      WorkspaceMember.self,
      except: [
        "organization_id": isOrganization, "email": isNotInAPI, "name": isNotInAPI,
        "added_at": isNotInAPI, "etag": isETag,
      ]),
    AdminTable(RemoveWorkspaceMemberResponse.self, except: [:]),
    AdminTable(
      ApiKey.self,
      except: [
        "organization_id": isOrganization, "kind": "The API shows keys of one kind only.",
        "updated_at": isNotInAPI, "archived_at": isNotInAPI, "last_used_at": isNotInAPI,
        "former_secret_expires_at": isNotInAPI, "allowed_networks": isNotInAPI, "etag": isETag,
        "user_suspended": isNotInAPI, "user_name": isNotInAPI, "user_email": isNotInAPI,
      ]),
    AdminTable(ApiKey.creatorFields, except: [:]),
  ]
}

extension AdminTable {
  private init<Request: Message>(
    _ table: InputValue<Request>, except exceptions: [String: String]
  ) {
    self.init(
      message: Request.self, schema: table.schema, fields: Set(table.targets),
      exceptions: exceptions)
  }

  private static let requests = [
    AdminTable(
      UpdateUserRequest.adminFields,
      except: [
        "organization_id": isOrganization, "id": isInPath, "if_match": isIfMatch,
        "name": isNotInAPI, "is_super_admin": isNotInAPI, "spare_admins": "It is always true.",
      ]),
    AdminTable(CreateInviteRequest.adminFields, except: ["organization_id": isOrganization]),
    AdminTable(CreateWorkspaceRequest.adminFields, except: ["organization_id": isOrganization]),
    AdminTable(
      UpdateWorkspaceRequest.adminFields,
      except: ["organization_id": isOrganization, "id": isInPath, "if_match": isIfMatch]),
    AdminTable(
      ArchiveWorkspaceRequest.adminFields,
      except: [
        "organization_id": isOrganization, "id": isInPath, "if_match": isIfMatch,
        "dry_run": isNotInAPI,
      ]),
    AdminTable(DataResidency.creationFields, except: [:]),
    AdminTable(
      DataResidency.updateFields, except: ["workspace_geo": "An update can't change it."]),
    AdminTable(
      AddWorkspaceMemberRequest.adminFields,
      except: ["organization_id": isOrganization, "workspace_id": isInPath]),
    AdminTable(
      UpdateWorkspaceMemberRequest.adminFields,
      except: [
        "organization_id": isOrganization, "workspace_id": isInPath, "user_id": isInPath,
        "if_match": isIfMatch,
      ]),
    AdminTable(
      UpdateKeyRequest.adminFields,
      except: [
        "organization_id": isOrganization, "id": isInPath, "if_match": isIfMatch,
        "allowed_networks": isNotInAPI,
      ]),
  ]
}
