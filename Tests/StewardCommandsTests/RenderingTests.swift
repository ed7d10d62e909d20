import AdminProtos
import ProtobufRuntime
import Testing
import YAML
import Yams

@testable import StewardCommands

@Suite("Reports")
struct RenderingTests {
  static let organization = FakeOrgs.organization(1, named: "Größe: 日本")

  private func text(_ format: OutputFormat) throws -> String {
    try Report(of: Self.organization, id: Self.organization.id).text(as: format, style: .plain)
  }

  @Test("A report as JSON is indented and reads back as the same message")
  func json() throws {
    let text = try text(.json)
    #expect(text.hasPrefix("{\n  \"id\": \"0198c0de"))
    #expect(try Organization(json: text) == Self.organization)
  }

  @Test("A report as JSON lines is one line")
  func jsonl() throws {
    let text = try text(.jsonl)
    #expect(text.filter { $0 == "\n" }.count == 1)
    #expect(try Organization(json: text) == Self.organization)
  }

  @Test("A report as YAML holds the same values")
  func yaml() throws {
    #expect(
      try text(.yaml) == """
        id: "0198c0de-0000-7000-8000-000000000001"
        type: organization
        name: 'Größe: 日本'
        created_at: "2026-01-02T03:04:05.000006Z"
        updated_at: "2026-01-02T03:04:05.000006Z"
        default_workspace_id: wrkspc_1
        workspace_count: 2
        member_count: 5
        key_count: 0
        etag: "1"

        """)
  }

  @Test(
    "A report in any format shows no deceptive character, and keeps the value",
    arguments: [
      "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{9B}31m", "\u{202E}", "\u{2066}", "\u{200B}",
      "\u{200D}", "\u{FEFF}", "\u{2028}", "\u{E0041}", "\r\n", "\t",
    ])
  func deceptive(text: String) throws {
    var organization = Self.organization
    organization.name = "x\(text)\\y"
    let report = try Report(of: organization, id: organization.name)
    for format in OutputFormat.allCases {
      let printed = try report.text(as: format, style: .plain)
      let isPlain = printed.unicodeScalars.allSatisfy {
        $0 == "\n" || (0x20...0x7E).contains($0.value)
      }
      #expect(isPlain, "\(format)")
    }
    #expect(try Organization(json: report.text(as: .json, style: .plain)) == organization)
    let yaml = try Yams.load(yaml: report.text(as: .yaml, style: .plain)) as? [String: Any]
    #expect(yaml?["name"] as? String == organization.name)
    let usual = try Report(of: Self.organization, id: "1").text(as: .table, style: .plain)
    let lines = try report.text(as: .table, style: .plain).split(separator: "\n")
    #expect(lines.count == usual.split(separator: "\n").count)
  }

  @Test("A deceptive text is quoted for a shell with escapes")
  func shellQuoted() {
    #expect("Acme".shellQuoted == "Acme")
    #expect("A b".shellQuoted == "'A b'")
    #expect("a'\u{202E}\\b".shellQuoted == #"$'a\047\342\200\256\134b'"#)
  }

  @Test("A report as ids is only the id")
  func id() throws {
    #expect(try text(.id) == "0198c0de-0000-7000-8000-000000000001\n")
  }

  @Test("A report as JSON includes fields that are false, zero or empty")
  func defaults() throws {
    let report = try Report(
      of: ListOrganizationsResponse(), items: [], columns: [Column<Organization>](), id: \.id)
    let json = try JSONValue(parsing: try report.text(as: .json, style: .plain))
    #expect(json["has_more"] == .bool(false))
    #expect(json["data"] == .array([]))
  }

  @Test(
    "A text in YAML stays a text, whatever it looks like",
    arguments: [
      "true", "no", "on", "null", "~", "", "1", "1.0", "1e3", "0x1F", ".inf", "2026-01-02", "- a",
      "a: b", "#c", " x ", "a\nb", "\"q\"", "'", "日本", "@x", "*x", "&x", "!x", "%x", "=", "<<",
    ])
  func yamlText(text: String) throws {
    let yaml = YAMLText.document(.object([("v", .string(text))]))
    let node = try #require(try Yams.compose(yaml: yaml)?["v"])
    #expect(node.tag == Tag(.str) || Resolver.default.resolveTag(of: node) == .str)
    #expect(node.string == text)
  }

  @Test("Numbers, booleans, null and empty parts keep their types in YAML")
  func yamlScalars() throws {
    let value: JSONValue = .object([
      ("i", .number("-5")), ("f", .number("1.5")), ("b", .bool(true)), ("n", .null),
      ("l", .array([])), ("m", .object([])), ("a", .array([.number("1"), .string("1")])),
    ])
    #expect(
      YAMLText.document(value) == """
        i: -5
        f: 1.5
        b: true
        "n": null
        l: []
        m: {}
        a:
        - 1
        - "1"

        """)
  }

  @Test("A card shows nested parts under dotted names")
  func card() {
    let card = TextTable.card(
      of: .object([
        ("id", .string("w")), ("tags", .object([("env", .string("prod"))])),
        ("geos", .array([.string("us"), .string("global")])), ("empty", .string("")),
        ("list", .array([.object([("a", .number("1"))])])),
      ]))
    #expect(
      card.text(style: .plain) == """
        id         w
        tags.env   prod
        geos       us, global
        list[0].a  1

        """)
  }
}
