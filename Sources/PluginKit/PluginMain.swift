internal import Glibc
internal import IPC
internal import Logging
internal import Platform
internal import Status

/// A plugin's process: its descriptors, its log, its exit status.
enum PluginMain {
  /// The pipes that the host gives a plugin.
  struct Descriptors {
    var reading: Int32 = 3
    var writing: Int32 = 4
  }

  /// Serves until the host no longer needs the plugin, then exits.
  static func run(
    over descriptors: Descriptors = Descriptors(),
    services: @escaping @Sendable (PluginEnvironment) throws -> [any Service]
  ) async -> Never {
    // This comes first, because the host's Hello is for this process alone.
    ProcessMemory.keepPrivate()
    // Writing to a host that has left, or past the limit of a file's size, must be an error and
    // must not kill the process.
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    guard let transport = claim(descriptors) else { leaveLonely() }
    LoggingSystem.bootstrap { LineLogHandler(label: $0) }
    let server = PluginServer(over: transport) { environment in
      keepFromChildren(environment.listeners)
      take(name: environment.name)
      return try services(environment)
    }
    let status = await server.finished()
    exit(status.isOK || status.reason == .connectionLost ? EXIT_SUCCESS : complain(status))
  }

  /// Takes the two pipes, and moves them to numbers that no child and no stray `close(3)` reaches.
  private static func claim(_ descriptors: Descriptors) -> DescriptorTransport? {
    guard isPipe(descriptors.reading), isPipe(descriptors.writing) else { return nil }
    let reading = moved(descriptors.reading)
    let writing = moved(descriptors.writing)
    return DescriptorTransport(reading: reading, writing: writing)
  }

  private static func isPipe(_ descriptor: Int32) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFIFO || status.st_mode & S_IFMT == S_IFSOCK
  }

  private static func moved(_ descriptor: Int32) -> Int32 {
    let firstFree: Int32 = 10
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, firstFree)
    guard copy >= 0 else {
      // No descriptor is left. The pipe stays where it is, and works there too.
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      return descriptor
    }
    close(descriptor)
    return copy
  }

  /// Hides the listeners from child processes. A child with a copy of a socket would keep it open
  /// after this process has ended.
  private static func keepFromChildren(_ listeners: [PluginListener]) {
    for listener in listeners { _ = fcntl(listener.descriptor, F_SETFD, FD_CLOEXEC) }
  }

  /// Makes `ps` and `top` show the plugin's name. Linux before 6.14 names a program that was
  /// executed through a descriptor after the descriptor's number.
  private static func take(name: String) {
    let descriptor = open("/proc/self/comm", O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = Glibc.write(descriptor, name, name.utf8.count)
    close(descriptor)
  }

  private static func leaveLonely() -> Never {
    write(
      """
      This is a Steward plugin. It does nothing by itself.
      Put its folder on the host's plugin path and run the host:
        steward serve --plugin-path <folder of plugin folders>

      """)
    exit(EX_USAGE)
  }

  /// Writes why the plugin could not serve, and returns the exit status for it.
  private static func complain(_ status: Status) -> Int32 {
    write("error: \(status)\n")
    return EX_SOFTWARE
  }

  private static func write(_ text: String) {
    StandardError.write(text)
  }
}
