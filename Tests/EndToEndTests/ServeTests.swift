import Foundation
import Testing

@Suite("steward serve", .timeLimit(.minutes(2)))
struct ServeTests {
  private let shell: Shell

  init() throws {
    shell = try Shell(Installation.withEchoGateway)
  }

  /// Runs `serve` with arguments that it must refuse.
  private func refusal(_ arguments: String...) async throws -> Outcome {
    let outcome = try await shell.run(["serve"] + arguments)
    #expect(outcome.status != 0)
    #expect(!outcome.errors.contains("steward.sock"))
    return outcome
  }

  @Test("steward serve listens where it is told, and both it and steward status say where")
  func serves() async throws {
    let daemon = try await Daemon(shell, "--http", "127.0.0.1:0")
    let status = try await shell.steward("status", "--output", "json")
    let address = try #require(
      status.output.firstMatch(of: #/"address": ?"(127\.0\.0\.1:[0-9]+)"/#)?.output.1)
    let port = try #require(address.split(separator: ":").last)
    let response = try await shell.bash(
      "exec 3<>/dev/tcp/127.0.0.1/\(port); echo pid >&3; head -1 <&3")
    #expect(Int32(response.lines.first ?? "") != nil)
    #expect(try await shell.steward("status").output.contains("\(address) (plugin gateway)"))
    #expect(try await daemon.stop() == 0)
    #expect(await daemon.log().contains("serving http://\(address)\n"))
    let late = try await shell.bash("exec 3<>/dev/tcp/127.0.0.1/\(port)")
    #expect(late.status != 0)
  }

  @Test("A port that is in use is refused, with the address and both remedies")
  func inUse() async throws {
    let daemon = try await Daemon(shell, "--http", "127.0.0.1:0")
    let status = try await shell.steward("status", "--output", "json")
    let address = try #require(
      status.output.firstMatch(of: #/"address": ?"(127\.0\.0\.1:[0-9]+)"/#)?.output.1)
    let other = shell.directory.appendingPathComponent("other").path
    let refused = try await refusal(
      "--data", other, "--http", String(address))
    for word in ["\(address) is in use", "--http ADDRESS:PORT", "--no-http"] {
      #expect(refused.errors.contains(word), "\(refused.errors)")
    }
    #expect(try await daemon.stop() == 0)
  }

  @Test("An unclaimed installation is not served to other machines")
  func unclaimed() async throws {
    let refused = try await refusal("--http", "0.0.0.0:0")
    #expect(refused.errors.contains("run `steward init` first"))
  }

  @Test("A setting of an unknown plugin is refused, and no refused value is repeated")
  func settings() async throws {
    let refused = try await refusal("--no-http", "--set", "orgz.key=hidden")
    #expect(refused.errors.contains("orgz"))
    #expect(!refused.errors.contains("hidden"))
    let twice = try await refusal("--no-http", "--set", "orgs.key=hidden", "--set", "orgs.key=x")
    #expect(twice.errors.contains("orgs.key is set more than once"))
    #expect(!twice.errors.contains("hidden"))
    for malformed in ["hidden", "orgs.hidden", "key=hidden", ".key=hidden", "orgs.=hidden"] {
      let refused = try await refusal("--no-http", "--set", malformed)
      #expect(refused.status == 64)
      #expect(refused.errors.contains("write it as plugin.key=value"), "\(refused.errors)")
      #expect(!refused.errors.contains("hidden"), "\(refused.errors)")
    }
  }

  @Test("An HTTP address without a gateway is refused, with the places where it is missing")
  func noGateway() async throws {
    let steward = Installation.builtProducts.appendingPathComponent("steward").path
    let refused = try await shell.bash(
      "mkdir nowhere; exec '\(steward)' serve --http 127.0.0.1:0 --plugin-path nowhere")
    #expect(refused.status == 15)
    #expect(refused.errors.contains("in nowhere or "), "\(refused.errors)")
    #expect(refused.errors.contains("--plugin-path DIR"))
    #expect(!refused.errors.contains("Choose another"))
  }

  @Test("A certificate needs its key, and both must be readable, before anything starts")
  func certificates() async throws {
    let one = try await refusal("--tls-certificate", "cert.pem")
    #expect(one.status == 64)
    #expect(one.errors.contains("--tls-key"))
    let missing = try await refusal("--tls-certificate", "cert.pem", "--tls-key", "key.pem")
    #expect(missing.errors.contains("\(shell.directory.path)/cert.pem"))
    #expect(!FileManager.default.fileExists(atPath: shell.data.path))
  }

  @Test("An HTTP address that is malformed is refused")
  func malformed() async throws {
    let refused = try await refusal("--http", ":8787")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("write it as ADDRESS:PORT"))
  }
}
