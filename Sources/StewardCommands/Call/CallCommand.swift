internal import AdminProtos
public import ArgumentParser
internal import HostProtos
internal import HostServices
internal import IPC
public import JSONCalls
internal import ProtobufRuntime
internal import Status
internal import YAML

/// `steward call`.
struct CallCommand: CallingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Call any method of any plugin with JSON.",
    discussion: """
      The service's name may be shortened from the left, such as Orgs/List. A method with a stream \
      of requests reads one JSON request per line from -d. A method with a stream of responses \
      prints one response per line. A method with both does both at once. List all methods with: \
      steward describe
      """)

  @Argument(help: "The method, as SERVICE/METHOD.")
  var method: MethodName

  @Option(
    name: [.customShort("d"), .customLong("request")],
    help: ArgumentHelp("The request: JSON, @FILE, or - for standard input.", valueName: "json"))
  var request: RequestSource?

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let format = global.output, ![.json, .jsonl, .yaml].contains(format) {
      throw ValidationError("call prints json, jsonl or yaml, not \(format.rawValue).")
    }
  }

  func run(over channel: any Channel, in session: Session) async throws {
    let call = try await self.call(over: channel)
    let source = try request?.lines(in: session)
    for try await response in try await responses(of: call, to: source, over: channel) {
      try print(response, isStream: call.method.serverStreaming, console: session.console)
    }
  }

  private func call(over channel: any Channel) async throws -> JSONCall {
    do {
      return try await MethodDirectory(over: channel, options: callOptions).call(of: method)
    } catch let status as Status where status.reason == .unknownService {
      throw try await status.naming(unusableOver: channel, callOptions)
    }
  }

  /// Makes the call. Without a source, a single request is empty, and a stream of requests ends at
  /// once.
  private func responses(
    of call: JSONCall, to source: (any LineSource)?, over channel: any Channel
  ) async throws -> JSONResponses {
    guard call.method.clientStreaming else {
      let request = try call.request(parsing: try await source?.whole() ?? "{}")
      return try await call.responses(to: request, over: channel, options: changeOptions)
    }
    return try await call.responses(
      toEachOf: { try await source?.next() }, over: channel, options: changeOptions)
  }
}

extension Status {
  /// Returns the error about an unknown service with the plugins that can't be used. Their
  /// manifests may not say which services they have, so one of them may have this service.
  fileprivate func naming(
    unusableOver channel: any Channel, _ options: CallOptions
  ) async throws -> Status {
    // A caller who may not list plugins gets the error as it is.
    guard
      let plugins = try? await HostClient(channel).listPlugins(
        ListPluginsRequest(), options: options
      ).plugins
    else { return self }
    var status = self
    for plugin in plugins where plugin.state == "failed" {
      guard let crash = plugin.lastCrash else { continue }
      status.message += "\nPlugin \(plugin.name) can't be used: \(crash.cause); \(crash.remedy)"
    }
    return status
  }
}

extension CallCommand {
  /// Prints one response: a document or line of a stream, or a single response as a whole.
  func print(_ response: JSONValue, isStream: Bool, console: Console) throws {
    switch global.output {
    case .yaml: try console.print((isStream ? "---\n" : "") + YAMLText.document(response))
    case .jsonl: try console.print(response.description + "\n")
    case _ where isStream: try console.print(response.description + "\n")
    default: try console.print(response.prettyDescription + "\n")
    }
  }
}

extension MethodName: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
