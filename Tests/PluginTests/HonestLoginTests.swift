import AdminProtos
import AdminServices
import IPC
import IPCProtos
import PluginTesting
import Status
import Synchronization
import Testing

@testable import AuthPlugin

/// The attack: ninety logins from one place filled the queue of password hashing, and no other user
/// could log in.
@Suite("A login beside ninety others", .timeLimit(.minutes(1)))
struct HonestLoginTests {
  private static let password = "correct horse battery staple"

  private let fixture: AuthPluginFixture
  private let anonymous: AuthClient

  init() async throws {
    fixture = try AuthPluginFixture()
    anonymous = AuthClient(fixture.channel(as: IPCPrincipal(kind: .anonymous)))
    _ = try await AuthClient(fixture.channel(as: AuthPluginFixture.operatorPrincipal)).claim(
      ClaimRequest(
        organizationName: "Acme", name: "Ada", email: "ada@example.com", password: Self.password))
  }

  private func logIn() async throws -> Duration {
    try await ContinuousClock().measure {
      _ = try await anonymous.login(
        LoginRequest(email: "ada@example.com", password: Self.password),
        options: CallOptions(peer: "192.0.2.1"))
    }
  }

  @Test("A login is served within a second, before more than a few of ninety other logins")
  func login() async throws {
    let failures = Failures()
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    try await withThrowingTaskGroup(of: Void.self) { [anonymous] group in
      for number in 0..<90 {
        group.addTask {
          let reason = await Self.status {
            try await anonymous.login(
              LoginRequest(email: "user\(number)@example.com", password: "wrong wrong"),
              options: CallOptions(peer: "198.51.100.\(number % 2)"))
          }.reason
          if reason == "LOGIN_FAILED" { failures.count.withLock { $0 += 1 } }
          end.yield()
        }
      }
      // When the first login has ended, the others are in the queue or were refused.
      for await _ in ends { break }
      let before = failures.count.withLock { $0 }
      // The login waits for the hashes in progress and for one turn of each other peer, and then
      // hashes.
      let time = try await logIn()
      #expect(time < .seconds(1))
      let others = failures.count.withLock { $0 } - before
      #expect(others <= 10)
      group.cancelAll()
    }
  }

  private static func status<Response>(_ body: () async throws -> Response) async -> Status {
    do {
      _ = try await body()
      return .ok
    } catch {
      return Status(describing: error)
    }
  }
}

/// The number of logins whose password was compared and wrong.
private final class Failures: Sendable {
  let count = Mutex(0)
}
