internal import AdminProtos
internal import AdminServices
internal import Glibc
internal import GoogleProtos
internal import IPC
internal import ProtobufRuntime
internal import Status

/// The tokens of the session that `steward auth login` began, in a file that only its user may read.
///
/// Only `--session` and the commands of `steward auth` use it. Refreshing costs nothing when two commands do it at the
/// same time: both are given the same successor.
struct SavedSession: Sendable {
  /// So long before its end an access token is exchanged rather than used.
  private static let margin: Int64 = 30

  /// Where the tokens are kept.
  let path: String

  /// Finds the place: XDG_STATE_HOME, or ~/.local/state.
  init(_ environment: [String: String]) throws {
    if let base = environment["XDG_STATE_HOME"], base.hasPrefix("/") {
      path = base + "/steward/session.json"
      return
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      throw UsageError("HOME is not set, so there is no place for a session; set XDG_STATE_HOME.")
    }
    path = home + "/.local/state/steward/session.json"
  }

  /// Returns tokens that work, refreshed if they need to be. A refusal is final: nothing is tried again.
  func tokens(over channel: any Channel) async throws -> SessionTokens {
    let tokens = try load()
    let end = tokens.accessExpiresAt?.seconds ?? 0
    guard end - Self.margin <= WallClock.seconds else { return tokens }
    return try await refresh(tokens, over: channel)
  }

  /// Exchanges the tokens, and keeps the new ones.
  func refresh(_ tokens: SessionTokens, over channel: any Channel) async throws -> SessionTokens {
    let next = try await AuthClient(channel).refresh(
      RefreshRequest(refreshToken: tokens.refreshToken))
    try save(next)
    return next
  }

  func load() throws -> SessionTokens {
    let file = try PrivateFile(path).read()
    guard let file else {
      throw Status(
        .unauthenticated, reason: "NO_SESSION",
        message: "Nobody is logged in here; log in with: steward auth login")
    }
    do {
      return try SessionTokens(json: file)
    } catch {
      throw Status(
        .failedPrecondition, reason: "SESSION_DAMAGED",
        message: "The session in '\(path)' can't be read; log in again with: steward auth login")
    }
  }

  func save(_ tokens: SessionTokens) throws {
    try PrivateFile(path).write(try tokens.wholeJSON().description + "\n")
  }

  /// Forgets the tokens.
  func remove() { unlink(path) }
}
