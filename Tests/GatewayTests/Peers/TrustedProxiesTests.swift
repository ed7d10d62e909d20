import HTTPTypes
import IPC
import Platform
import Testing

@testable import GatewayPlugin

@Suite("The address of a request's client")
struct TrustedProxiesTests {
  /// The headers of a request that came from 10.0.0.1, and its client's address when 10.0.0.0/8 is
  /// trusted.
  struct Forwarded: Sendable, CustomTestStringConvertible {
    var headers: [String]
    var client: String

    init(_ headers: String..., client: String) {
      (self.headers, self.client) = (headers, client)
    }

    var testDescription: String { headers.joined(separator: " | ") }
  }

  private static func client(
    _ headers: [String], from sender: String = "10.0.0.1", trusting proxies: String = "10.0.0.0/8"
  ) throws -> String {
    var fields = HTTPFields()
    for header in headers {
      let parts = header.split(
        separator: ": ", maxSplits: 1, omittingEmptySubsequences: false)
      let name = try #require(HTTPField.Name(String(parts[0])))
      fields.append(HTTPField(name: name, value: String(parts[1])))
    }
    let address = try #require(IPAddress(sender))
    return try #require(TrustedProxies(proxies)).client(of: fields, from: address).description
  }

  @Test(
    "The client is the rightmost address that is no trusted proxy's",
    arguments: [
      Forwarded(client: "10.0.0.1"),
      Forwarded("x-forwarded-for: 192.0.2.7", client: "192.0.2.7"),
      Forwarded("x-forwarded-for: 1.1.1.1, 192.0.2.7", client: "192.0.2.7"),
      Forwarded("x-forwarded-for: 192.0.2.7,10.9.9.9 , 10.0.0.2", client: "192.0.2.7"),
      Forwarded(
        "x-forwarded-for: 1.1.1.1", "x-forwarded-for: 192.0.2.7", client: "192.0.2.7"),
      Forwarded("x-forwarded-for: 10.0.0.3, 10.0.0.2", client: "10.0.0.3"),
      Forwarded("x-forwarded-for: 192.0.2.7:4711", client: "192.0.2.7"),
      Forwarded("x-forwarded-for: 2001:db8::1", client: "2001:db8::1"),
      Forwarded("x-forwarded-for: [2001:db8::1]:80", client: "2001:db8::1"),
      Forwarded("x-forwarded-for: ::ffff:192.0.2.7", client: "192.0.2.7"),
      Forwarded("forwarded: for=192.0.2.7;proto=https", client: "192.0.2.7"),
      Forwarded(
        "forwarded: for=1.1.1.1, proto=http;For=\"[2001:db8::1]:80\"", client: "2001:db8::1"),
      Forwarded(
        "forwarded: for=192.0.2.7", "x-forwarded-for: 192.0.2.7", client: "192.0.2.7"),
    ])
  func forwarded(request: Forwarded) throws {
    #expect(try Self.client(request.headers) == request.client)
  }

  @Test(
    "An incomplete header, or one that a client may have added, doesn't change the address",
    arguments: [
      Forwarded("x-forwarded-for: ", client: "10.0.0.1"),
      Forwarded("x-forwarded-for: unknown", client: "10.0.0.1"),
      Forwarded("x-forwarded-for: 1.1.1.1, nonsense", client: "10.0.0.1"),
      Forwarded("x-forwarded-for: 1.1.1.1, nonsense, 10.0.0.2", client: "10.0.0.2"),
      Forwarded("forwarded: for=_hidden", client: "10.0.0.1"),
      Forwarded("forwarded: by=192.0.2.7", client: "10.0.0.1"),
      Forwarded("forwarded: for=1.1.1.1", "x-forwarded-for: 192.0.2.7", client: "10.0.0.1"),
    ])
  func claimed(request: Forwarded) throws {
    #expect(try Self.client(request.headers) == request.client)
  }

  @Test("A sender that is no trusted proxy is the client, whatever the headers say")
  func untrusted() throws {
    let claim = ["x-forwarded-for: 1.1.1.1"]
    #expect(try Self.client(claim, from: "192.0.2.9") == "192.0.2.9")
    #expect(
      TrustedProxies().client(of: [:], from: .loopback) == .loopback)
  }

  @Test(
    "A range contains the addresses that begin with its prefix",
    arguments: [
      ("10.0.0.0/8", "10.255.255.255", true), ("10.0.0.0/8", "11.0.0.0", false),
      ("10.1.2.3/8", "10.0.0.0", true), ("0.0.0.0/0", "255.0.0.1", true),
      ("0.0.0.0/0", "2001:db8::1", false), ("192.0.2.7", "192.0.2.7", true),
      ("192.0.2.7", "192.0.2.6", false), ("192.0.2.7/32", "192.0.2.7", true),
      ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::", false),
      ("::/0", "192.0.2.7", true), ("::1", "::1", true),
    ])
  func ranges(range: String, address: String, holds: Bool) throws {
    let address = try #require(IPAddress(address))
    #expect(try #require(AddressRange(range)).contains(address) == holds)
  }

  @Test(
    "A setting of trusted proxies is refused if a part of it is not a range",
    arguments: ["", "10.0.0.0/33", "10.0.0.0/", "/8", "10.0.0.0/+8", "localhost", "10.0.0.1,,::1"])
  func malformed(setting: String) {
    #expect(throws: (any Error).self) { try GatewaySettings(["trusted_proxies": setting]) }
  }
}
