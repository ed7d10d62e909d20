import HTTPTypes
import Hummingbird
import IPC
import PluginKit
import ProtobufRuntime

/// A request to the Admin API, with what is known of every one of them.
struct AdminRequest: Sendable {
  let request: Request
  let context: GatewayContext
  let version: APIVersion
  /// The organization in which the client acts: nothing outside of it is seen or changed.
  let organization: String
  let admissions: Admissions

  /// How a plugin is called on the client's behalf.
  var options: CallOptions { context.callOptions(for: request) }

  /// An id in the path, as `user_id`.
  ///
  /// One that has the form of the vendor's, but not of ours, is of an object that isn't here, and
  /// nothing that a client has made wrong.
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

  /// The body, which has no fields but these. One that is empty has none.
  ///
  /// - Parameter method: The method that is called with it: who may not call it has no long body
  ///   read.
  func body(_ fields: [String], for method: String) async throws -> AdminBody {
    let json = try await request.jsonBody { [admissions] in
      try await admissions.limit(of: method, for: request, context)
    }
    try context.requireTime()
    return try AdminBody(json ?? .object([]), fields: fields)
  }

  /// The etag that a resource must still have to be changed; empty for any. (RFC 9110, section 13.1.1)
  func ifMatch() throws(APIError) -> String {
    guard let value = request.headers[.ifMatch], value != "*" else { return "" }
    guard value.count > 2, value.hasPrefix("\""), value.hasSuffix("\"") else {
      throw APIError(
        .invalidRequest, "if-match: must be the etag of an answer, in its quotation marks, or *.")
    }
    return String(value.dropFirst().dropLast())
  }
}

extension Operation.Parameter {
  /// The header of requests that change what must not have changed meanwhile.
  static let ifMatch = Operation.Parameter(
    "if-match", .header, .string,
    "The etag of the answer that the change is based on; one that has changed since is left alone.")
}
