internal import AdminProtos
internal import ArgumentParser
internal import Glibc
internal import HostProtos
internal import HostServices
internal import IPC
internal import Logging
internal import PluginHost
internal import ProtobufRuntime
internal import Status

/// `steward serve`.
struct ServeCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Run the host until SIGINT or SIGTERM.",
    discussion: """
      Listens on a socket in the data directory, only for the user who started it. Listens for \
      HTTP clients too if the plugin gateway is installed. Tells systemd when it is ready. On \
      SIGHUP, reads the manifests and files of all plugins again, as steward plugin reload does \
      for one.
      """)

  @Option(help: "The log level.")
  var logLevel = LogLevel.info

  @Option(
    help: ArgumentHelp(
      "Ship a checkpoint of the log each minute: append it to a file on another disk, or write "
        + "it to the standard input of a command, such as \"|/usr/bin/logger -t steward\" (run "
        + "without a shell).",
      valueName: "file or |command"))
  var auditCheckpoint: String?

  @OptionGroup var http: HTTPOptions
  @OptionGroup var settings: SettingOptions
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws {
    var configuration = try global.hostConfiguration(in: session)
    configuration.mode = .daemon
    configuration.logger = logger(session.console)
    configuration.settings = try settings.byPlugin(
      adding: http.settings(currentDirectory: session.currentDirectory))
    configuration.auditCheckpoint = try auditCheckpoint.map {
      try Self.target($0, currentDirectory: session.currentDirectory)
    }
    let hangUps = HangUps()
    let host = try await Host.start(configuration)
    do {
      let address = try await http.open(on: host, pluginsIn: configuration.pluginPaths.all)
      try await announce(host, http: address, in: session)
      SystemdNotification.send("READY=1", environment: session.environment)
      let origin = address.map { http.origin(at: $0, configuration.settings) }
      await announceConsole(at: origin, host, in: configuration.dataDirectory, session.console)
      await Self.serve(host, until: hangUps)
    } catch {
      await Self.stop(host)
      throw error
    }
    session.console.note("stopping")
    SystemdNotification.send("STOPPING=1", environment: session.environment)
    WebConsole(dataDirectory: configuration.dataDirectory).end()
    await Self.stop(host)
  }

  private static func target(
    _ text: String, currentDirectory: String
  ) throws -> CheckpointTarget {
    let place = text.hasPrefix("|") ? text : text.absolutePath(in: currentDirectory)
    guard !text.isEmpty, let target = CheckpointTarget(place) else {
      throw UsageError(
        "--audit-checkpoint takes a file, or \"|\" followed by the absolute path of a program and "
          + "its arguments, not '\(text)'.")
    }
    return target
  }

  private func announce(
    _ host: Host, http address: ListenAddress?, in session: Session
  ) async throws {
    let status = try await HostClient(host.channel).getStatus(GetStatusRequest())
    let console = session.console
    console.note("steward \(Steward.version) serves \(status.dataDirectory) (pid \(status.pid))")
    console.note("listening on \(status.socket)")
    if let address {
      console.note("serving \(http.scheme)://\(address)")
    } else if !http.noHTTP {
      console.note("the plugin \(HTTPOptions.plugin) can't be used, so nothing is served over HTTP")
    }
    for plugin in status.plugins { announce(plugin, console) }
    if status.plugins.isEmpty {
      console.note("no plugins were found; name their directory: --plugin-path DIR")
    }
  }

  /// Says where the web console is. What keeps it from being said, such as a plugin that doesn't
  /// start, keeps the host from nothing.
  private func announceConsole(
    at origin: String?, _ host: Host, in directory: String, _ console: Console
  ) async {
    let site = WebConsole(dataDirectory: directory)
    // A host that was killed has left its files.
    site.end()
    guard let origin else { return }
    do {
      try await site.announce(at: origin, over: host.channel, to: console)
    } catch {
      let problem = Status(describing: error).message.singleLine
      console.note("where the console is can't be told: \(problem) Try: steward console")
    }
  }

  private func announce(_ plugin: PluginStatus, _ console: Console) {
    guard let obstacle = plugin.obstacle else {
      let services = plugin.services.joined(separator: ", ")
      return console.note("plugin \(plugin.name) \(plugin.version): \(services)".singleLine)
    }
    let warning = console.errorStyle.paint("warning:", .yellow)
    console.note("\(warning) plugin \(plugin.name.singleLine): \(obstacle.singleLine)")
  }

  private func logger(_ console: Console) -> Logger {
    Logger(label: "steward") { _ in
      ConsoleLogHandler(console: console, logLevel: global.quiet ? .error : logLevel.level)
    }
  }

  /// Serves until this task is cancelled or the terminal is gone. The first signal that ends the
  /// program cancels the task.
  private static func serve(_ host: Host, until hangUps: HangUps) async {
    for await meaning in hangUps.meanings {
      guard meaning == .reload else { return }
      await host.reload()
    }
    withExtendedLifetime(hangUps) {}
  }

  /// Stops the host in a task of its own, because the current task is cancelled by then.
  private static func stop(_ host: Host) async {
    await Task { await host.stop() }.value
  }
}

extension PluginStatus {
  /// The reason why the plugin can't be started; nil if there is none.
  fileprivate var obstacle: String? {
    switch trust {
    case "needed": return "it must be accepted first; run: steward plugin trust \(name)"
    case "changed":
      return "it changed since it was accepted; review and accept it: steward plugin trust \(name)"
    default: break
    }
    guard state == "failed" else { return nil }
    return lastCrash.map { "\($0.cause); \($0.remedy)" } ?? "it cannot be started"
  }
}

/// The levels of the log that `serve` writes.
enum LogLevel: String, CaseIterable, ExpressibleByArgument {
  case debug, info, warning, error

  var level: Logger.Level {
    switch self {
    case .debug: .debug
    case .info: .info
    case .warning: .warning
    case .error: .error
    }
  }
}
