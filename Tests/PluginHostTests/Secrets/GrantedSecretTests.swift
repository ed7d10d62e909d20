import Foundation
import HostProtos
import HostServices
import IPC
import PluginHost
import Status
import Testing

@Suite("A plugin's grant of secrets", .timeLimit(.minutes(1)))
struct GrantedSecretTests {
  private let plugins = Plugins()
  private let data = Folder()

  private var keyFile: String { "\(data.path)/data/master.key" }

  private func addKeeper() throws {
    try plugins.addEcho(
      "keeper", #""grants": {"secrets": ["mail"]}, "config": {"secret": "mail"}"#)
  }

  @Test("The first host makes the master key, and a plugin with the grant starts")
  func made() async throws {
    try addKeeper()
    try await Hosting.run(Plugins(), bundled: plugins, data: data) { hosting in
      #expect(FileManager.default.fileExists(atPath: keyFile))
      let response = try await hosting.echo("Say", "hello")
      #expect(response == "hello")
    }
  }

  @Test("A plugin without the grant gets no secret")
  func notGranted() async throws {
    try plugins.addEcho("keeper", #""config": {"secret": "mail"}"#)
    try await Hosting.run(Plugins(), bundled: plugins, data: data) { hosting in
      let status = await status { try await hosting.echo("Say", "hello") }
      // The secret would also be missing at the next start, so no caller waits for that.
      #expect(status.reason == "PLUGIN_FAILED")
      #expect(status.message.contains("needs the secret \"mail\""))
    }
  }

  @Test("Calls are refused while the master key is missing, and work once it is back")
  func missing() async throws {
    try addKeeper()
    try await Hosting.run(Plugins(), bundled: plugins, data: data) { hosting in
      _ = try await hosting.echo("Say", "hello")
    }
    try FileManager.default.moveItem(atPath: keyFile, toPath: keyFile + ".away")
    try await Hosting.run(Plugins(), bundled: plugins, data: data) { hosting in
      for _ in 0..<2 {
        let status = await status { try await hosting.echo("Say", "hello") }
        #expect(status.code == .failedPrecondition && status.reason == "MASTER_KEY_MISSING")
      }
      let reload = await status {
        try await hosting.client.reload(ReloadRequest(name: "keeper"))
      }
      #expect(reload.reason == "MASTER_KEY_MISSING")
      try FileManager.default.moveItem(atPath: keyFile + ".away", toPath: keyFile)
      #expect(try await hosting.echo("Say", "hello") == "hello")
    }
  }
}
