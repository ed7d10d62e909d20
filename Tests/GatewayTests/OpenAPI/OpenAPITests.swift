import ProtobufRuntime
import StewardProtos
import Testing

@testable import GatewayModule

@Suite("The description of the API")
struct OpenAPITests {
  @Test("has every method of every module, and refers to nothing that it lacks")
  func complete() async throws {
    let answer = try await HostedGateway().send("GET", "/openapi.json")
    let document = try #require(answer.json)
    for path in [
      "/rpc/test.echo.v1.Echo/Say", "/rpc/steward.auth.v1.Auth/Login", "/v1/events", "/metrics",
      "/openapi.json", "/v1/organizations/me",
    ] { #expect(document["paths"]?[path] != nil) }
    #expect(document["paths"]?["/rpc/{service}/{method}"] == nil)
    guard case .object(let schemas)? = document["components"]?["schemas"] else {
      Issue.record("there are no schemas")
      return
    }
    let known = Set(schemas.map(\.0))
    let used = answer.body.matches(of: /"#\/components\/schemas\/([^"]+)"/).map { String($0.1) }
    #expect(Set(used).subtracting(known).isEmpty)
  }

  @Test("shows values as canonical JSON has them")
  func schemas() throws {
    let message = try Event.descriptor
    let schema = MessageSchemas(pool: try ProtoFile.stewardStoreV1Events.pool()).schema(of: message)
    let properties = try #require(schema.definitions["steward.store.v1.Event"]?["properties"])
    #expect(properties["revision"]?["type"] == .string("string"))
    #expect(properties["time"]?["format"] == .string("date-time"))
    #expect(properties["before_digest"]?["contentEncoding"] == .string("base64"))
    #expect(properties["actor"]?["description"] != nil)
  }
}
