import Foundation

/// A session of the claimant, as a browser has it.
enum BrowserSession {
  /// Logs in, and returns the header field `Cookie` of the requests of the session.
  static func cookies(at url: String, in folder: URL) throws -> String {
    let login = folder.appendingPathComponent("login.json")
    try Data(
      #"{"email": "\#(Claimant.email)", "password": "\#(Claimant.password)"}"#.utf8
    ).write(to: login)
    let response = try Program.run(
      URL(fileURLWithPath: "/usr/bin/curl"),
      [
        "-sf", "-D", "-", "-H", "content-type: application/json", "--data", "@\(login.path)",
        "\(url)/auth/login",
      ])
    let cookies = response.matches(of: #/(?i:set-cookie): ([^;]+)/#).map(\.output.1)
    guard !cookies.isEmpty else { throw BenchError("the login set no cookies") }
    return cookies.joined(separator: "; ")
  }
}
