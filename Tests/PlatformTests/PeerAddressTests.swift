import Platform
import Testing

@Suite("The address of a peer")
struct PeerAddressTests {
  @Test(
    "A peer is a whole IPv4 address, or the /64 prefix of an IPv6 address",
    arguments: [
      ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"),
      ("::FFFF:c000:0207", "192.0.2.7"), ("0.0.0.0", "0.0.0.0"),
      ("255.255.255.255", "255.255.255.255"), ("2001:db8:0:1:2:3:4:5", "2001:db8:0:1::/64"),
      ("2001:DB8:0:1::/64", "2001:db8:0:1::/64"), ("::1", "::/64"), ("::", "::/64"),
      ("fe80::1", "fe80::/64"), ("64:ff9b::192.0.2.7", "64:ff9b::/64"),
    ])
  func peers(text: String, peer: String) throws {
    let address = try #require(PeerAddress(text))
    #expect(address.description == peer)
    #expect(PeerAddress(address.description) == address)
  }

  @Test(
    "A text that is not an address is not a peer",
    arguments: [
      "", " ", "localhost", "192.0.2", "192.0.2.256", "192.0.2.7:80", "192.0.2.7/64", "1",
      "[::1]", "::1%lo", "2001:db8::1/64", "2001:db8::/48", "/64", "192.0.2.7\0", "unknown",
      String(repeating: "0", count: 100),
    ])
  func malformed(text: String) {
    #expect(PeerAddress(text) == nil)
  }

  @Test("A client whose address is not known differs from every other client")
  func unknown() {
    #expect(PeerAddress.unknown.description == "0.0.0.0")
    #expect(PeerAddress("::") != .unknown)
  }
}
