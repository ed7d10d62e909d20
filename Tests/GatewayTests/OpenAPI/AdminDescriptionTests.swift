import Foundation
import HTTPTypes
import IPC
import ProtobufRuntime
import Testing

@testable import GatewayPlugin

/// Clients are generated from the description, so it must not change by accident.
@Suite("The description of the Admin API")
struct AdminDescriptionTests {
  /// One line for each path, then one line for each schema.
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("admin-api.txt")

  @Test("The description of the Admin API is the one in admin-api.txt, line for line")
  func unchanged() throws {
    let expected = try String(contentsOf: Self.file, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    let actual = description()
    #expect(actual.filter { !expected.contains($0) } == [], "These lines are new.")
    #expect(expected.filter { !actual.contains($0) } == [], "These lines are gone.")
    #expect(actual == expected)
  }

  private func description() -> [String] {
    var document = OpenAPIDocument(version: "")
    for route in AdminRoutes(host: InProcessChannel(ServiceRouter([]))).all {
      document.add(route.operation, at: route.path, route.method.rawValue)
    }
    let chapters = [document.json["paths"], document.json["components"]?["schemas"]]
    return chapters.flatMap { chapter -> [String] in
      guard case .object(let members)? = chapter else { return [] }
      return members.map { "\($0) \($1)" }
    }
  }
}
