import Testing

@testable import protoc_gen_steward_swift

@Suite("Names in generated code")
struct NamesTests {
  @Test("Swift names of fields, methods and files are lowerCamel, and keywords are escaped")
  func swiftNames() {
    #expect(SwiftNames.property("organization_id") == "organizationId")
    #expect(SwiftNames.property("timeout_us") == "timeoutUs")
    #expect(SwiftNames.property("default") == "`default`")
    #expect(SwiftNames.property("self") == "self_")
    #expect(SwiftNames.property("serialized") == "serialized_")
    #expect(SwiftNames.oneof("pick_one") == "PickOne")
    #expect(SwiftNames.method("ListPlugins") == "listPlugins")
    #expect(SwiftNames.method("Import") == "`import`")
    #expect(SwiftNames.file("steward/orgs/v1/orgs.proto") == "stewardOrgsV1Orgs")
  }

  @Test(
    "Enum values lose the prefix of their enum, unless no valid name is left",
    arguments: [
      ("STATE_BACKING_OFF", "State", "backingOff"), ("NULL_VALUE", "NullValue", "nullValue"),
      ("IDEMPOTENCY_KEYED", "Idempotency", "keyed"), ("MODE_3D", "Mode", "mode3d"),
      ("OTHER", "Mode", "other"), ("HTTP_CODE_OK", "HTTPCode", "ok"),
      ("DEFAULT", "Mode", "`default`"), ("MODE_SELF", "Mode", "self_"),
    ])
  func enumValues(_ value: String, _ enumeration: String, _ name: String) {
    #expect(SwiftNames.enumValue(value, of: enumeration) == name)
  }

  @Test("C names are the names that protoc-gen-c gives")
  func cNames() {
    #expect(CNames.structure("a.b_c.v1.FooBar.MEntry") == "A__BC__V1__FooBar__MEntry")
    #expect(CNames.symbol("a.b_c.v1.FooBar.MEntry") == "a__b_c__v1__foo_bar__mentry")
    #expect(CNames.symbol("a.IPCFrame2x") == "a__ipcframe2x")
    #expect(CNames.member("class") == "class_")
    #expect(CNames.member("UPPER") == "upper")
    #expect(CNames.caseMember("PickOne") == "pick_one_case")
    #expect(CNames.caseMember("_limit") == "_limit_case")
    #expect(CNames.file("a/b-c.proto") == "a__b_c_proto")
  }
}
