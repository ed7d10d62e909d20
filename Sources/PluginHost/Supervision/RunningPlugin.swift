internal import GoogleProtos
internal import IPC

/// One process of a plugin, from its start to its end.
@Supervision
final class RunningPlugin {
  let process: PluginProcess
  let connection: Connection
  let startedAt = GoogleTimestamp.now
  /// Whether it begins things by itself, on the sockets that it inherited.
  let listens: Bool
  /// Once the process has introduced itself.
  var session: PluginSession?
  /// How it ended, if the lifecycle called that a crash.
  var crash: ProcessEnd?

  init(process: PluginProcess, connection: Connection, listens: Bool) {
    self.process = process
    self.connection = connection
    self.listens = listens
  }
}
