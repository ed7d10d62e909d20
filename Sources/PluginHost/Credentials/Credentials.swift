internal import Crypto
internal import Glibc
internal import IPC
internal import StewardProtos
internal import StewardServices
internal import Synchronization

/// Whom credentials stand for, as the auth module says.
///
/// An answer is remembered while the store stands still: once a change is committed, as that which
/// revokes a key, no earlier answer counts any more.
final class Credentials: Sendable {
  typealias Answer = Result<Authority, Status>

  private static let timeout = Duration.seconds(10)

  private let revision: @Sendable () throws -> UInt64
  private let state = Mutex(KnownCredentials())

  /// - Parameter revision: Returns the revision that the store is at now.
  init(revision: @escaping @Sendable () throws -> UInt64) {
    self.revision = revision
  }

  /// Returns the authority of a credential if it is known, or calls `answered` once the auth module has said.
  ///
  /// - Parameter channel: Makes the way to the auth module, as the host itself.
  func authority(
    of credential: String, over channel: @escaping @Sendable () -> any Channel,
    else answered: @escaping @Sendable (Answer) -> Void
  ) throws(Status) -> Authority? {
    let digest = SHA256.hash(data: Array(credential.utf8))
    let revision = try currentRevision()
    switch state.withLock({ $0.look(for: digest, at: revision, time(nil), else: answered) }) {
    case .known(let authority): return authority
    case .awaited: return nil
    case .unknown(let question):
      Task { await ask(question, credential, over: channel()) }
      return nil
    }
  }

  private func currentRevision() throws(Status) -> UInt64 {
    do {
      return try revision()
    } catch {
      throw Status(describing: error)
    }
  }

  private func ask(
    _ question: KnownCredentials.Question, _ credential: String, over channel: any Channel
  ) async {
    let answer = await resolve(credential, over: channel)
    let awaiting = state.withLock { $0.settle(question, answer) }
    for answered in awaiting { answered(answer.map { Authority($0) }) }
  }

  private func resolve(
    _ credential: String, over channel: any Channel
  ) async -> Result<ResolveResponse, Status> {
    do {
      return .success(
        try await AuthClient(channel).resolve(
          ResolveRequest(credential: credential), options: CallOptions(timeout: Self.timeout)))
    } catch {
      return .failure(Status(describing: error))
    }
  }
}
