internal import GoogleProtos
internal import IPC

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
}
