import FairShares
import Platform
import PluginKit
import Synchronization

/// A limit of the number of requests that each client may make.
final class RateLimiter: Sendable {
  /// nil: there is no limit.
  private let limit: Mutex<RateLimit<Int>?>
  private let proven: ProvenCredentials

  /// - Parameters:
  ///   - requests: How many requests each client may make in a period; 0 means any number.
  ///   - proven: The credentials that are counted each for itself.
  init(_ requests: Int, per period: Duration, proven: ProvenCredentials = ProvenCredentials()) {
    limit = Mutex(requests == 0 ? nil : RateLimit(requests, per: period))
    self.proven = proven
  }

  /// Counts a request. Each proven credential is counted for itself, and every other request by its
  /// peer.
  ///
  /// - Throws: ``APIError`` with the time to wait, if there are too many requests.
  func admit(_ credential: Credential?, from peer: PeerAddress) throws(APIError) {
    if let credential, proven.contains(credential) { return try admit(credential.token) }
    try admit(peer.description)
  }

  /// - Throws: ``APIError`` with the time to wait, if there are too many requests.
  func admit(_ client: String) throws(APIError) {
    guard let wait = limit.withLock({ $0?.admit(client.hashValue, at: .now) ?? nil }) else {
      return
    }
    var error = APIError(.rateLimit, "Too many requests. Wait for the time in retry-after.")
    error.retryAfter = wait
    throw error
  }
}
