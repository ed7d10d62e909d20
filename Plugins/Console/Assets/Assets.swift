import Crypto
import HTML
import WebProtos

/// The files that pages need. Each has the digest of its content in its name, so that a browser can
/// keep it for good.
struct Assets: Sendable {
  private struct File: Sendable {
    let address: Address
    let response: PageResponse
  }

  private let files: [String: PageResponse]
  let style: Address
  let script: Address
  let icon: Address

  init() {
    let style = Self.file("console", "css", "text/css", Self.bare(PackageResources.console_css))
    let script = Self.file(
      "console", "js", "text/javascript", Self.bare(PackageResources.console_js))
    let icon = Self.file("icon", "svg", "image/svg+xml", PackageResources.icon_svg)
    (self.style, self.script, self.icon) = (style.address, script.address, icon.address)
    files = Dictionary(
      uniqueKeysWithValues: [style, script, icon].map { ($0.address.text, $0.response) })
  }

  /// Returns the response with a file; nil if a path is not that of a file.
  func response(for path: String) -> PageResponse? { files[path] }

  /// Returns a script or a style without its lines of comments and its indentation, so that it can
  /// explain itself at no cost. The lines keep their numbers.
  private static func bare(_ source: [UInt8]) -> [UInt8] {
    let lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return Array(
      lines.map { line in
        let code = line.drop { $0 == UInt8(ascii: " ") }
        let isComment = ["//", "/*", "* ", "*/"].contains { code.starts(with: $0.utf8) }
        return isComment ? [] : code
      }.joined(separator: [UInt8(ascii: "\n")]))
  }

  private static func file(
    _ name: String, _ suffix: String, _ type: String, _ bytes: [UInt8]
  ) -> File {
    let digest = SHA256.hash(data: bytes).prefix(4)
      .map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
    return File(
      address: Address("/console/assets").appending("\(name)-\(digest).\(suffix)"),
      response: PageResponse(status: 200, contentType: type, body: bytes, isImmutable: true))
  }
}
