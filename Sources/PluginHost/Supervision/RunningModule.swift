internal import IPC
internal import StewardProtos

/// One process of a module, from its start to its end.
@Supervision
final class RunningModule {
  let process: ModuleProcess
  let connection: Connection
  let startedAt = GoogleTimestamp.now
  /// Whether it begins things by itself, on the sockets that it inherited.
  let listens: Bool
  /// Once the process has introduced itself.
  var session: ModuleSession?
  /// How it ended, if the lifecycle called that a crash.
  var crash: ProcessEnd?

  init(process: ModuleProcess, connection: Connection, listens: Bool) {
    self.process = process
    self.connection = connection
    self.listens = listens
  }
}
