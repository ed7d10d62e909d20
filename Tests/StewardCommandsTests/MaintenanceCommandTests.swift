import ArgumentParser
import Foundation
import HostProtos
import IPC
import Status
import Testing

@testable import StewardCommands

@Suite("steward backup, restore and doctor")
struct MaintenanceCommandTests {
  let recorder = Recorder()

  private func run(_ verb: any CallingVerb, with maintenance: FakeMaintenance) async throws {
    try await verb.run(over: InProcessChannel(ServiceRouter([maintenance])), in: recorder.session())
  }

  private func withFile(_ body: (String) async throws -> Void) async throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("steward-backup-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try await body(file.path)
  }

  @Test("steward backup writes all blocks to a private file, and says how to restore it")
  func backup() async throws {
    try await withFile { path in
      let chunks = [
        BackupChunk(data: [1, 2, 0xFF], totalBytes: 5), BackupChunk(data: [0, 0x80]),
      ]
      try await run(BackupCommand.parse([path]), with: FakeMaintenance(chunks: chunks))
      #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path))) == [1, 2, 0xFF, 0, 0x80])
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
      #expect(recorder.errors == "Copied 5 B to \(path). To restore it: steward restore \(path)\n")
    }
  }

  @Test("A backup that ends too early leaves no file", arguments: [[], [1, 2]] as [[UInt8]])
  func cutShort(data: [UInt8]) async throws {
    try await withFile { path in
      let chunks = data.isEmpty ? [] : [BackupChunk(data: data, totalBytes: 5)]
      let error = await #expect(throws: Status.self) {
        try await run(BackupCommand.parse([path]), with: FakeMaintenance(chunks: chunks))
      }
      #expect(error?.code == .dataLoss)
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test("steward backup requires the name of a file", arguments: ["-", ""])
  func noFile(file: String) {
    #expect(throws: (any Error).self) { try BackupCommand.parse([file]) }
  }

  private static let findings = [
    Finding(severity: "ok", check: "store.integrity", message: "All is there."),
    Finding(
      severity: "warning", check: "kernel.landlock", message: "There is none.", remedy: "Get one."),
  ]

  @Test("steward doctor shows each finding with its remedy, and does not fail for a warning")
  func doctor() async throws {
    try await run(DoctorCommand.parse([]), with: FakeMaintenance(findings: Self.findings))
    #expect(
      recorder.output == """
        ok       store.integrity             All is there.
        warning  kernel.landlock             There is none.
                 -> Get one.

        """)
    #expect(recorder.errors == "No errors, 1 warning.\n")
  }

  @Test("steward doctor fails for an error, and names its check")
  func unwell() async throws {
    let wrong = Finding(
      severity: "error", check: "disk.space", message: "Full.", remedy: "Free it.")
    let error = await #expect(throws: Status.self) {
      try await run(
        DoctorCommand.parse(["-o", "id"]),
        with: FakeMaintenance(findings: Self.findings + [wrong]))
    }
    #expect(error?.code == .failedPrecondition)
    #expect(error?.message == "A check failed: disk.space.")
    #expect(recorder.output == "kernel.landlock\ndisk.space\n")
  }
}
