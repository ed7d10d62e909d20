import Synchronization

/// Refuses clients that ask too often: each credential counts for itself, and who has none by its address.
final class RateLimiter: Sendable {
  /// nil: there is no limit.
  private let limit: Mutex<RateLimit?>

  /// - Parameter requests: How many requests a minute each client may make; 0: as many as it likes.
  init(requestsPerMinute requests: Int) {
    limit = Mutex(requests == 0 ? nil : RateLimit(requestsPerMinute: requests))
  }

  /// - Throws: ``APIError`` with the time to wait.
  func admit(_ credential: Credential?, from peer: String) throws(APIError) {
    let client = credential.map { $0.token.hashValue } ?? peer.hashValue
    guard let wait = limit.withLock({ $0?.admit(client, at: .now) ?? nil }) else { return }
    var error = APIError(.rateLimit, "Too many requests. Wait as long as retry-after says.")
    error.retryAfter = wait
    throw error
  }
}
