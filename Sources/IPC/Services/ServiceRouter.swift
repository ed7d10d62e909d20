public import ProtobufRuntime
internal import Status

/// A router that finds the methods that this side serves by their names.
///
/// A handler runs on the connection's reading thread, until it waits for something that other
/// threads provide. A handler that doesn't wait, or waits only for calls of its own, responds
/// without a change of thread. So a handler must never block. Work that keeps a core busy for long
/// belongs on the threads for such work, inside
/// `withTaskExecutorPreference(globalConcurrentExecutor) { … }`.
public struct ServiceRouter: CallHandler {
  private typealias Acceptor = @Sendable (any IncomingCall) -> any CallDelegate

  private var methods: [String: Acceptor] = [:]
  /// The full names of the services with which the router was created.
  public private(set) var serviceNames: [String] = []

  /// Creates a router without methods. Every call is unimplemented.
  public init() {}

  /// Creates a router for all methods of some services.
  public init(_ services: [any Service]) {
    for service in services {
      serviceNames.append(type(of: service).name)
      service.register(in: &self)
    }
  }

  /// The full names of the methods, in order.
  public var methodNames: [String] { methods.keys.sorted() }

  public func accept(_ call: any IncomingCall) -> any CallDelegate {
    let method = call.header.method
    guard let acceptor = methods[method] else {
      call.end(CallEnd(status: .unknownMethod(method)))
      return Unserved()
    }
    return acceptor(call)
  }

  /// Registers a method with one request and one response.
  public mutating func unary<Request: Message, Response: Message>(
    _ method: String,
    _ handler: @escaping @Sendable (Request, CallContext) async throws -> Response
  ) {
    methods[method] = { call in
      UnaryServerCall(call) { bytes, context in
        try await handler(try parse(bytes), context).encoded()
      }
    }
  }

  /// Registers a method with one request and a stream of responses.
  public mutating func serverStreaming<Request: Message, Response: Message>(
    _ method: String,
    _ handler:
      @escaping @Sendable (Request, MessageWriter<Response>, CallContext) async throws -> Void
  ) {
    methods[method] = { call in
      StreamingServerCall(call) { served, context in
        try await handler(parse(served.onlyRequest()), MessageWriter(served), context)
        return nil
      }
    }
  }

  /// Registers a method with a stream of requests and one response.
  public mutating func clientStreaming<Request: Message, Response: Message>(
    _ method: String,
    _ handler: @escaping @Sendable (MessageStream<Request>, CallContext) async throws -> Response
  ) {
    methods[method] = { call in
      StreamingServerCall(call) { served, context in
        try await handler(MessageStream(served), context).encoded()
      }
    }
  }

  /// Registers a method with a stream of requests and a stream of responses.
  public mutating func bidirectional<Request: Message, Response: Message>(
    _ method: String,
    _ handler:
      @escaping @Sendable (MessageStream<Request>, MessageWriter<Response>, CallContext)
      async throws -> Void
  ) {
    methods[method] = { call in
      StreamingServerCall(call) { served, context in
        try await handler(MessageStream(served), MessageWriter(served), context)
        return nil
      }
    }
  }
}

/// A delegate that ignores the rest of a call to an unknown method.
private final class Unserved: CallDelegate {}

private func parse<Request: Message>(_ bytes: [UInt8]) throws -> Request {
  do {
    return try Request(serialized: bytes)
  } catch {
    throw Status.malformedMessage(Request.fullName, error)
  }
}

extension Message {
  fileprivate func encoded() throws -> [UInt8] {
    do {
      return try serialized()
    } catch {
      throw Status.unencodable(error)
    }
  }
}
