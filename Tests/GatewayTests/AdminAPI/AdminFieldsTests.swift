import AdminProtos
import IPC
import ProtobufRuntime
import Testing

@testable import GatewayPlugin

/// A new field of a message must reach the Admin API, unless an exception here says why it doesn't.
@Suite("The Admin API's tables of fields")
struct AdminFieldsTests {
  @Test(
    "Each field of a message is in the Admin API's table or has an exception",
    arguments: AdminTable.all)
  func complete(table: AdminTable) throws {
    let fields = Set(try table.message.descriptor.fields.map(\.name))
    let exceptions = Set(table.exceptions.keys)
    #expect(fields.subtracting(table.fields).subtracting(exceptions) == [])
    #expect(table.fields.subtracting(fields) == [], "The table names unknown fields.")
    #expect(exceptions.subtracting(fields) == [], "The exceptions name unknown fields.")
    #expect(exceptions.intersection(table.fields) == [], "These exceptions are out of date.")
  }

  @Test("Each object in the description of the Admin API has a table that is checked for gaps")
  func known() {
    let routes = AdminRoutes(host: InProcessChannel(ServiceRouter([]))).all
    let described = routes.flatMap(\.operation.schemas).flatMap(\.definitions.keys)
    let checked = Set(AdminTable.all.flatMap(\.schema.definitions.keys))
    let lists = described.filter { $0.hasSuffix("List") }
    #expect(Set(described).subtracting(lists).subtracting(checked) == [])
  }
}
