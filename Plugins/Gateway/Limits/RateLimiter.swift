import PluginKit
import Synchronization

/// Refuses clients that ask too often.
final class RateLimiter: Sendable {
  /// nil: there is no limit.
  private let limit: Mutex<RateLimit?>

  /// - Parameter requests: How many requests each client may make in a period; 0: as many as it likes.
  init(_ requests: Int, per period: Duration) {
    limit = Mutex(requests == 0 ? nil : RateLimit(requests, per: period))
  }

  /// Counts a request. Each credential counts for itself, and who has none by its address.
  ///
  /// - Throws: ``APIError`` with the time to wait.
  func admit(_ credential: Credential?, from peer: PeerAddress) throws(APIError) {
    try admit(credential.map(\.token) ?? peer.description)
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
