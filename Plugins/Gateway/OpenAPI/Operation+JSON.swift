import ProtobufRuntime

extension Operation {
  /// Every schema that the operation uses.
  var schemas: [Schema] { parameters.map(\.schema) + [response] + (body.map { [$0] } ?? []) }

  /// Returns the operation in the form of OpenAPI. The path names its own parameters.
  func json(at path: String) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("operationId", .string(id)), ("tags", .array([.string(tag)])),
      ("summary", .string(summary)),
      ("parameters", .array(Self.parameters(of: path) + allParameters.map(\.json))),
      ("responses", .object(responses)),
      ("security", .array(needsCredential ? Self.credentials : [])),
    ]
    if let body {
      members.append(
        ("requestBody", .object([("content", Self.content(bodyType, body.json))])))
    }
    return .object(members)
  }

  private var allParameters: [Parameter] { isCacheable ? parameters + [.ifNoneMatch] : parameters }

  private var responses: [(String, JSONValue)] {
    let unchanged = isCacheable ? [("304", Self.unchanged)] : []
    return [("200", success)] + unchanged + [("default", Self.failure)]
  }

  private var success: JSONValue {
    .object([
      ("description", .string("The result.")), ("headers", Self.headers),
      ("content", Self.content(responseType, response.json)),
    ])
  }

  private static let unchanged = JSONValue.object([
    ("description", .string("The client has the current version.")), ("headers", headers),
  ])

  private static let failure = JSONValue.object([
    ("description", .string("The error.")), ("headers", headers),
    ("content", content("application/json", Schema.errorEnvelope.json)),
  ])

  private static let headers = JSONValue.object([
    (
      "request-id",
      .object([("required", .bool(true)), ("schema", Schema.string(matching: "^req_").json)])
    )
  ])

  private static let credentials = ["bearer", "key", "session"].map {
    JSONValue.object([($0, .array([]))])
  }

  private static func content(_ type: String, _ schema: JSONValue) -> JSONValue {
    .object([(type, .object([("schema", schema)]))])
  }

  private static func parameters(of path: String) -> [JSONValue] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
      .object([
        ("name", .string(String(part.dropFirst().dropLast()))), ("in", .string("path")),
        ("required", .bool(true)), ("schema", Schema.string(1...200).json),
      ])
    }
  }
}

extension Operation.Parameter {
  /// The header that names the response that the client already has.
  fileprivate static let ifNoneMatch = Operation.Parameter(
    "if-none-match", .header, .string, "The etag of the response that the client has.")

  fileprivate var json: JSONValue {
    .object([
      ("name", .string(name)), ("in", .string(place.rawValue)), ("required", .bool(isRequired)),
      ("description", .string(summary)), ("schema", schema.json),
    ])
  }
}
