import HTTPTypes
import Hummingbird
import IPC
import PluginKit
import ProtobufRuntime

/// A request to the Admin API, with the version and the organization that every request has.
struct AdminRequest: Sendable {
  let request: Request
  let context: GatewayContext
  let version: APIVersion
  /// The id of the organization in which the client acts. The client can't see or change anything
  /// outside of it.
  let organization: String
  let admissions: Admissions

  /// The options for a call to a plugin on the client's behalf.
  var options: CallOptions { context.callOptions(for: request) }

  /// Returns an id in the path, such as `user_id`.
  ///
  /// An id in the vendor's form that can't be one of Steward's belongs to an object that isn't
  /// here. That is no mistake of the client, so the error says that the object is not found.
  func id(_ name: String) throws(APIError) -> String {
    guard let id = context.parameters.get(name) else {
      throw APIError(.notFound, "There is nothing at \(request.uri.path).")
    }
    if let kind = AdminIdentifier(parameter: name), kind.isForeign(id) {
      throw APIError(.notFound, "There is no \(kind.noun) \"\(id)\".")
    }
    return id
  }

  func query() throws(APIError) -> Query {
    try Query(request)
  }

  /// Returns the message that the body describes. An empty body is an object without members.
  ///
  /// - Parameter method: The method that is called with the body. If the client may not call it, a
  ///   long body is not read.
  func read<Body>(_ form: InputValue<Body>, for method: String) async throws -> Body {
    let json = try await request.jsonBody { [admissions] in
      try await admissions.limit(of: method, for: request, context)
    }
    try context.requireTime()
    return try form.read(json ?? .object([]), "")
  }

  /// Returns the etag that a resource must still have to be changed; empty if any etag will do.
  func ifMatch() throws(APIError) -> String {
    try request.headers[.ifMatch].map(IfMatch.init)?.etag ?? ""
  }
}
