import AdminProtos
import ArgumentParser
import GoogleProtos
import IPC
import Status
import Testing

@testable import StewardCommands

@Suite("steward keys")
struct KeysCommandTests {
  let recorder = Recorder()
  let keys = FakeKeys()
  static let acme = "0198c0de-0000-7000-8000-000000000001"

  private func run(_ verb: any CallingVerb, input: String = "") async throws {
    let orgs = FakeOrgs([FakeOrgs.organization(1, named: "Acme")])
    let channel = InProcessChannel(ServiceRouter([orgs, keys]))
    try await verb.run(over: channel, in: recorder.session(input: input))
  }

  @Test("steward keys issue prints the secret once, and says that it won't be shown again")
  func issue() async throws {
    try await run(
      IssueKey.parse(["CI", "--expires-at", "2026-12-31T23:59:59Z", "--user", "user_1"]))
    #expect(recorder.output.contains(FakeKeys.secret))
    #expect(recorder.errors.contains("won't be shown again"))
    #expect(
      keys.received(IssueKeyRequest.self) == [
        IssueKeyRequest(
          organizationId: Self.acme, name: "CI",
          expiresAt: GoogleTimestamp(seconds: 1_798_761_599), userId: "user_1")
      ])
  }

  @Test("steward keys issue and keys update send the networks that a key is limited to")
  func networks() async throws {
    let limits = ["--allow-cidr", "203.0.113.0/24", "--allow-cidr", "10.0.0.1"]
    try await run(
      IssueKey.parse(["CI", "--workspace", "wrkspc_1", "--expires-at", "90d"] + limits))
    let request = keys.received(IssueKeyRequest.self)[0]
    #expect(request.allowedNetworks == ["203.0.113.0/24", "10.0.0.1"])
    #expect(request.expiresAt == nil && request.lifetime == GoogleDuration(seconds: 7_776_000))
    try await run(UpdateKey.parse(["apikey_1"] + limits))
    try await run(UpdateKey.parse(["apikey_1", "--allow-everywhere"]))
    try await run(UpdateKey.parse(["apikey_1", "--name", "x"]))
    #expect(
      keys.received(UpdateKeyRequest.self).map(\.allowedNetworks?.ranges) == [
        ["203.0.113.0/24", "10.0.0.1"], [], nil,
      ])
    #expect(throws: (any Error).self) {
      try UpdateKey.parse(["apikey_1", "--allow-everywhere"] + limits)
    }
  }

  @Test("With an idempotency key, keys issue says how long the secret is shown again")
  func repeated() async throws {
    try await run(IssueKey.parse(["CI", "--workspace", "wrkspc_1", "--idempotency-key", "k"]))
    #expect(
      recorder.errors == "Keep the secret now: for 24 hours, the same command with the same "
        + "--idempotency-key shows it again. After that, it won't be shown again.\n")
  }

  @Test("steward keys issue -o id prints no secret, and says so")
  func issueID() async throws {
    try await run(IssueKey.parse(["CI", "--workspace", "wrkspc_1", "-o", "id"]))
    #expect(recorder.output == "apikey_1\n")
    #expect(recorder.errors.contains("was not printed"))
    #expect(keys.received(IssueKeyRequest.self).map(\.workspaceId) == ["wrkspc_1"])
    #expect(keys.received(IssueKeyRequest.self).map(\.organizationId) == [""])
  }

  @Test("steward keys register reads the value from standard input, and prints none of it")
  func register() async throws {
    try await run(
      RegisterKey.parse(["apikey_2", "--value-file", "-", "--hint", "sk-ant-api03-R2D...igAA"]),
      input: "sk-ant-value\n")
    #expect(
      keys.received(RegisterKeyRequest.self) == [
        RegisterKeyRequest(
          id: "apikey_2", value: "sk-ant-value", organizationId: Self.acme,
          partialKeyHint: "sk-ant-api03-R2D...igAA")
      ])
    #expect(!recorder.output.contains("sk-ant-value") && !recorder.errors.contains("sk-ant-value"))
  }

  @Test("steward keys list shows hints instead of secrets, and sends its filters")
  func list() async throws {
    try await run(
      ListKeys.parse(["--status", "active", "--workspace", "wrkspc_1", "--creator", "user_1"]))
    #expect(
      recorder.output == """
        ID        NAME  KEY                KIND    STATUS  LAST USED             EXPIRES
        apikey_1  CI    sk-stw-abc...wxyz  issued  active  2026-01-02T03:04:05Z

        """)
    #expect(
      keys.received(ListKeysRequest.self) == [
        ListKeysRequest(
          organizationId: Self.acme, statuses: ["active"], workspaceId: "wrkspc_1",
          createdByUserId: "user_1")
      ])
  }

  @Test("steward keys list sends statuses, kind and times, and counts time spans from now")
  func filters() async throws {
    let arguments = ["--status", "active", "--status", "inactive", "--kind", "issued", "--unowned"]
    try await run(
      ListKeys.parse(
        arguments + ["--expires-before", "2026-12-31", "--unused-since", "2026-01-31T00:00:01Z"]))
    #expect(
      keys.received(ListKeysRequest.self) == [
        ListKeysRequest(
          organizationId: Self.acme, statuses: ["active", "inactive"], kind: "issued",
          unowned: true, expiresBefore: GoogleTimestamp(seconds: 1_798_675_200),
          unusedSince: GoogleTimestamp(seconds: 1_769_817_601))
      ])
    let now = GoogleTimestamp(seconds: 1_000_000, nanos: 5)
    let span = try #require(Expiry(argument: "2d"))
    #expect(span.time(after: now) == GoogleTimestamp(seconds: 1_172_800, nanos: 5))
    #expect(span.time(before: now) == GoogleTimestamp(seconds: 827_200, nanos: 5))
  }

  @Test("steward keys summary prints every count, and sends the workspace")
  func summary() async throws {
    try await run(SummarizeKeys.parse(["--workspace", "wrkspc_1"]))
    for line in ["active", "expired", "unowned"] { #expect(recorder.output.contains(line)) }
    #expect(
      keys.received(KeySummaryRequest.self) == [
        KeySummaryRequest(organizationId: Self.acme, workspaceId: "wrkspc_1")
      ])
  }

  @Test("steward keys revoke with --dry-run says that nothing was changed")
  func dryRun() async throws {
    try await run(RevokeKey.parse(["apikey_3", "--dry-run"]))
    #expect(
      keys.received(RevokeKeyRequest.self) == [RevokeKeyRequest(id: "apikey_3", dryRun: true)])
    #expect(recorder.errors == "Nothing was changed. Leave --dry-run out to revoke the key.\n")
  }

  @Test("steward keys list says that no key matches if its filters exclude all keys")
  func empty() async throws {
    try await run(ListKeys.parse(["--status", "inactive"]))
    #expect(recorder.output == "" && recorder.errors == "No keys match.\n")
  }

  @Test("steward keys verify prints the verdict, and then fails if the key can't be used")
  func verify() async throws {
    try await run(VerifyKey.parse(["--secret-file", "-"]), input: FakeKeys.secret + "\n")
    #expect(recorder.output.contains("apikey_1"))
    let error = await #expect(throws: Status.self) {
      try await run(VerifyKey.parse(["--secret-file", "-", "-o", "json"]), input: "sk-other")
    }
    #expect(error?.code == .unauthenticated && error?.reason == "KEY_UNKNOWN")
    #expect(recorder.output.contains(#""reason": "UNKNOWN""#))
  }

  @Test("steward keys rotate sends the overlap")
  func rotate() async throws {
    try await run(RotateKey.parse(["apikey_1", "--overlap", "1.5s", "--if-match", "7"]))
    #expect(
      keys.received(RotateKeyRequest.self) == [
        RotateKeyRequest(
          id: "apikey_1", overlap: GoogleDuration(seconds: 1, nanos: 500_000_000), ifMatch: "7")
      ])
    #expect(recorder.output.contains(FakeKeys.secret))
  }

  @Test("steward keys usage prints a line for each day, of one key or of all keys together")
  func usage() async throws {
    try await run(ShowKeyUsage.parse(["apikey_1"]))
    #expect(
      recorder.output == """
        DATE        CHECKS
        2026-11-25  0
        2026-11-26  1,234

        """)
    try await run(ShowKeyUsage.parse([]))
    #expect(
      keys.received(KeyUsageRequest.self) == [
        KeyUsageRequest(id: "apikey_1"), KeyUsageRequest(organizationId: Self.acme),
      ])
  }

  @Test("steward keys update, link, revoke, get and reveal print the key")
  func others() async throws {
    try await run(UpdateKey.parse(["apikey_1", "--status", "inactive", "-o", "id"]))
    try await run(LinkKey.parse(["apikey_2", "--no-user", "-o", "id"]))
    try await run(RevokeKey.parse(["apikey_3", "-o", "id"]))
    try await run(GetKey.parse(["apikey_4", "-o", "id"]))
    try await run(RevealKey.parse(["apikey_5", "-o", "jsonl"]))
    #expect(recorder.output.hasPrefix("apikey_1\napikey_2\napikey_3\napikey_4\n"))
    #expect(recorder.output.contains("sk-ant-x"))
    #expect(keys.received(UpdateKeyRequest.self).map(\.status) == ["inactive"])
  }

  @Test(
    "steward keys refuses contradictory or incomplete arguments before any call",
    arguments: [
      (["update", "apikey_1"], "Nothing to change"), (["link", "apikey_1"], "either --user"),
      (["link", "apikey_1", "--user", "u", "--no-user"], "either --user"),
      (["issue", "CI", "--expires-at", "tomorrow"], "invalid"),
      (["list", "--user", "u", "--unowned"], "either --user"),
      (["list", "--unused-since", "yesterday"], "invalid"),
      (["register", "apikey_1"], "--value-file"), (["verify", "sk-stw-x"], "--secret-file"),
    ] as [([String], String)])
  func contradiction(arguments: [String], refusal: String) {
    let error = #expect(throws: (any Error).self) { try KeysCommand.parseAsRoot(arguments) }
    let message = error.map { KeysCommand.message(for: $0).lowercased() }
    #expect(message?.contains(refusal.lowercased()) == true)
  }
}
