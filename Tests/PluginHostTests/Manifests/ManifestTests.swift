import Foundation
import HostProtos
import Testing

@testable import PluginHost

@Suite("A plugin's manifest")
struct ManifestTests {
  private let folder = Folder()

  private func read(_ json: String) throws -> PluginManifest {
    try folder.write("orgs/plugin.json", json)
    if !FileManager.default.fileExists(atPath: "\(folder.path)/orgs/run") {
      try folder.write("orgs/run", "#!/bin/sh\n", executable: true)
    }
    let reader = ManifestReader(directory: "\(folder.path)/orgs")
    let manifest = try reader.read()
    try reader.check(manifest)
    return try reader.locate(manifest)
  }

  private func refusal(of json: String) throws -> String {
    do {
      _ = try read(json)
      return "accepted"
    } catch {
      let place = "\(folder.path)/orgs"
      return "\(error)".replacingOccurrences(of: place, with: "ORGS")
    }
  }

  private static let head = #""name": "orgs", "version": "1", "executable": "run""#

  @Test("The values of a manifest are used, and missing values have defaults")
  func accepted() throws {
    let manifest = try read(
      """
      {\(Self.head), "services": ["a.b.C"], "grants": {"store": true, "calls": ["x.Y/*"]},
       "restart": {"initial_backoff": "0.2s", "max_backoff": "10s"}, "limits": {"stop_timeout": "1.5s"}}
      """)
    #expect(manifest.policy.initialBackoff == .milliseconds(200))
    #expect(manifest.policy.maximumBackoff == .seconds(10))
    #expect(manifest.policy.stopTimeout == .milliseconds(1500))
    #expect(manifest.policy.startTimeout == LifecyclePolicy().startTimeout)
    #expect(manifest.grants.names == ["store", "call x.Y/*"])
    #expect(manifest.executable.hasSuffix("/orgs/run"))
  }

  @Test("Of the services of Steward's package, any plugin may serve the pages for people")
  func pages() throws {
    let manifest = try read(#"{\#(Self.head), "services": ["steward.web.v1.Pages"]}"#)
    #expect(manifest.manifest.services == ["steward.web.v1.Pages"])
  }

  static let refusals: [(String, String)] = [
    (
      #"{"name": "Orgs!", "version": "1", "executable": "run"}"#,
      #"ORGS/plugin.json: name: "Orgs!" is not a plugin name; use 1 to 40 of a-z, 0-9 and "-""#
    ),
    (
      #"{"name": "other", "version": "1", "executable": "run"}"#,
      #"ORGS/plugin.json: name: "other" is not the name of its folder, "orgs"; rename one of the two"#
    ),
    (
      #"{"name": "orgs", "executable": "run"}"#,
      #"ORGS/plugin.json: version: "" does not have 1 to 64 bytes; give one, such as "0.1.0""#
    ),
    (
      #"{"name": "orgs", "version": "1"}"#,
      "ORGS/plugin.json: executable: is missing; name the program, relative to ORGS"
    ),
    (
      #"{"name": "orgs", "version": "1", "executable": "/bin/sh"}"#,
      #"ORGS/plugin.json: executable: "/bin/sh" is absolute; name it relative to ORGS"#
    ),
    (
      #"{"name": "orgs", "version": "1", "executable": "gone"}"#,
      #"ORGS/plugin.json: executable: "gone" does not exist in ORGS; build or copy it there"#
    ),
    (
      #"{"name": "orgs", "version": "1", "executable": "plugin.json"}"#,
      #"ORGS/plugin.json: executable: "plugin.json" is not an executable file; "#
        + "run: chmod +x ORGS/plugin.json"
    ),
    (
      #"{\#(head), "services": ["Orgs"]}"#,
      #"ORGS/plugin.json: services[0]: "Orgs" is not a full service name; "#
        + #"write it as "package.v1.Service""#
    ),
    (
      #"{\#(head), "services": ["a.B", "a.B"]}"#,
      #"ORGS/plugin.json: services[1]: "a.B" is listed twice; list it once"#
    ),
    (
      #"{\#(head), "services": ["steward.host.v1.Host"]}"#,
      #"ORGS/plugin.json: services[0]: "steward.host.v1.Host" belongs to the host itself; "#
        + "use a package of the plugin's own"
    ),
    (
      #"{\#(head), "services": ["steward.orgs.v1.Orgs"]}"#,
      #"ORGS/plugin.json: services[0]: "steward.orgs.v1.Orgs" belongs to a plugin that comes with "#
        + "Steward; use a package of the plugin's own"
    ),
    (
      #"{\#(head), "provides": ["steward.host.v1.Host"]}"#,
      #"ORGS/plugin.json: provides[0]: "steward.host.v1.Host" is not a contract of the host; "#
        + "use steward.host.v1.CredentialResolver, steward.host.v1.IntegrityCheck"
    ),
    (
      #"{\#(head), "provides": ["steward.host.v1.CredentialResolver"]}"#,
      #"ORGS/plugin.json: provides[0]: "steward.host.v1.CredentialResolver" is for plugins that "#
        + "come with Steward; remove it"
    ),
    (
      #"{\#(head), "depends_on": ["../x"]}"#,
      #"ORGS/plugin.json: depends_on[0]: "../x" is not a plugin name; "#
        + "name a plugin by its folder"
    ),
    (
      #"{\#(head), "start": "soon"}"#,
      #"ORGS/plugin.json: start: "soon" is unknown; use "lazy" or "eager""#
    ),
    (
      #"{\#(head), "grants": {"calls": ["everything"]}}"#,
      #"ORGS/plugin.json: grants.calls[0]: "everything" does not name a method; "#
        + #"write it as "package.v1.Service/Method" or "package.v1.Service/*""#
    ),
    (
      #"{\#(head), "grants": {"secrets": ["Mail"]}}"#,
      #"ORGS/plugin.json: grants.secrets[0]: "Mail" is not a purpose; "#
        + #"use 1 to 40 of a-z, 0-9 and "-""#
    ),
    (
      #"{\#(head), "grants": {"secrets": ["a", "a"]}}"#,
      #"ORGS/plugin.json: grants.secrets[1]: "a" is listed twice; list it once"#
    ),
    (
      #"{\#(head), "limits": {"start_timeout": "0s"}}"#,
      "ORGS/plugin.json: limits.start_timeout: 0.0 seconds is out of range; "
        + #"use a time from "0.001s" to "86400s""#
    ),
  ]

  @Test("The refusal of a manifest names file, field, problem and remedy", arguments: refusals)
  func refused(json: String, expected: String) throws {
    #expect(try refusal(of: json) == expected)
  }

  @Test(
    "Text that is not a manifest is refused with position or field",
    arguments: [
      ("{\n  \"name\": }", "line 2"), (#"{"nmae": "orgs"}"#, "nmae"), (#"{"name": 3}"#, "name"),
      (#"{"start": "\u0000"}"#, "start"), ("[]", "got a list"), ("", "line 1"),
    ])
  func malformed(json: String, expected: String) throws {
    let refusal = try refusal(of: json)
    #expect(refusal.hasPrefix("ORGS/plugin.json: "))
    #expect(refusal.contains(expected))
  }

  @Test("An executable outside of the plugin's folder is refused, also behind a link")
  func escape() throws {
    try folder.write("outside", "#!/bin/sh\n", executable: true)
    try folder.write("orgs/x", "")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/orgs/link", withDestinationPath: "../outside")
    for name in ["../outside", "link"] {
      let json = #"{"name": "orgs", "version": "1", "executable": "\#(name)"}"#
      #expect(try refusal(of: json).contains("points out of"))
    }
  }
}
