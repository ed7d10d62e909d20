import EchoService
import Foundation
import Glibc
import HostProtos
import HostServices
import IPC
import Status
import StoreProtos
import Testing

@testable import PluginHost

@Suite("Trust in a plugin that did not come with Steward", .timeLimit(.minutes(1)))
struct TrustTests {
  private let plugins = Plugins()
  private let data = Folder()

  private var trustFile: String { "\(data.path)/data/trusted-plugins.json" }

  /// Adds a plugin that requests these grants.
  private func addEcho(_ grants: String = #"{"store": true}"#) throws {
    try plugins.addEcho("echo", #""grants": \#(grants)"#)
  }

  /// Replaces the plugin's executable with a different one that works as well.
  private func replaceExecutable() throws {
    let program = "\(plugins.path)/echo/run"
    try Folder.install(Plugins.echo, as: "\(plugins.path)/draft")
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(plugins.path)/draft"))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("another".utf8))
    try handle.close()
    // Another process copies the file, so that no process of the tests holds it open for writing.
    try Folder.install("\(plugins.path)/draft", as: "\(plugins.path)/copy")
    try #require(rename("\(plugins.path)/copy", program) == 0)
  }

  private func run(_ body: (Hosting) async throws -> Void) async throws {
    try await Hosting.run(plugins, data: data, body)
  }

  private func expectUntrusted(_ hosting: Hosting, _ words: String...) async {
    let end = await status { try await hosting.echo("Say", "x") }
    #expect(end.code == .failedPrecondition && end.reason == "PLUGIN_NOT_TRUSTED", "\(end)")
    for word in words + ["steward plugin trust echo"] {
      #expect(end.message.contains(word), "\(end.message)")
    }
  }

  static let grants = [
    #"{"store": true}"#, #"{"network": true}"#, #"{"calls": ["a.v1.B/C"]}"#,
    #"{"secrets": ["mail"]}"#, #"{"files": ["/etc/hosts"]}"#,
  ]

  @Test(
    "A plugin with an unaccepted grant is not started, and each call says so", arguments: grants
  )
  func untrusted(grant: String) async throws {
    try addEcho(grant)
    try await run { hosting async throws in
      for _ in 0..<2 { await expectUntrusted(hosting, "did not come with Steward") }
      let reload = await status { try await hosting.client.reload(ReloadRequest(name: "echo")) }
      #expect(reload.reason == "PLUGIN_NOT_TRUSTED")
      let plugin = try await hosting.plugin("echo")
      #expect(plugin.trust == "needed" && plugin.state == "stopped")
      #expect(try await !hosting.log("echo").contains { $0.hasPrefix("started") })
    }
  }

  @Test("A plugin without grants needs no acceptance")
  func notNeeded() async throws {
    try plugins.addEcho()
    try await run { hosting async throws in
      #expect(try await hosting.echo("Say", "x") == "x")
      #expect(try await hosting.plugin("echo").trust == "not_needed")
      #expect(try await hosting.accept("echo").trust == "not_needed")
      #expect(access(trustFile, F_OK) != 0)
    }
  }

  @Test("An accepted plugin starts in the running host and in every later one")
  func accepted() async throws {
    try addEcho()
    try await run { hosting async throws in
      await expectUntrusted(hosting, "store")
      #expect(try await hosting.accept("echo").trust == "accepted")
      #expect(try await hosting.echo("Say", "x") == "x")
    }
    try await run { hosting async throws in #expect(try await hosting.echo("Say", "x") == "x") }
    let attributes = try FileManager.default.attributesOfItem(atPath: trustFile)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("Acceptance and revocation of a plugin are in the audit log with their actor")
  func audited() async throws {
    try addEcho()
    try await run { hosting async throws in
      try await hosting.accept("echo")
      _ = try await hosting.trust.revoke(RevokePluginTrustRequest(name: "echo"))
      let events = try await AuditClient(hosting.host.channel).list(
        ListAuditRequest(actions: ["plugin."]))
      #expect(events.data.map(\.action) == ["plugin.distrusted", "plugin.trusted"])
      #expect(events.data.allSatisfy { $0.resource == "plugin/echo" })
      #expect(events.data.allSatisfy { $0.actor == "operator/uid:\(geteuid())" })
    }
  }

  @Test("Another executable of an accepted plugin must be accepted again")
  func changedExecutable() async throws {
    try addEcho()
    try await run { hosting async throws in try await hosting.accept("echo") }
    try replaceExecutable()
    try await run { hosting async throws in
      await expectUntrusted(
        hosting, "a different executable from the one that the operator accepted")
      #expect(try await hosting.plugin("echo").trust == "changed")
      try await hosting.accept("echo")
      #expect(try await hosting.echo("Say", "x") == "x")
    }
  }

  @Test("A reload to another executable is refused, and the old process continues")
  func reloadOfChanged() async throws {
    try addEcho()
    try await run { hosting async throws in
      try await hosting.accept("echo")
      let pid = try await hosting.echo("Say", "pid")
      try replaceExecutable()
      let end = await status { try await hosting.client.reload(ReloadRequest(name: "echo")) }
      #expect(end.reason == "PLUGIN_NOT_TRUSTED")
      #expect(try await hosting.echo("Say", "pid") == pid)
      #expect(try await hosting.plugin("echo").trust == "changed")
    }
  }

  @Test("A plugin is not started after a crash if its executable changed, until that is accepted")
  func crashOfChanged() async throws {
    try addEcho()
    try await run { hosting async throws in
      try await hosting.accept("echo")
      let pid = try #require(Int32(try await hosting.echo("Say", "pid")))
      try replaceExecutable()
      kill(pid, SIGKILL)
      await expectUntrusted(hosting, "a different executable")
      try await hosting.accept("echo")
      #expect(try await hosting.echo("Say", "x") == "x")
    }
  }

  @Test("Wider grants must be accepted again and are named, and narrower grants need nothing")
  func widerGrants() async throws {
    try addEcho(#"{"store": true, "calls": ["a.v1.B/C"]}"#)
    try await run { hosting async throws in try await hosting.accept("echo") }
    try plugins.addManifest("echo", #""grants": {"store": true, "calls": ["a.v1.B/*"]}"#)
    try await run { hosting async throws in
      await expectUntrusted(hosting, "asks for more than the operator accepted: call a.v1.B/*")
    }
    try plugins.addManifest("echo", #""grants": {"calls": ["a.v1.B/C"]}"#)
    try await run { hosting async throws in #expect(try await hosting.echo("Say", "x") == "x") }
  }

  @Test("Revoking the trust in a plugin stops it, and its next call is refused")
  func revoked() async throws {
    try addEcho()
    try await run { hosting async throws in
      try await hosting.accept("echo")
      _ = try await hosting.echo("Say", "x")
      let plugin = try await hosting.trust.revoke(RevokePluginTrustRequest(name: "echo"))
      #expect(plugin.trust == "needed" && plugin.state == "stopped")
      await expectUntrusted(hosting, "store")
      try await hosting.accept("echo")
      #expect(try await hosting.echo("Say", "x") == "x")
    }
  }

  @Test("A plugin that changed since its review is not accepted")
  func outdatedReview() async throws {
    try addEcho()
    try await run { hosting async throws in
      let review = try await hosting.trust.get(GetPluginTrustRequest(name: "echo"))
      #expect(review.sentences == ["It reads and changes the whole store."])
      let narrow = ManifestGrants(network: true)
      for request in [
        AcceptPluginTrustRequest(
          name: "echo", executableSha256: review.executableSha256, grants: narrow),
        AcceptPluginTrustRequest(name: "echo", executableSha256: "00", grants: review.grants),
      ] {
        let end = await status { try await hosting.trust.accept(request) }
        #expect(end.code == .aborted && end.reason == "REVIEW_OUTDATED")
      }
      await expectUntrusted(hosting)
    }
  }

  @Test("A trust file that is a link, or that others can read or write, is refused")
  func exposedFile() async throws {
    try addEcho()
    try await run { hosting async throws in
      try await hosting.accept("echo")
      for mode in [mode_t(0o644), 0o660] {
        chmod(trustFile, mode)
        let end = await status { try await hosting.echo("Say", "x") }
        #expect(end.reason == "TRUST_FILE", "\(end)")
      }
      chmod(trustFile, 0o600)
      try #require(rename(trustFile, trustFile + ".away") == 0)
      try #require(symlink(trustFile + ".away", trustFile) == 0)
      let end = await status { try await hosting.echo("Say", "x") }
      #expect(end.reason == "TRUST_FILE", "\(end)")
    }
  }

  @Test("A plugin with the name of a bundled one is refused, and the bundled one serves")
  func bundledName() async throws {
    let bundled = Plugins()
    try bundled.addEcho("echo", #""grants": {"store": true}"#)
    try plugins.addScript("echo", services: ["acme.v1.Echo"], "exit 1")
    try await Hosting.run(plugins, bundled: bundled) { hosting async throws in
      #expect(try await hosting.echo("Say", "x") == "x")
      let all = try await hosting.client.listPlugins(ListPluginsRequest()).plugins
      #expect(all.map(\.state) == ["ready", "failed"])
      #expect(all.map(\.trust) == ["bundled", ""])
      #expect(all.last?.lastCrash?.cause.contains("the name of a plugin that comes with") == true)
    }
  }
}
