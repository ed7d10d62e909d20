internal import ArgumentParser
internal import HostProtos
internal import HostServices
internal import IPC
internal import ProtobufRuntime
internal import Status

/// `steward console`.
struct ConsoleCommand: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "console",
    abstract: "Print the address of the web console.",
    discussion: """
      While the installation is unclaimed, the address holds a code that claims it within 60 \
      minutes, and that replaces the one before.
      """)

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let status = try await HostClient(channel).getStatus(GetStatusRequest(), options: callOptions)
    let console = WebConsole(dataDirectory: status.dataDirectory)
    guard status.isServing, let address = try await console.address(over: channel) else {
      throw Status.noConsole
    }
    let json = JSONValue.object([("address", .string(address))])
    return Report(
      response: json, items: [json], ids: [address], readable: { _ in "\(address)\n" })
  }
}

extension Status {
  fileprivate static let noConsole = Status(
    .unavailable, reason: "CONSOLE_NOT_SERVED",
    message: "No host serves the console on this data directory. Start one: steward serve")
}
