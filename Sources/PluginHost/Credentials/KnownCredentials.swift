internal import AdminProtos
internal import Crypto
internal import GoogleProtos
internal import HostProtos
internal import IPC
internal import Status

/// What was asked about credentials, and answered: a value that knows no clock and no store.
struct KnownCredentials {
  typealias Awaiting = @Sendable (Credentials.Answer) -> Void

  /// A credential, and what the store was at when it was asked about.
  struct Question: Hashable {
    let digest: SHA256Digest
    let revision: UInt64
  }

  enum Finding {
    case known(Principal)
    /// Somebody has asked the same already, and will tell.
    case awaited
    case unknown(Question)
  }

  private struct Known {
    var principal: Principal
    /// The kinds of records of which a change may change the answer; if there are none, any may.
    var kinds: [String]
    /// What the store was at, or later.
    var revision: UInt64
    /// Seconds since 1970; nil if the answer holds until something changes.
    var expiry: Int64?
  }

  /// So many callers at one time are rare; those beyond are asked about again.
  private static let most = 4096
  /// Plugins have so few kinds of records between them; should there be more, all answers are forgotten.
  private static let maximumKinds = 1024

  /// Up to where it is known what happened in the store.
  private(set) var revision: UInt64 = 0
  /// Answers as of an earlier revision count no more: what happened up to here is not known.
  private var forgotten: UInt64 = 0
  /// The newest event of each kind.
  private var newest: [String: UInt64] = [:]
  private var known: [SHA256Digest: Known] = [:]
  private var awaiting: [Question: [Awaiting]] = [:]

  /// Takes note of what happened after ``revision``, or after one that it had a moment ago.
  mutating func learn(_ changes: StoreChanges) {
    guard changes.revision > revision else { return }
    revision = changes.revision
    guard let newest = changes.newest, self.newest.count < Self.maximumKinds else {
      (self.newest, known) = ([:], [:])
      forgotten = revision
      return
    }
    self.newest.merge(newest, uniquingKeysWith: max)
  }

  /// Looks for an answer that still holds; otherwise `answered` is kept until there is one.
  mutating func look(
    for digest: SHA256Digest, _ now: Int, else answered: @escaping Awaiting
  ) -> Finding {
    if let found = known[digest], holds(found), found.expiry.map({ $0 > now }) ?? true {
      return .known(found.principal.calling(at: Int64(now)))
    }
    let question = Question(digest: digest, revision: revision)
    awaiting[question, default: []].append(answered)
    return awaiting[question]?.count == 1 ? .unknown(question) : .awaited
  }

  /// Takes an answer, and returns who waits for it.
  mutating func resolve(
    _ question: Question, _ answer: Result<ResolveResponse, Status>
  ) -> [Awaiting] {
    if case .success(let resolved) = answer {
      if known.count >= Self.most { known = [:] }
      known[question.digest] = Known(
        principal: Principal(resolved), kinds: resolved.dependsOn, revision: question.revision,
        expiry: resolved.expiresAt?.seconds)
    }
    return awaiting.removeValue(forKey: question) ?? []
  }

  private func holds(_ known: Known) -> Bool {
    guard known.revision >= forgotten else { return false }
    guard !known.kinds.isEmpty else { return known.revision == revision }
    return known.kinds.allSatisfy { newest[$0, default: 0] <= known.revision }
  }
}
