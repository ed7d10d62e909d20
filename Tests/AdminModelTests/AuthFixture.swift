import AdminProtos
import Foundation
import GoogleProtos
import IPCProtos
import Store
import StoreProtos
import Synchronization

@testable import AdminModel

/// A store with a key and a clock that stands still until a test moves it.
final class AuthFixture: Sendable {
  static let keys = AuthKeys([UInt8](repeating: 7, count: 32))
  static let operatorAccess = Access(of: IPCPrincipal(kind: .operator, id: "uid:0"))
  /// A password hash that differs from every other hash. No password matches it.
  static let hash = "hash-1"

  let store: Store
  private let directory: String
  private let clock = ManualClock()

  init() throws {
    directory =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-auth-\(UUID().uuidString)").path
    let clock = clock
    store = try Store.openAdmin(
      directory: directory, options: StoreOptions(durable: false, clock: { clock.now }))
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  var now: GoogleTimestamp { clock.now }

  /// Moves the clock, forward or back.
  func pass(seconds: Int64) { clock.move(seconds) }

  func write<R: Sendable>(
    _ body: @escaping @Sendable (inout WriteTransaction) throws -> R
  ) async throws -> R {
    try await store.write(Change(actor: "operator/uid:0", plugin: "test", method: "Test"), body)
  }

  @discardableResult
  func claim(email: String = "ada@example.com") async throws -> ClaimResponse {
    try await write { tx in
      try Installations.claim(
        ClaimRequest(organizationName: "Acme", name: "Ada", email: email),
        passwordHash: Self.hash, by: Self.operatorAccess, keys: Self.keys, in: &tx)
    }
  }

  @discardableResult
  func logIn(
    _ email: String = "ada@example.com", label: String = "", from peer: String = ""
  ) async throws -> SessionTokens {
    let attempt = try await admit(email, from: peer)
    return try await write { tx in
      try Logins.succeed(attempt, label: label, keys: Self.keys, in: &tx)
    }
  }

  @discardableResult
  func admit(
    _ email: String = "ada@example.com", from peer: String = ""
  ) async throws -> Logins.Attempt {
    try await write { tx in
      try Logins.admit(email: email, from: peer, keys: Self.keys, in: &tx)
    }
  }

  /// Tries several times to log in with a wrong password. A throttled attempt counts as one of
  /// them.
  func guess(_ email: String = "ada@example.com", from peer: String, times: Int = 1) async {
    for _ in 0..<times { _ = try? await admit(email, from: peer) }
  }

  func refresh(_ token: String) async throws -> SessionTokens {
    try await write { tx in try Sessions.refresh(token, keys: Self.keys, in: &tx) }.get()
  }

  func resolve(
    _ credential: String, by kind: IPCPrincipal.Kind = .host
  ) throws -> AdminModel.Credentials.Holder {
    try store.read { tx in
      try AdminModel.Credentials.resolve(
        credential, by: Access(of: IPCPrincipal(kind: kind, id: "test")), keys: Self.keys, in: tx)
    }
  }

  func access(_ credential: String) throws -> Access {
    Access(of: try resolve(credential).principal)
  }

  func actions() throws -> [String] {
    try store.read { tx in try tx.events(from: 1).map(\.action) }
  }
}

private final class ManualClock: Sendable {
  private let time = Mutex(GoogleTimestamp(seconds: 1_800_000_000))
  var now: GoogleTimestamp { time.withLock { $0 } }
  func move(_ seconds: Int64) { time.withLock { $0.seconds += seconds } }
}
