internal import GoogleProtos
internal import IPC
internal import WellKnownTypes

/// One process of a plugin, from its start to its end.
@Supervision
final class RunningPlugin {
  let process: PluginProcess
  let connection: Connection
  let startedAt = GoogleTimestamp.now
  /// Whether the process begins work by itself, on the sockets that it inherited.
  let listens: Bool
  /// The session, once the process has introduced itself.
  var session: PluginSession?
  /// The end of the process, if the lifecycle called it a crash.
  var crash: ProcessEnd?

  init(process: PluginProcess, connection: Connection, listens: Bool) {
    self.process = process
    self.connection = connection
    self.listens = listens
  }

  /// Pings the process, and returns the event that the outcome is for its lifecycle.
  func ping(
    as number: PluginLifecycle.ProcessNumber, within timeout: Duration
  ) async -> PluginLifecycle.Event {
    let start = ContinuousClock.now
    do {
      _ = try await connection.ping(timeout: timeout)
      return .pinged(number)
    } catch {
      // An early failure means that the connection is lost. The end of the process will say more
      // about that.
      let hangs = ContinuousClock.now - start >= timeout
      return hangs
        ? .unhealthy(number, "did not respond to a ping within \(timeout)") : .hungUp(number)
    }
  }

  /// Lets the calls of the process end, and calls `report` once it has none.
  func drain(whenIdle report: @escaping @Sendable () -> Void) {
    guard let session else { return report() }
    guard listens else { return session.retire(whenIdle: report) }
    Task {
      await connection.askToDrain()
      session.retire(whenIdle: report)
    }
  }

  /// Says goodbye and closes the pipes of the process.
  func close() {
    connection.goAway()
    connection.close()
  }
}
