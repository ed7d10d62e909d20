import Hummingbird
import JSONCalls
import PluginKit
import ProtobufRuntime

/// The route of the description of everything that the gateway serves: its own routes, and every
/// method of every plugin.
struct OpenAPIRoute: Sendable {
  let directory: MethodDirectory
  /// The version of the gateway.
  let version: String

  private static let path = "/openapi.json"

  /// - Parameter others: The gateway's other routes.
  func route(describing others: [Route]) -> Route {
    let cache = DocumentCache()
    return Route(.get, Self.path, .openAPI) { [self] request, _ in
      let services = try await directory.definitions()
      let document = cache.document(of: services) { self.document(others, services) }
      return .cacheable(document.text, document.etag, to: request)
    }
  }

  func document(_ routes: [Route], _ services: [ServiceDefinition]) -> OpenAPIDocument {
    var document = OpenAPIDocument(version: version)
    document.add(.openAPI, at: Self.path, "get")
    for route in routes where route.operation.id != Operation.anyCall.id {
      document.add(route.operation, at: route.path, route.method.rawValue)
    }
    for definition in services {
      for method in definition.service.methods {
        guard let operation = Operation(method, of: definition) else { continue }
        document.add(operation, at: "/rpc/\(definition.service.fullName)/\(method.name)", "post")
      }
    }
    return document
  }
}

extension Operation {
  fileprivate static let openAPI = Operation(
    id: "getOpenAPI", tag: "Health", summary: "Returns this OpenAPI document.", response: .any,
    needsCredential: false, isCacheable: true)
}
