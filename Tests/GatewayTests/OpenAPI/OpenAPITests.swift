import ProtobufRuntime
import StoreProtos
import Testing

@testable import GatewayPlugin

@Suite("The description of the API")
struct OpenAPITests {
  @Test("The API's description has every method of every plugin, and no broken reference")
  func complete() async throws {
    let response = try await HostedGateway().send("GET", "/openapi.json")
    let document = try #require(response.json)
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
    let used = response.body.matches(of: /"#\/components\/schemas\/([^"]+)"/).map { String($0.1) }
    #expect(Set(used).subtracting(known).isEmpty)
  }

  @Test("The API's description isn't sent again to a client that already has it")
  func cached() async throws {
    let gateway = try HostedGateway()
    let first = try await gateway.send("GET", "/openapi.json")
    let etag = try #require(first.headers("etag").first)
    for known in [etag, "W/\(etag)", "\"other\", \(etag)", "*"] {
      let again = try await gateway.send("GET", "/openapi.json", ["if-none-match": known])
      #expect(again.status == 304 && again.body.isEmpty, "\(known)")
      #expect(again.headers("etag") == [etag])
    }
    let other = try await gateway.send("GET", "/openapi.json", ["if-none-match": "\"other\""])
    #expect(other.status == 200 && other.body == first.body)
    #expect(other.headers("etag") == [etag])
  }

  @Test("The API's description shows values in the form of canonical JSON")
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
