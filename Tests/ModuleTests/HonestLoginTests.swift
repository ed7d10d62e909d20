import IPC
import PluginTesting
import StewardProtos
import StewardServices
import Testing

@testable import AuthModule

/// The attack: ninety logins from one place filled the line in which passwords are hashed, and kept
/// everybody from logging in.
@Suite("A login beside ninety of another peer", .timeLimit(.minutes(1)))
struct HonestLoginTests {
  private let fixture: AuthModuleFixture

  init() throws { fixture = try AuthModuleFixture() }

  @Test("Is let in within a second, while the others wait or are refused")
  func login() async throws {
    let auth = AuthClient(fixture.channel(as: AuthModuleFixture.operatorPrincipal))
    _ = try await auth.claim(
      ClaimRequest(
        organizationName: "Acme", name: "Ada", email: "ada@example.com",
        password: "correct horse battery staple"))
    let anonymous = AuthClient(fixture.channel(as: IPCPrincipal(kind: .anonymous)))
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<90 {
        group.addTask {
          let request = LoginRequest(email: "user\(number)@example.com", password: "wrong wrong")
          let options = CallOptions(peer: "198.51.100.\(number % 2)")
          _ = try? await anonymous.login(request, options: options)
          end.yield()
        }
      }
      // When the first has ended, the others are in the line, or were refused.
      for await _ in ends { break }
      let start = ContinuousClock.now
      _ = try await anonymous.login(
        LoginRequest(email: "ada@example.com", password: "correct horse battery staple"),
        options: CallOptions(peer: "192.0.2.1"))
      #expect(.now - start < .seconds(1))
      group.cancelAll()
    }
  }
}
