import IPC
import PluginHost
import ProtobufRuntime
import Status
import Testing

@Suite("An address to listen on")
struct ListenAddressTests {
  @Test(
    "A listen address is an IPv4 address, a bracketed IPv6 address or localhost, with a port",
    arguments: [
      ("127.0.0.1:8787", "127.0.0.1:8787"), ("0.0.0.0:0", "0.0.0.0:0"),
      ("localhost:80", "127.0.0.1:80"), ("[::1]:65535", "[::1]:65535"), ("[::]:1", "[::]:1"),
      ("[2001:DB8:0::1]:443", "[2001:db8::1]:443"),
    ])
  func parsed(text: String, description: String) throws {
    #expect(try ListenAddress(text).description == description)
  }

  @Test(
    "Text that is not a listen address is refused",
    arguments: [
      "", ":8787", "8787", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:+1",
      "127.0.0.1:-1", "127.0.0.1: 1", "127.0.0.1\0:1", "1.2.3:1", "::1:8787", "[::1]", "[::1:8787",
      "[127.0.0.1]:1", "[]:1", "example.com:80", "http://127.0.0.1:80",
    ])
  func malformed(text: String) throws {
    let error = try #require(throws: HostError.self) { try ListenAddress(text) }
    #expect(error.status.reason == "MALFORMED_ADDRESS")
    #expect(error.description.hasPrefix("\"\(text.asRefused)\" is not an address to listen on"))
  }

  @Test(
    "A listen address tells whether only this machine can reach it",
    arguments: [
      ("127.0.0.1:1", true), ("127.200.0.9:1", true), ("localhost:1", true), ("[::1]:1", true),
      ("[::ffff:127.0.0.1]:1", true), ("0.0.0.0:1", false), ("[::]:1", false),
      ("192.168.1.2:1", false), ("[::ffff:10.0.0.1]:1", false), ("[fe80::1]:1", false),
    ])
  func loopback(text: String, isLoopback: Bool) throws {
    #expect(try ListenAddress(text).isLoopback == isLoopback)
  }
}
