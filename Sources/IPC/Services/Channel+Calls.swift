public import ProtobufRuntime
internal import Status

// The four kinds of calls, typed. Generated clients use these methods.
extension Channel {
  /// Calls a method with one request and one response.
  ///
  /// - Throws: ``Status``, when the call fails. Cancelling the task cancels the call.
  public func unary<Request: Message, Response: Message>(
    _ method: String, _ request: Request, _ options: CallOptions
  ) async throws -> Response {
    let header = options.header(method, message: try encode(request), halfClosed: true)
    let end = await UnaryCall().run(header, on: self)
    guard end.status.isOK else { throw end.status.ofCall(isSafe: options.isSafe) }
    return try decode(end.message)
  }

  /// Calls a method with one request and a stream of responses.
  ///
  /// The call begins at once. If it fails, the stream throws its status.
  public func serverStreaming<Request: Message, Response: Message>(
    _ method: String, _ request: Request, _ options: CallOptions
  ) async throws -> MessageStream<Response> {
    let header = options.header(method, message: try encode(request), halfClosed: true)
    return MessageStream(StreamingCall(header, isSafe: options.isSafe, on: self))
  }

  /// Calls a method with a stream of requests and one response.
  ///
  /// - Parameter requests: Sends the requests. An error that it throws cancels the call and is
  ///   thrown here, unless the call had ended by itself: then the outcome of the call counts.
  public func clientStreaming<Request: Message, Response: Message>(
    _ method: String, _ options: CallOptions,
    _ requests: @Sendable (MessageWriter<Request>) async throws -> Void
  ) async throws -> Response {
    let call = StreamingCall(options.header(method), isSafe: options.isSafe, on: self)
    do {
      try await requests(MessageWriter(call))
      call.halfClose()
    } catch {
      guard call.hasEnded else {
        call.cancel("The sender of the requests failed.")
        throw error
      }
    }
    let response = try await call.next()
    _ = try await call.next()  // Reads the end: a failure after the response is a failure.
    return try decode(response)
  }

  /// Calls a method with a stream of requests and a stream of responses.
  ///
  /// - Parameter requests: Sends the requests, in a separate task that is cancelled when the call
  ///   ends. An error that it throws cancels the call and is thrown by the stream.
  public func bidirectional<Request: Message, Response: Message>(
    _ method: String, _ options: CallOptions,
    _ requests: @escaping @Sendable (MessageWriter<Request>) async throws -> Void
  ) async throws -> MessageStream<Response> {
    let call = StreamingCall(options.header(method), isSafe: options.isSafe, on: self)
    let sender = Task {
      do {
        try await requests(MessageWriter(call))
        call.halfClose()
      } catch {
        call.fail(error)
      }
    }
    call.attach(sender)
    return MessageStream(call)
  }

  private func encode(_ request: some Message) throws -> [UInt8] {
    do {
      return try request.serialized()
    } catch {
      throw Status.unencodable(error)
    }
  }

  private func decode<Response: Message>(_ bytes: [UInt8]?) throws -> Response {
    guard let bytes else { throw Status.missingResponse }
    do {
      return try Response(serialized: bytes)
    } catch {
      throw Status.malformedResponse(Response.fullName, error)
    }
  }
}
