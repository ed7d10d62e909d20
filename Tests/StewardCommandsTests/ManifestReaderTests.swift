import AdminProtos
import GoogleProtos
import IPC
import Status
import Testing

@testable import StewardCommands

@Suite("Manifest reading")
struct ManifestReaderTests {
  private func read(_ text: String) throws -> [ManifestObject] {
    var reader = ManifestReader()
    reader.read(ManifestFile(name: "a.yaml", text: text))
    try reader.check()
    return reader.objects
  }

  /// Returns the problems of a text, each as "file:line: message".
  private func problems(_ text: String) -> [String] {
    let error = #expect(throws: Status.self) { try read(text) }
    #expect(error?.code == .invalidArgument)
    return error?.fieldViolations.map { "\($0.field): \($0.message)" } ?? []
  }

  @Test("Documents, lists of documents and empty ones are read in order, each with its line")
  func documents() throws {
    let objects = try read(
      """
      # a comment
      kind: organization
      name: Acme
      ---
      ---
      - kind: workspace
        name: prod
        tags: {env: prod, port: 80, on: yes}
        allowed_inference_geos: [us, global]
        archived: true
      - {kind: organization, name: Beta}
      """)
    #expect(objects.map(\.source) == ["a.yaml:2", "a.yaml:6", "a.yaml:11"])
    let tags = ["env": "prod", "port": "80", "on": "yes"].mapValues {
      GoogleValue(kind: .stringValue($0))
    }
    #expect(
      objects[1].object
        == .workspace(
          WorkspaceObject(
            name: "prod", tags: GoogleStruct(fields: tags), allowedInferenceGeos: ["us", "global"],
            archived: true)))
  }

  @Test("Objects of every kind are read, with their references and times")
  func everyKind() throws {
    let objects = try read(
      """
      - {kind: member, organization: Acme, email: a@x.org, name: Ada, role: admin}
      - {kind: invite, organization: Acme, email: b@x.org, role: user}
      - {kind: key, workspace: prod, name: CI, user: a@x.org, expires_at: 2030-01-01T00:00:00Z}
      - {kind: key, id: apikey_1, value: sk-x, status: inactive}
      - {kind: workspace_member, workspace: prod, email: a@x.org, role: workspace_user}
      """)
    #expect(
      objects.map(\.object) == [
        .member(MemberObject(organization: "Acme", email: "a@x.org", name: "Ada", role: "admin")),
        .invite(InviteObject(organization: "Acme", email: "b@x.org", role: "user")),
        .key(
          KeyObject(
            workspace: "prod", name: "CI", user: "a@x.org",
            expiresAt: GoogleTimestamp(seconds: 1_893_456_000))),
        .key(KeyObject(id: "apikey_1", value: "sk-x", status: "inactive")),
        .workspaceMember(
          WorkspaceMemberObject(workspace: "prod", email: "a@x.org", role: "workspace_user")),
      ])
  }

  @Test("A manifest in JSON is read, with its escapes")
  func json() throws {
    let objects = try read(#"[{"kind": "organization", "name": "\ud83d\ude00 \u00e9 \\ud83d\/"}]"#)
    #expect(
      objects.map(\.object) == [.organization(OrganizationObject(name: "😀 é \\ud83d/"))])
  }

  @Test("A name in a manifest stays as it is written, whatever type YAML gives it")
  func texts() throws {
    let objects = try read("kind: organization\nname: 1.50")
    #expect(objects.map(\.object) == [.organization(OrganizationObject(name: "1.50"))])
  }

  @Test("Empty tags in a manifest differ from tags that are not given")
  func noTags() throws {
    let objects = try read("kind: workspace\ntags: {}\n---\nkind: workspace")
    #expect(
      objects.map(\.object) == [
        .workspace(WorkspaceObject(tags: GoogleStruct())), .workspace(WorkspaceObject()),
      ])
  }

  @Test(
    "A mistake in a manifest is reported with its line",
    arguments: [
      (
        "kind: organization\nnmae: x",
        "a.yaml:2: organization has no field 'nmae'; known: name, id."
      ),
      ("\nkind: orgnization", "a.yaml:2: unknown kind 'orgnization'; it must be one of"),
      ("name: x", "a.yaml:1: kind is missing; it must be one of organization, workspace"),
      ("just text", "a.yaml:1: this is not an object with a kind and fields"),
      ("- 1", "a.yaml:1: this is not an object with a kind and fields"),
      ("kind: workspace\nname:", "a.yaml:2: name: has no value"),
      ("kind: workspace\nname: [x]", "a.yaml:2: name: must be a string"),
      ("kind: workspace\narchived: x", "a.yaml:2: archived: must be true or false"),
      ("kind: workspace\ntags: [x]", "a.yaml:2: tags: must be an object of strings"),
      ("kind: workspace\ntags:\n  a:\n", "a.yaml:3: tags: each name must have a value"),
      (
        "kind: workspace\nallowed_inference_geos: us",
        "a.yaml:2: allowed_inference_geos: must be a list"
      ),
      ("kind: key\nexpires_at: soon", "a.yaml:2: expires_at: expected a time such as"),
      ("kind: workspace\nname: a\nname: b", "a.yaml:3: this is not YAML: \"name\" is given twice"),
      ("a: b: c", "a.yaml:1: this is not YAML: mapping values are not allowed"),
      ("kind: 'x", "this is not YAML: found unexpected end of stream"),
      ("\tkind: x", "a.yaml:1: this is not YAML: found character that cannot start any token"),
    ])
  func mistakes(text: String, problem: String) {
    let found = problems(text)
    #expect(found.count == 1)
    #expect(found.first?.contains(problem) == true, "\(found)")
  }

  @Test("A manifest may repeat a value by an anchor and an alias")
  func aliases() throws {
    let objects = try read(
      "- {kind: workspace, name: a, tags: &t {env: x}}\n- {kind: workspace, name: a, tags: *t}")
    #expect(objects.count == 2)
    #expect(objects[0].object == objects[1].object)
    #expect(
      problems("kind: workspace\ntags: *nowhere") == [
        "a.yaml:2: this is not YAML: there is no anchor &nowhere"
      ])
  }

  @Test("An object takes missing fields from the objects that it merges, and the first wins")
  func merging() throws {
    let objects = try read(
      """
      - &base {kind: workspace, organization: Acme, display_color: "#111111", tags: {env: x}}
      - <<: *base
        name: prod
        display_color: "#222222"
      - <<: [{name: dev}, {name: no, archived: true}, *base]
      """)
    func workspace(_ index: Int) throws -> WorkspaceObject? {
      guard case .workspace(let object) = objects[index].object else { return nil }
      return object
    }
    let prod = try #require(try workspace(1))
    #expect(prod.name == "prod" && prod.organization == "Acme")
    #expect(prod.displayColor == "#222222" && prod.tags?.fields.keys.sorted() == ["env"])
    let dev = try #require(try workspace(2))
    #expect(dev.name == "dev" && dev.archived && dev.displayColor == "#111111")
    #expect(objects[1].source == "a.yaml:2")
  }

  @Test(
    "A merge that is not possible is reported with its line, and a quoted << is a field",
    arguments: [
      (
        "kind: workspace\n<<: x",
        "a.yaml:2: this is not YAML: \"<<\" must merge an object, such as *base"
      ),
      (
        "kind: workspace\n<<: [{name: x}, y]",
        "a.yaml:2: this is not YAML: \"<<\" must merge an object"
      ),
      ("<<: {name: x}\n<<: {name: y}", "a.yaml:2: this is not YAML: \"<<\" is given twice"),
      ("kind: workspace\n\"<<\": {name: x}", "a.yaml:2: workspace has no field '<<'"),
      ("<<: *base", "there is no anchor &base"),
    ])
  func unmergeable(text: String, problem: String) {
    #expect(problems(text).first?.contains(problem) == true, "\(problems(text))")
  }

  @Test("An object that is too long is reported with its longest field, its line and the limit")
  func tooLong() {
    let text =
      "- {kind: organization, name: Acme}\n- kind: workspace\n  name: "
      + String(repeating: "x", count: 5_000_000) + "\n  organization: Acme"
    #expect(
      problems(text) == [
        "a.yaml:3: name: is about 5000002 bytes long; the limit of a whole object is 262144 bytes"
      ])
  }

  @Test("A date in a manifest stands for the start of that day in UTC")
  func dates() throws {
    let objects = try read("kind: key\nname: CI\nexpires_at: 2030-01-01")
    #expect(
      objects.map(\.object) == [
        .key(KeyObject(name: "CI", expiresAt: GoogleTimestamp(seconds: 1_893_456_000)))
      ])
  }

  @Test("A manifest that nests too deep or grows too large is refused at once")
  func bombs() {
    #expect(problems(String(repeating: "- ", count: 70)).first?.contains("64 levels deep") == true)
    #expect(problems(String(repeating: "[", count: 100_000)).count == 1)
    let doubling = (1...60).map { "- &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }.joined(separator: "\n")
    #expect(
      problems("- &a0 [x]\n" + doubling) == [
        "a.yaml:19: this is not YAML: there are more than 1000000 values"
      ])
  }

  @Test("All mistakes of a manifest are reported together, up to 20, with their number")
  func allAtOnce() {
    let text = (0..<30).map { "- kind: x\($0)" }.joined(separator: "\n")
    let error = #expect(throws: Status.self) { try read(text) }
    #expect(error?.fieldViolations.count == 20)
    #expect(error?.message.contains("first of 30") == true)
  }

  @Test("A mistake in a manifest does not repeat the value of a key")
  func secrets() {
    #expect(!problems("kind: key\nvalue: [sk-secret]").joined().contains("sk-secret"))
  }
}
