internal import Crypto
internal import IPC
internal import StewardProtos

/// What was asked about credentials, and answered: a value that knows no clock and no store.
struct KnownCredentials {
  typealias Awaiting = @Sendable (Credentials.Answer) -> Void

  /// A credential, and what the store was at when it was asked about: an answer holds for no later change.
  struct Question: Hashable {
    let digest: SHA256Digest
    let revision: UInt64
  }

  enum Finding {
    case known(Authority)
    /// Somebody has asked the same already, and will tell.
    case awaited
    case unknown(Question)
  }

  private struct Known {
    var authority: Authority
    /// Seconds since 1970; nil if the answer holds until something changes.
    var expiry: Int64?
  }

  /// So many callers at one time are rare; those beyond are asked about again.
  private static let most = 4096

  private var revision: UInt64 = 0
  private var known: [SHA256Digest: Known] = [:]
  private var awaiting: [Question: [Awaiting]] = [:]

  /// Looks for an answer that still holds; otherwise `answered` is kept until there is one.
  mutating func look(
    for digest: SHA256Digest, at revision: UInt64, _ now: Int, else answered: @escaping Awaiting
  ) -> Finding {
    advance(to: revision)
    if let found = known[digest], found.expiry.map({ $0 > now }) ?? true {
      return .known(found.authority)
    }
    let question = Question(digest: digest, revision: self.revision)
    awaiting[question, default: []].append(answered)
    return awaiting[question]?.count == 1 ? .unknown(question) : .awaited
  }

  /// Takes an answer, and returns who waits for it.
  mutating func settle(
    _ question: Question, _ answer: Result<ResolveResponse, Status>
  ) -> [Awaiting] {
    if case .success(let resolved) = answer, question.revision == revision {
      if known.count >= Self.most { known = [:] }
      known[question.digest] = Known(
        authority: Authority(resolved), expiry: resolved.expiresAt?.seconds)
    }
    return awaiting.removeValue(forKey: question) ?? []
  }

  /// Whoever saw an earlier revision a moment ago is served as of the newest.
  private mutating func advance(to revision: UInt64) {
    guard revision > self.revision else { return }
    self.revision = revision
    known = [:]
  }
}
