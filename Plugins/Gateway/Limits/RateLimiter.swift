import FairShares
import PluginKit
import Synchronization
import System

/// Refuses clients that ask too often.
final class RateLimiter: Sendable {
  /// nil: there is no limit.
  private let limit: Mutex<RateLimit<Int>?>
  private let proven: ProvenCredentials

  /// - Parameters:
  ///   - requests: How many requests each client may make in a period; 0: as many as it likes.
  ///   - proven: The credentials that count each for itself.
  init(_ requests: Int, per period: Duration, proven: ProvenCredentials = ProvenCredentials()) {
    limit = Mutex(requests == 0 ? nil : RateLimit(requests, per: period))
    self.proven = proven
  }

  /// Counts a request. Each proven credential counts for itself, and everything else by its peer.
  ///
  /// - Throws: ``APIError`` with the time to wait.
  func admit(_ credential: Credential?, from peer: PeerAddress) throws(APIError) {
    if let credential, proven.contains(credential) { return try admit(credential.token) }
    try admit(peer.description)
  }

  /// - Throws: ``APIError`` with the time to wait.
  func admit(_ client: String) throws(APIError) {
    guard let wait = limit.withLock({ $0?.admit(client.hashValue, at: .now) ?? nil }) else {
      return
    }
    var error = APIError(.rateLimit, "Too many requests. Wait as long as retry-after says.")
    error.retryAfter = wait
    throw error
  }
}
