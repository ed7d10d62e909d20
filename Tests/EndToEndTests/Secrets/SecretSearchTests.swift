import Foundation
import Testing

@Suite("The search for secrets")
struct SecretSearchTests {
  private static let secret = Array("Zm1xQ8vT3kLr7WdJ2pNs".utf8)
  private let search = SecretSearch(["it": secret])

  private func finds(_ text: some Sequence<UInt8>) -> Bool {
    let surrounded = Array("before ".utf8) + Array(text) + Array(" after".utf8)
    return !search.findings(in: Data(surrounded)).isEmpty
  }

  @Test("The search finds any twelve bytes of a secret, and not eleven", arguments: 0...8)
  func parts(offset: Int) {
    #expect(finds(Self.secret[offset..<(offset + 12)]))
    #expect(!finds(Self.secret[offset..<(offset + 11)]))
  }

  @Test("The search finds a secret in hexadecimal and base64 at any offset", arguments: 0..<3)
  func encoded(skipped: Int) {
    let data = Data([UInt8](repeating: 200, count: skipped) + Self.secret)
    #expect(finds(data.base64EncodedString().utf8))
    let hex = data.map { String(format: "%02x", $0) }.joined()
    #expect(finds(hex.utf8))
    #expect(finds(hex.uppercased().utf8))
  }
}
