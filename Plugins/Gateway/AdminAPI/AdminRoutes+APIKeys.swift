import AdminProtos
import AdminServices
import Hummingbird
import ProtobufRuntime
import Status

extension AdminRoutes {
  var apiKeys: [Route] { [listAPIKeys, getAPIKey, updateAPIKey] }

  private var listAPIKeys: Route {
    route(
      .get, "/api_keys",
      Operation(
        id: "listAPIKeys", tag: "API keys",
        summary: "Lists the organization's API keys, newest first, without their secrets.",
        parameters: .page(
          .init("status", .query, .oneOf(ApiKey.adminStatuses), "Only keys with this status."),
          .init("workspace_id", .query, .string, "Only keys of this workspace."),
          .init("created_by_user_id", .query, .string, "Only keys that this user created.")),
        response: .page(of: ApiKey.adminFields.schema).named("APIKeyList"))
    ) { [host] request in
      let query = try request.query()
      let page = try PageQuery(query)
      let status = try query.value("status") ?? ""
      let wanted = ListKeysRequest(
        organizationId: request.organization, limit: page.limit, afterId: page.after,
        beforeId: page.before, statuses: status.isEmpty ? [] : [status],
        workspaceId: try query.value("workspace_id") ?? "",
        createdByUserId: try query.value("created_by_user_id") ?? "")
      do {
        let keys = try await KeysClient(host).list(wanted, options: request.options)
        return .json(keys.adminJSON(request.json))
      } catch {
        throw Status(describing: error).naming("statuses", as: "status")
      }
    }
  }

  private var getAPIKey: Route {
    route(
      .get, "/api_keys/{api_key_id}",
      Operation(
        id: "getAPIKey", tag: "API keys", summary: "Returns one API key, without its secret.",
        response: ApiKey.adminFields.schema)
    ) { [host] request in
      let key = try await KeysClient(host).get(
        GetKeyRequest(id: try request.id("api_key_id"), organizationId: request.organization),
        options: request.options)
      return .resource(request.json(key), etag: key.etag)
    }
  }

  private var updateAPIKey: Route {
    route(
      .post, "/api_keys/{api_key_id}",
      Operation(
        id: "updateAPIKey", tag: "API keys",
        summary: "Renames an API key, or makes it active, inactive or archived.",
        parameters: [.ifMatch], body: UpdateKeyRequest.adminFields.schema,
        response: ApiKey.adminFields.schema)
    ) { [host] request in
      var change = try await request.read(
        UpdateKeyRequest.adminFields, for: "steward.keys.v1.Keys/Update")
      change.organizationId = request.organization
      change.id = try request.id("api_key_id")
      change.ifMatch = try request.ifMatch()
      let key = try await KeysClient(host).update(change, options: request.options)
      return .resource(request.json(key), etag: key.etag)
    }
  }
}

extension Status {
  /// Returns the refusal with another name for a field.
  fileprivate func naming(_ field: String, as name: String) -> Status {
    guard fieldViolations.contains(where: { $0.field == field }) else { return self }
    var status = self
    status.message = message.replacing("\(field): ", with: "\(name): ", maxReplacements: 1)
    status.fieldViolations = fieldViolations.map {
      $0.field == field
        ? FieldViolation(field: name, reason: $0.reason, message: $0.message) : $0
    }
    return status
  }
}
