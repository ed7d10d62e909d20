internal import ProtobufRuntime

/// A generator of a service: the protocol that a plugin implements, and the client that calls it.
struct ServiceGenerator {
  private let service: ServiceDescriptor
  private let file: FileDefinition
  private let types: TypeTable

  init(_ service: ServiceDescriptor, _ file: FileDefinition, _ types: TypeTable) {
    self.service = service
    self.file = file
    self.types = types
  }

  func write(to text: inout SourceText) throws {
    text.gap()
    try writeProtocol(to: &text)
    text.gap()
    writeRegistration(to: &text)
    text.gap()
    try writeClient(to: &text)
  }

  private func writeProtocol(to text: inout SourceText) throws {
    text.documentation(service.comment)
    try text.block("public protocol \(service.name)ServiceProtocol: Service") { text in
      for method in service.methods {
        text.gap()
        text.documentation(method.comment)
        text.line("func \(SwiftNames.method(method.name))\(try serverSignature(method))")
      }
    }
  }

  private func writeRegistration(to text: inout SourceText) {
    text.block("extension \(service.name)ServiceProtocol") { text in
      text.line("public static var name: String { \"\(service.fullName)\" }")
      text.gap()
      text.block("public static var descriptorSet: [UInt8]") { text in
        text.line("ProtoFile.\(SwiftNames.file(file.name)).descriptorSet")
      }
      text.gap()
      text.block("public func register(in methods: inout ServiceRouter)") { text in
        for method in service.methods {
          let function = SwiftNames.method(method.name)
          text.line("methods.\(kind(method))(\(path(method)), self.\(function))")
        }
      }
    }
  }

  private func writeClient(to text: inout SourceText) throws {
    text.documentation(service.comment)
    try text.block("public struct \(service.name)Client: Sendable") { text in
      text.line("private let channel: any Channel")
      text.gap()
      text.line("/// Creates a client that calls over `channel`.")
      text.line("public init(_ channel: any Channel) { self.channel = channel }")
      for method in service.methods {
        text.gap()
        text.documentation(method.comment)
        try writeCall(method, to: &text)
      }
    }
  }

  private func writeCall(_ method: MethodDescriptor, to text: inout SourceText) throws {
    let signature = try clientSignature(method)
    let options = method.isSafe ? "options.safe" : "options"
    let arguments = method.clientStreaming ? "\(options), requests" : "request, \(options)"
    text.line("public func \(SwiftNames.method(method.name))(")
    for (index, parameter) in signature.parameters.enumerated() {
      text.line("  \(parameter)\(index == signature.parameters.count - 1 ? "" : ",")")
    }
    text.block(") async throws -> \(signature.result)") { text in
      text.line("try await channel.\(kind(method))(\(path(method)), \(arguments))")
    }
  }
}

extension ServiceGenerator {
  private func serverSignature(_ method: MethodDescriptor) throws -> String {
    let (input, output) = try messages(of: method)
    let request =
      method.clientStreaming ? "_ requests: MessageStream<\(input)>" : "_ request: \(input)"
    return method.serverStreaming
      ? "(\(request), to responses: MessageWriter<\(output)>, context: CallContext) async throws"
      : "(\(request), context: CallContext) async throws -> \(output)"
  }

  private func clientSignature(
    _ method: MethodDescriptor
  ) throws -> (parameters: [String], result: String) {
    let (input, output) = try messages(of: method)
    let options = "options: CallOptions = CallOptions()"
    let result = method.serverStreaming ? "MessageStream<\(output)>" : output
    guard method.clientStreaming else { return (["_ request: \(input)", options], result) }
    let escaping = method.serverStreaming ? "@escaping " : ""
    let requests =
      "requests: \(escaping)@Sendable (MessageWriter<\(input)>) async throws -> Void"
    return ([options, requests], result)
  }

  private func messages(of method: MethodDescriptor) throws -> (input: String, output: String) {
    (try types.swiftName(method.input), try types.swiftName(method.output))
  }

  /// Returns the name that both `ServiceRouter` and the channel use for this kind of method.
  private func kind(_ method: MethodDescriptor) -> String {
    switch (method.clientStreaming, method.serverStreaming) {
    case (false, false): "unary"
    case (false, true): "serverStreaming"
    case (true, false): "clientStreaming"
    case (true, true): "bidirectional"
    }
  }

  private func path(_ method: MethodDescriptor) -> String {
    "\"\(service.fullName)/\(method.name)\""
  }
}
