import Glibc
import GoogleProtos
public import IPC
internal import Status

/// A service that echoes texts. For certain texts it does what a plugin must not do.
///
/// All of its methods take and return a `google.protobuf.StringValue`.
public struct EchoService: Service {
  public static let name = "test.echo.v1.Echo"
  public static let descriptorSet = EchoDescriptors.set(package: "test.echo.v1", service: "Echo")

  /// The channel for the calls that `Ask` and `Forward` make.
  private let host: any Channel
  /// The path of a file to which `Change` adds a line for each effect.
  private let journal: String
  private let deeds: Deeds

  /// - Parameters:
  ///   - dies: Whether a text can end or block this process. False in the test's own process.
  public init(host: any Channel, journal: String = "", dies: Bool = false) {
    self.host = host
    self.journal = journal
    deeds = Deeds(dies: dies)
  }

  public func register(in methods: inout ServiceRouter) {
    methods.unary("\(Self.name)/Say", say)
    methods.unary("\(Self.name)/Change", change)
    methods.unary("\(Self.name)/Risk", say)
    methods.unary("\(Self.name)/Wait", wait)
    methods.unary("\(Self.name)/Forbidden", say)
    methods.unary("\(Self.name)/Greet", say)
    methods.unary("\(Self.name)/Rule", say)
    methods.unary("\(Self.name)/Ask", ask)
    methods.unary("\(Self.name)/Forward", ask)
    methods.serverStreaming("\(Self.name)/Count", count)
    methods.clientStreaming("\(Self.name)/Collect", collect)
    methods.bidirectional("\(Self.name)/Chat", chat)
  }

  private func say(_ text: GoogleStringValue, _ context: CallContext) throws -> GoogleStringValue {
    GoogleStringValue(value: try deeds.response(to: text.value, context))
  }

  /// Adds the call's key to the journal. The first time, it then acts on the text, which may end
  /// the process: the effect has happened, and the response is lost. A later call with the same key
  /// gets a response without a second effect.
  private func change(_ text: GoogleStringValue, _ context: CallContext) throws -> GoogleStringValue
  {
    if Journal(journal).add(context.idempotencyKey) {
      _ = try deeds.response(to: text.value, context)
    }
    return GoogleStringValue(value: context.idempotencyKey)
  }

  private func wait(_ text: GoogleStringValue, _ context: CallContext) async throws
    -> GoogleStringValue
  {
    try await Task.sleep(for: .seconds(3600))  // Until it is cancelled.
    return text
  }

  /// Calls another method and returns its response. "method|text" is a call on behalf of this
  /// call's caller, and "-method|text" is one on the plugin's own behalf.
  private func ask(_ text: GoogleStringValue, _ context: CallContext) async throws
    -> GoogleStringValue
  {
    let parts = text.value.split(separator: "|", maxSplits: 1).map(String.init)
    guard let method = parts.first else { throw Status.nothingAsked }
    let request = GoogleStringValue(value: parts.count > 1 ? parts[1] : "")
    guard method.hasPrefix("-") else {
      return try await host.unary(method, request, CallOptions())
    }
    return try await CallContext.$current.withValue(nil) {
      try await host.unary(String(method.dropFirst()), request, CallOptions())
    }
  }

  private func count(
    _ text: GoogleStringValue, _ responses: MessageWriter<GoogleStringValue>, _ context: CallContext
  ) async throws {
    for number in 0..<(Int(text.value) ?? 0) {
      try await responses.send(GoogleStringValue(value: "\(number)"))
    }
  }

  private func collect(
    _ texts: MessageStream<GoogleStringValue>, _ context: CallContext
  ) async throws -> GoogleStringValue {
    var all = ""
    for try await text in texts { all += text.value }
    return GoogleStringValue(value: all)
  }

  private func chat(
    _ texts: MessageStream<GoogleStringValue>, _ responses: MessageWriter<GoogleStringValue>,
    _ context: CallContext
  ) async throws {
    for try await text in texts {
      try await responses.send(
        GoogleStringValue(value: try deeds.response(to: text.value, context)))
    }
  }
}

extension Status {
  fileprivate static let nothingAsked = Status(
    .invalidArgument, reason: "NOTHING_ASKED", message: "The text names no method to call.")
}
