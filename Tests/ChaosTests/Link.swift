import IPC
import PluginHost
import Status
import Synchronization

/// A client's connection to the host. It connects when necessary, and can be cut at any moment.
final class Link: Sendable {
  private let site: TestInstallation
  private let connection = Mutex<Connection?>(nil)

  init(_ site: TestInstallation) { self.site = site }

  func cut() { connection.withLock { $0.take() }?.close() }

  /// Repeats a call until it succeeds or fails for good.
  ///
  /// - Throws: The error of the call, unless it is temporary, or ``Hangs`` if that lasts too long.
  func persist<Response: Sendable>(
    _ what: String, _ call: (Connection) async throws -> Response
  ) async throws -> Response {
    let deadline = ContinuousClock.now + patience
    var trouble = "no host"
    while ContinuousClock.now < deadline {
      do {
        if let connection = try await connected() { return try await call(connection) }
      } catch {
        let status = Status(describing: error)
        guard status.code == .unavailable || status.code == .deadlineExceeded else { throw error }
        trouble = "\(status)"
        if status.reason == "CONNECTION_LOST" || status.reason == "HOST_STOPPING" { cut() }
      }
      await Task.yield()
    }
    throw Hangs(what: "\(what): \(trouble)")
  }

  private func connected() async throws -> Connection? {
    if let known = connection.withLock({ $0 }) { return known }
    let new = try await HostSocket.connect(dataDirectory: site.data)
    connection.withLock { $0 = new }
    return new
  }
}
