import Foundation
import Synchronization

/// A memory of every secret that was minted, and of everything that could be seen.
final class SecretScanner: Sendable {
  private struct State {
    var secrets: [String: [UInt8]] = [:]
    var sights: [(place: String, bytes: Data)] = []
  }

  private let state = Mutex(State())

  /// Remembers a secret.
  func keep(_ secret: String, as name: String) {
    keep(Array(Self.secretPart(of: secret).utf8), as: name)
  }

  func keep(_ secret: [UInt8], as name: String) {
    state.withLock { $0.secrets[name] = secret }
  }

  /// Remembers the bytes that were seen at a place.
  func see(_ bytes: Data, in place: String) {
    state.withLock { $0.sights.append((place, bytes)) }
  }

  func see(_ text: String, in place: String) { see(Data(text.utf8), in: place) }

  /// The names of the secrets.
  var secrets: [String] { state.withLock { $0.secrets.keys.sorted() } }

  /// Returns which secrets were seen, and where.
  func betrayals() -> [String] {
    let (secrets, sights) = state.withLock { ($0.secrets, $0.sights) }
    let search = SecretSearch(secrets)
    return sights.flatMap { place, bytes in
      search.findings(in: bytes).sorted().map { "\($0) in \(place)" }
    }
  }

  /// Returns the part of a text that is secret. The prefix of a key shows only its kind. A token
  /// contains the id of its session, which lists show.
  private static func secretPart(of text: String) -> Substring {
    if text.hasPrefix("stw-at-") || text.hasPrefix("stw-rt-") { return text.suffix(64) }
    return text[(text.lastIndex(of: "-").map(text.index(after:)) ?? text.startIndex)...]
  }
}
