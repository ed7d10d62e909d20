import GoogleProtos
import IPC

/// One method of each kind, for hostile callers.
enum FuzzedMethods {
  static let names = ["Echo", "Hang", "Collect", "Repeat", "Chat"].map { "test.Fuzz/\($0)" }

  static var table: ServiceRouter {
    var methods = ServiceRouter()
    methods.unary("test.Fuzz/Echo") { (text: GoogleStringValue, _) in text }
    methods.unary("test.Fuzz/Hang") { (text: GoogleStringValue, _) in
      let (never, continuation) = AsyncStream<Never>.makeStream()
      for await _ in never {}  // Until it is cancelled.
      withExtendedLifetime(continuation) {}
      return text
    }
    methods.clientStreaming("test.Fuzz/Collect") { (texts: MessageStream<GoogleStringValue>, _) in
      var all = GoogleStringValue()
      for try await text in texts { all.value += text.value }
      return all
    }
    methods.serverStreaming("test.Fuzz/Repeat") {
      (text: GoogleStringValue, writer: MessageWriter<GoogleStringValue>, _) in
      for _ in 0..<20 { try await writer.send(text) }
    }
    methods.bidirectional("test.Fuzz/Chat") {
      (texts: MessageStream<GoogleStringValue>, writer: MessageWriter<GoogleStringValue>, _) in
      for try await text in texts { try await writer.send(text) }
    }
    return methods
  }
}
