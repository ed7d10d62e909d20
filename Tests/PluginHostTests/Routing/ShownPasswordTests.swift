import Crypto
import GoogleProtos
import HostProtos
import IPC
import IPCProtos
import Status
import Testing

@testable import PluginHost

@Suite("Methods that ask for the caller's password again")
struct ShownPasswordTests {
  private static let method = "x.v1.X/Reveal"
  private let rules = MethodRules(permission: "x.reveal", passwordWithinS: 300)

  private func response(
    of kind: IPCPrincipal.Kind = .user, shown: Int64?, _ permissions: [String] = ["*"]
  ) -> ResolveResponse {
    ResolveResponse(
      principal: IPCPrincipal(kind: kind, id: "x"), permissions: permissions,
      passwordShownAt: shown.map { GoogleTimestamp(seconds: $0) })
  }

  private func refusal(_ principal: Principal, _ rules: MethodRules) -> Status? {
    do throws(Status) {
      try principal.check(rules, of: Self.method)
      return nil
    } catch {
      return error
    }
  }

  @Test("A password that was shown less than five minutes ago is enough", arguments: [1000, 701])
  func fresh(shown: Int64) {
    #expect(refusal(Principal(response(shown: shown)).calling(at: 1000), rules) == nil)
  }

  @Test(
    "A user who did not show the password within the last five minutes is asked for it",
    arguments: [nil, 700, 0, 1001, Int64.min, Int64.max])
  func stale(shown: Int64?) {
    let refusal = refusal(Principal(response(shown: shown)).calling(at: 1000), rules)
    #expect(refusal?.code == .unauthenticated)
    #expect(refusal?.reason == "PASSWORD_REQUIRED")
    #expect(refusal?.message.contains("steward auth confirm") == true)
  }

  @Test("A method that asks for the password refuses a credential without one")
  func machine() {
    for shown in [nil, 1000] as [Int64?] {
      let principal = Principal(response(of: .adminKey, shown: shown)).calling(at: 1000)
      #expect(refusal(principal, rules)?.code == .permissionDenied)
    }
  }

  @Test(
    "The operator, the host and a plugin on its own behalf need no password",
    arguments: [IPCPrincipal.Kind.operator, .host, .plugin])
  func local(kind: IPCPrincipal.Kind) {
    #expect(refusal(Principal(unlimited: IPCPrincipal(kind: kind, id: "x")), rules) == nil)
  }

  @Test("A caller without the permission is not asked for a password")
  func permissionFirst() {
    let principal = Principal(response(shown: nil, ["y.read"])).calling(at: 1000)
    #expect(refusal(principal, rules)?.reason == "PERMISSION_DENIED")
    #expect(refusal(.anonymous, rules)?.reason == "CREDENTIAL_MISSING")
  }

  @Test("A method that doesn't ask for the password can be called without one")
  func notAsked() {
    let rules = MethodRules(permission: "x.read")
    #expect(refusal(Principal(response(shown: nil)).calling(at: 1000), rules) == nil)
  }

  @Test("The shown password expires although the resolved credential is cached")
  func remembered() throws {
    var known = KnownCredentials()
    let digest = SHA256.hash(data: [1])
    guard case .unknown(let request) = known.look(for: digest, 1000, else: { _ in }) else {
      throw Status(.internal, reason: "KNOWN", message: "known before it was asked about")
    }
    _ = known.resolve(request, .success(response(shown: 1000)))
    for (now, reason) in [(1000, nil), (1299, nil), (1300, "PASSWORD_REQUIRED")]
      as [(Int, StatusReason?)]
    {
      guard case .known(let principal) = known.look(for: digest, now, else: { _ in }) else {
        throw Status(.internal, reason: "UNKNOWN", message: "forgotten at \(now)")
      }
      #expect(refusal(principal, rules)?.reason == reason)
    }
  }
}
