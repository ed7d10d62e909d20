internal import Crypto
internal import Glibc
internal import HostProtos
internal import HostServices
internal import IPC
internal import Status
internal import Store
internal import Synchronization

/// The principals of credentials, as the auth plugin resolves them.
///
/// A response is remembered until a change is committed on which it depends, such as the revocation
/// of a key. From then on it no longer counts.
final class Credentials: Sendable {
  typealias Resolution = Result<Principal, Status>

  private static let timeout = Duration.seconds(10)

  private let changes: @Sendable (UInt64) throws -> StoreChanges
  /// Returns the current time in seconds since 1970.
  private let clock: @Sendable () -> Int
  private let state = Mutex(KnownCredentials())

  /// - Parameter changes: Returns what changed in the store after a revision, up to now.
  init(
    changes: @escaping @Sendable (UInt64) throws -> StoreChanges,
    clock: @escaping @Sendable () -> Int = { time(nil) }
  ) {
    self.changes = changes
    self.clock = clock
  }

  /// Follows the changes of a store, as long as it is open.
  convenience init(in store: Store, clock: @escaping @Sendable () -> Int = { time(nil) }) {
    self.init(
      changes: { [weak store] revision in
        try store.map { try StoreChanges.after(revision, in: $0) }
          ?? StoreChanges(revision: revision, newest: [:])
      }, clock: clock)
  }

  /// Returns the principal of a credential if it is known. Otherwise returns `nil`, and calls
  /// `completion` once the auth plugin has responded.
  ///
  /// - Parameters:
  ///   - peer: The address of the caller that presents the credential.
  ///   - channel: Returns a channel to the auth plugin, on which the host itself is the caller.
  func principal(
    of credential: String, from peer: String, over channel: @escaping @Sendable () -> any Channel,
    else completion: @escaping @Sendable (Resolution) -> Void
  ) throws(Status) -> Principal? {
    let digest = SHA256.hash(data: Array(credential.utf8))
    let changes = try changesUntilNow()
    let finding = state.withLock { state in
      state.learn(changes)
      return state.look(for: digest, clock(), else: completion)
    }
    switch finding {
    case .known(let principal): return principal
    case .awaited: return nil
    case .unknown(let request):
      Task { await ask(request, credential, from: peer, over: channel()) }
      return nil
    }
  }

  private func changesUntilNow() throws(Status) -> StoreChanges {
    do {
      return try changes(state.withLock { $0.revision })
    } catch {
      throw Status(describing: error)
    }
  }

  private func ask(
    _ request: KnownCredentials.Request, _ credential: String, from peer: String,
    over channel: any Channel
  ) async {
    let response = await resolve(credential, from: peer, over: channel)
    let awaiting = state.withLock { $0.resolve(request, response) }
    let now = Int64(clock())
    for completion in awaiting { completion(response.map { Principal($0).calling(at: now) }) }
  }

  private func resolve(
    _ credential: String, from peer: String, over channel: any Channel
  ) async -> Result<ResolveResponse, Status> {
    do {
      return .success(
        try await CredentialResolverClient(channel).resolve(
          ResolveRequest(credential: credential),
          options: CallOptions(timeout: Self.timeout, peer: peer)))
    } catch {
      return .failure(Status(describing: error))
    }
  }
}
