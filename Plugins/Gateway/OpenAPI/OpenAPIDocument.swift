import ProtobufRuntime

/// The description of everything that the gateway serves, in the form of OpenAPI 3.1.
struct OpenAPIDocument: Sendable {
  private var paths: [(path: String, methods: [(String, JSONValue)])] = []
  private var schemas: [String: JSONValue] = [:]
  private let version: String

  /// - Parameter version: The gateway's version.
  init(version: String) {
    self.version = version
    use(.errorEnvelope)
  }

  /// Adds the description of a method of a path.
  mutating func add(_ operation: Operation, at path: String, _ method: String) {
    operation.schemas.forEach { use($0) }
    let entry = (method.lowercased(), operation.json(at: path))
    if let index = paths.firstIndex(where: { $0.path == path }) {
      paths[index].methods.append(entry)
    } else {
      paths.append((path, [entry]))
    }
  }

  /// The document as JSON.
  var json: JSONValue {
    .object([
      ("openapi", .string("3.1.0")),
      ("info", .object([("title", .string("Steward")), ("version", .string(version))])),
      ("paths", .object(paths.map { ($0.path, .object($0.methods)) })),
      (
        "components",
        .object([
          ("schemas", .object(schemas.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })),
          ("securitySchemes", Self.credentials),
        ])
      ),
    ])
  }

  private mutating func use(_ schema: Schema) {
    schemas.merge(schema.definitions) { first, _ in first }
  }

  private static let credentials = JSONValue.object([
    ("bearer", .object([("type", .string("http")), ("scheme", .string("bearer"))])),
    (
      "key",
      .object([
        ("type", .string("apiKey")), ("in", .string("header")), ("name", .string("x-api-key")),
      ])
    ),
    (
      "session",
      .object([
        ("type", .string("apiKey")), ("in", .string("cookie")),
        ("name", .string(SessionCookies.access)),
      ])
    ),
  ])
}

extension Schema {
  /// The schema of every error response.
  static let errorEnvelope = Schema.object(
    .init("type", .constant("error")),
    .init(
      "error",
      .object(
        .init("type", .oneOf(APIError.Kind.allCases.map(\.rawValue))), .init("message", .string),
        .init("details", .map(of: .any), isRequired: false))),
    .init("request_id", .string)
  ).named("Error")
}
