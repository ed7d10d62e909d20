import EchoService
import HostProtos
import IPC
import IPCProtos
import Status
import Testing

@testable import PluginHost

/// A call that a plugin makes on its own, and its expected outcome. `Say` needs `echo.use`, `Greet`
/// is public, and `Forbidden` declares no permission.
struct OwnCall: Sendable, CustomTestStringConvertible {
  enum Credential: String {
    case none, good, powerless, unknown, malformed

    var metadata: [String: String] {
      switch self {
      case .none: [:]
      case .malformed: ["authorization": "good"]
      case .good, .powerless, .unknown: ["authorization": "Bearer \(rawValue)"]
      }
    }
  }

  var credential: Credential
  var method: String
  /// The principal that the called plugin sees, or the reason of the refusal.
  var outcome: String

  init(_ credential: Credential, _ method: String, _ outcome: String) {
    self.credential = credential
    self.method = method
    self.outcome = outcome
  }

  var testDescription: String { "\(credential) calls \(method)" }
}

@Suite("Calls that a plugin makes on its own", .timeLimit(.minutes(1)))
struct PluginCallerTests {
  private static let anonymous = "6 "
  private static let user = "3 user_1"
  private static let itself = "2 echo"
  private static let say = "\(EchoService.name)/Say"

  /// Makes the call, and returns the principal that the called plugin saw, or the reason of the
  /// refusal.
  private func outcome(of call: OwnCall, granted grants: ManifestGrants) async throws -> String {
    let plugin = InMemoryPlugin()
    let auth = FakeAuth()
    auth.know("good", as: "user_1", ["echo.use"])
    auth.know("powerless", as: "user_1", ["other.use"])
    try auth.serve(in: plugin.router)
    plugin.route.publish(try await plugin.start(grants: grants))
    let channel = try #require(plugin.lastEnd)
    do {
      return try await channel.echo(
        call.method, "principal", options: CallOptions(metadata: call.credential.metadata))
    } catch {
      return Status(describing: error).reason.rawValue
    }
  }

  @Test(
    "A plugin without a grant can call nothing, whatever credential it has",
    arguments: [OwnCall.Credential.none, .good, .powerless, .unknown],
    ["Say", "Greet", "Forbidden"])
  func nothing(credential: OwnCall.Credential, method: String) async throws {
    let call = OwnCall(credential, method, "CALL_NOT_GRANTED")
    #expect(try await outcome(of: call, granted: ManifestGrants()) == call.outcome)
  }

  @Test(
    "A plugin can call the granted methods, and has the principal of its credential if any",
    arguments: [
      OwnCall(.none, "Say", itself), OwnCall(.good, "Say", user),
      OwnCall(.powerless, "Say", "PERMISSION_DENIED"),
      OwnCall(.unknown, "Say", "INVALID_CREDENTIAL"),
      OwnCall(.none, "Greet", "CALL_NOT_GRANTED"), OwnCall(.good, "Greet", "CALL_NOT_GRANTED"),
      OwnCall(.malformed, "Say", "MALFORMED_AUTHORIZATION"),
    ])
  func calls(call: OwnCall) async throws {
    #expect(
      try await outcome(of: call, granted: ManifestGrants(calls: [Self.say])) == call.outcome)
  }

  @Test(
    "A plugin with the network grant can call what the credential allows, or public methods",
    arguments: [
      OwnCall(.none, "Say", "CREDENTIAL_MISSING"), OwnCall(.none, "Greet", anonymous),
      OwnCall(.none, "Forbidden", "NO_PERMISSION_DECLARED"),
      OwnCall(.good, "Say", user), OwnCall(.good, "Greet", user),
      OwnCall(.good, "Forbidden", "NO_PERMISSION_DECLARED"),
      OwnCall(.powerless, "Say", "PERMISSION_DENIED"), OwnCall(.powerless, "Greet", user),
      OwnCall(.unknown, "Say", "INVALID_CREDENTIAL"),
      OwnCall(.unknown, "Greet", "INVALID_CREDENTIAL"),
      OwnCall(.malformed, "Greet", "MALFORMED_AUTHORIZATION"),
    ])
  func network(call: OwnCall) async throws {
    #expect(try await outcome(of: call, granted: ManifestGrants(network: true)) == call.outcome)
  }

  @Test(
    "A plugin with both grants makes granted calls by itself and other calls for its clients",
    arguments: [
      OwnCall(.none, "Say", itself), OwnCall(.none, "Greet", anonymous),
      OwnCall(.none, "Risk", "CREDENTIAL_MISSING"), OwnCall(.good, "Say", user),
      OwnCall(.good, "Risk", user), OwnCall(.powerless, "Say", "PERMISSION_DENIED"),
    ])
  func both(call: OwnCall) async throws {
    let grants = ManifestGrants(network: true, calls: [Self.say])
    #expect(try await outcome(of: call, granted: grants) == call.outcome)
  }

  @Test("A plugin with the network grant can't choose the principal of its calls")
  func claimed() async throws {
    let plugin = InMemoryPlugin()
    plugin.route.publish(try await plugin.start(grants: ManifestGrants(network: true)))
    let channel = try #require(plugin.lastEnd)
    let claim = CallOptions(principal: IPCPrincipal(kind: .operator, id: "uid:0"))
    #expect(try await channel.echo("Greet", "principal", options: claim) == Self.anonymous)
    let refusal = await status { try await channel.echo("Say", "principal", options: claim) }
    #expect(refusal.code == .unauthenticated)
  }
}
