import AdminModel
import AdminPlugins
import AdminProtos
import AdminServices
import Foundation
import GoogleProtos
import HostProtos
import HostServices
import IPC
import Status
import Store
import Synchronization
import Testing

@testable import PluginHost

/// Reveal, export and backup return secrets that a stolen session must not get.
@Suite("Methods that return secrets", .timeLimit(.minutes(2)))
final class RecentPasswordTests {
  private typealias Call = @Sendable (Clients, String) async throws -> Void

  private static let calls: [String: Call] = [
    "Reveal": { _ = try await $0.keys.reveal(RevealKeyRequest(id: $1)) },
    "Export": { clients, _ in
      for try await _ in try await clients.automation.export(ExportRequest()) {}
    },
    "Backup": { clients, _ in
      for try await _ in try await clients.maintenance.backup(BackupRequest()) {}
    },
  ]

  private let directory = NSTemporaryDirectory() + "steward-password-\(UUID().uuidString)"
  private let clock = SteppingClock()
  private let host: InMemoryHost
  private let maker: Clients
  private let claimed: ClaimResponse
  private let key: String

  init() async throws {
    let data = try DataDirectory.prepare(directory)
    let clock = clock
    let store = try Store.openAdmin(
      directory: data.store, options: StoreOptions(durable: false, clock: { clock.now }))
    host = try await InMemoryHost(
      data, store, services: AdminPlugins.services(over: store), clock: { Int(clock.now.seconds) })
    maker = Clients(channel: host.operatorChannel)
    let building = Building(maker: maker, host: host, store: store)
    claimed = try await building.claim()
    key = try await building.places(in: claimed.organizationId)[.own]?.registeredKey ?? ""
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  private func clients(_ credential: String) -> Clients {
    Clients(channel: CredentialChannel(base: host.anonymousChannel, credential: credential))
  }

  private func refusal(_ call: Call, _ clients: Clients) async -> Status? {
    do {
      try await call(clients, key)
      return nil
    } catch {
      return Status(describing: error)
    }
  }

  @Test(
    "A session may call Reveal, Export and Backup for five minutes after showing its password",
    arguments: calls.keys.sorted())
  func sessions(name: String) async throws {
    let call = try #require(Self.calls[name])
    let tokens = try await maker.auth.login(
      LoginRequest(email: "super_admin@own.example", password: Fixture.password))
    let me = clients(tokens.accessToken)
    #expect(await refusal(call, me) == nil)
    clock.pass(seconds: 299)
    #expect(await refusal(call, me) == nil)
    clock.pass(seconds: 1)
    #expect(await refusal(call, me)?.reason == "PASSWORD_REQUIRED")

    await #expect(throws: Status.self) {
      try await me.auth.confirmPassword(ConfirmPasswordRequest(password: "a wrong password"))
    }
    #expect(await refusal(call, me)?.reason == "PASSWORD_REQUIRED")
    _ = try await me.auth.confirmPassword(ConfirmPasswordRequest(password: Fixture.password))
    #expect(await refusal(call, me) == nil)
    clock.pass(seconds: 300)
    #expect(await refusal(call, me)?.reason == "PASSWORD_REQUIRED")
    #expect(await refusal(call, maker) == nil)
  }

  @Test(
    "An admin key can't call Reveal, Export or Backup", arguments: calls.keys.sorted())
  func adminKeys(name: String) async throws {
    let call = try #require(Self.calls[name])
    let refusal = await refusal(call, clients(claimed.adminKey))
    #expect(refusal?.code == .permissionDenied)
  }
}

private final class SteppingClock: Sendable {
  private let time = Mutex(GoogleTimestamp(seconds: 1_800_000_000))
  var now: GoogleTimestamp { time.withLock { $0 } }
  func pass(seconds: Int64) { time.withLock { $0.seconds += seconds } }
}
