import GoogleProtos
import IPC

/// A service that this program is not compiled with: it exists only as a descriptor set.
///
///     service Echo {
///       rpc One(Text) returns (Text);
///       rpc Split(Text) returns (stream Text);
///       rpc Join(stream Text) returns (Text);
///       rpc Chat(stream Text) returns (stream Text);
///     }
///     message Text { string text = 1; }
struct EchoService: Service {
  static let name = "test.v1.Echo"

  func register(in methods: inout ServiceRouter) {
    // A StringValue has the same wire format as a Text.
    methods.unary("test.v1.Echo/One") { (text: GoogleStringValue, _) in text }
    methods.serverStreaming("test.v1.Echo/Split") {
      (text: GoogleStringValue, responses: MessageWriter<GoogleStringValue>, _) in
      for part in text.value.split(separator: " ") {
        try await responses.send(GoogleStringValue(value: String(part)))
      }
    }
    methods.clientStreaming("test.v1.Echo/Join") {
      (texts: MessageStream<GoogleStringValue>, _) in
      var parts: [String] = []
      for try await text in texts { parts.append(text.value) }
      return GoogleStringValue(value: parts.joined(separator: " "))
    }
    methods.bidirectional("test.v1.Echo/Chat") {
      (
        texts: MessageStream<GoogleStringValue>, responses: MessageWriter<GoogleStringValue>, _
      ) in
      for try await text in texts { try await responses.send(text) }
    }
  }

  static var descriptorSet: [UInt8] { field(1, file) }

  private static var file: [UInt8] {
    let text = field(1, "Text") + field(2, textField)
    let service =
      field(1, "Echo") + method("One") + method("Split", serverStreaming: true)
      + method("Join", clientStreaming: true)
      + method("Chat", clientStreaming: true, serverStreaming: true)
    return field(1, "echo.proto") + field(2, "test.v1") + field(4, text) + field(6, service)
      + field(12, "proto3")
  }

  /// The field `string text = 1`: name, number, label optional, type string, JSON name.
  private static var textField: [UInt8] {
    field(1, "text") + [3 << 3, 1, 4 << 3, 1, 5 << 3, 9] + field(10, "text")
  }

  private static func method(
    _ name: String, clientStreaming: Bool = false, serverStreaming: Bool = false
  ) -> [UInt8] {
    field(
      2,
      field(1, name) + field(2, ".test.v1.Text") + field(3, ".test.v1.Text")
        + [5 << 3, clientStreaming ? 1 : 0, 6 << 3, serverStreaming ? 1 : 0])
  }

  private static func field(_ number: UInt8, _ text: String) -> [UInt8] {
    field(number, Array(text.utf8))
  }

  /// Returns a length-delimited field in the wire format.
  private static func field(_ number: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    var length = bytes.count
    var prefix: [UInt8] = [number << 3 | 2]
    while length > 0x7F {
      prefix.append(UInt8(length & 0x7F) | 0x80)
      length >>= 7
    }
    return prefix + [UInt8(length)] + bytes
  }
}
