internal import AdminProtos
internal import AdminServices
internal import Glibc
internal import GoogleProtos
internal import IPC
internal import ProtobufRuntime
internal import Status

/// The tokens of the session that `steward auth login` began, in a file that only its user may
/// read.
///
/// Only `--session` and the commands of `steward auth` use it. Two commands may refresh the session
/// at the same time: both get the same new tokens.
struct SavedSession: Sendable {
  /// The time before its expiry, in seconds, from which an access token is refreshed instead of
  /// used.
  private static let margin: Int64 = 30

  /// The path of the file with the tokens.
  let path: String

  /// Finds the path from XDG_STATE_HOME, or uses ~/.local/state.
  init(_ environment: [String: String]) throws {
    if let base = environment["XDG_STATE_HOME"], base.hasPrefix("/") {
      path = base + "/steward/session.json"
      return
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      throw UsageError("HOME is not set, so no session can be saved; set XDG_STATE_HOME.")
    }
    path = home + "/.local/state/steward/session.json"
  }

  /// Returns valid tokens, and refreshes them if necessary. A refusal is final: there is no second
  /// attempt.
  func tokens(over channel: any Channel) async throws -> SessionTokens {
    let tokens = try load()
    let end = tokens.accessExpiresAt?.seconds ?? 0
    guard end - Self.margin <= WallClock.seconds else { return tokens }
    return try await refresh(tokens, over: channel)
  }

  /// Exchanges the tokens for new ones, and saves those.
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
        message: "You are not logged in; log in with: steward auth login")
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

  /// Removes the file with the tokens.
  func remove() { unlink(path) }
}
