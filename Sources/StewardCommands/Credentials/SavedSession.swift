internal import AdminProtos
internal import AdminServices
internal import Glibc
internal import GoogleProtos
internal import IPC
internal import Platform
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
    guard let text = try text() else {
      throw Status(
        .unauthenticated, reason: "NO_SESSION",
        message: "You are not logged in; log in with: steward auth login")
    }
    do {
      return try SessionTokens(json: text)
    } catch {
      throw Status(
        .failedPrecondition, reason: "SESSION_DAMAGED",
        message: "The session in '\(path)' can't be read; log in again with: steward auth login")
    }
  }

  func save(_ tokens: SessionTokens) throws {
    try write(try tokens.wholeJSON().description + "\n")
  }

  /// Removes the file with the tokens.
  func remove() { unlink(path) }
}

extension SavedSession {
  /// The maximum length of the file in bytes.
  private static let maximumLength = 64 << 10

  private func text() throws -> String? {
    do throws(FileFlaw) {
      return try PrivateFile(path).read(upTo: Self.maximumLength).map {
        String(decoding: $0, as: UTF8.self)
      }
    } catch {
      guard error != .exposed else { throw Status.exposedSession(path) }
      throw refusal(error)
    }
  }

  /// Writes the text, and creates the folders above. Throws if the path is anything but a regular
  /// file of this user or root. A file that others can read is replaced.
  private func write(_ text: String) throws {
    makeFolders()
    if let flaw = FileFlaw.flaw(of: path), flaw != .exposed { throw refusal(flaw) }
    do throws(SystemError) {
      try PrivateFile(path).replace(by: Array(text.utf8))
    } catch {
      throw Status(file: "'\(path)'", .writing, error.code)
    }
  }

  private func makeFolders() {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o700)
    }
  }

  private func refusal(_ flaw: FileFlaw) -> Status {
    if case .failed(let number) = flaw { return Status(file: "'\(path)'", .reading, number) }
    return Status(
      .failedPrecondition, reason: "FILE_UNSAFE",
      message: "'\(path)' \(flaw.problem); \(flaw.remedy(for: path.shellQuoted)).")
  }
}

extension Status {
  fileprivate static func exposedSession(_ path: String) -> Status {
    Status(
      .failedPrecondition, reason: "SESSION_EXPOSED",
      message: "Other users can read '\(path)', and act as you. Log out, log in again, and make "
        + "the file private: chmod 600 \(path.shellQuoted)")
  }
}
