import AdminModel
import AdminPlugins
import AdminProtos
import Foundation
import GoogleProtos
import IPC
import Store
import Synchronization
import WellKnownTypes

@testable import PluginHost

/// Two organizations with their contents, and a caller of every role in the first one.
final class Fixture: Sendable {
  /// Created once, because no attempt changes what another one finds.
  static let shared = Task { try await Fixture() }

  static let password = "correct horse battery"

  let host: InMemoryHost
  /// The clients of the operator, which create what attempts need.
  let maker: Clients
  let places: [Relation: Place]
  let callers: [CallerRole: TestCaller]
  /// A member of the other organization.
  let stranger: TestCaller
  private let store: Store
  private let directory: String
  private let names = Atomic(0)

  private init() async throws {
    directory = NSTemporaryDirectory() + "steward-authorization-\(UUID().uuidString)"
    let data = try DataDirectory.prepare(directory)
    // The time stands still, so that no token expires because a test is slow.
    let now = GoogleTimestamp.now
    store = try Store.openAdmin(
      directory: data.store, options: StoreOptions(durable: false, clock: { now }))
    host = try await InMemoryHost(
      data, store, services: AdminPlugins.services(over: store), clock: { Int(now.seconds) })
    maker = Clients(channel: host.operatorChannel)

    let building = Building(maker: maker, host: host, store: store)
    let claimed = try await building.claim()
    places = try await building.places(in: claimed.organizationId)
    stranger = try await building.person(
      "stranger@other.example", as: .admin, of: places[.other]?.organization ?? "")
    callers = try await building.callers(in: places, claimed)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// Returns a name that no other attempt uses. It consists of lower-case letters and digits of
  /// base58.
  func freshName() -> String {
    let number = names.add(1, ordering: .relaxed).newValue
    return "x" + String(number).replacing("0", with: "z")
  }

  /// Adds a user to a workspace if `callerRole` is a workspace role.
  func join(_ user: String, _ callerRole: CallerRole, to workspace: String, of organization: String)
    async throws
  {
    guard let role = callerRole.workspaceRole else { return }
    try await Building(maker: maker, host: host, store: store)
      .join(user, to: workspace, of: organization, as: role)
  }
}

/// A caller in tests.
struct TestCaller: Sendable {
  /// The id of the user, or nil if the caller is not a user.
  var user: String?
  var clients: Clients
  /// The tokens of the user's first session, which makes the calls.
  var tokens: SessionTokens?
  /// The tokens of the user's second session, which a test may end.
  var spare: SessionTokens?
  /// The keys that are linked to the user; empty if the caller is not a user.
  var issuedKey = ""
  var registeredKey = ""
}
