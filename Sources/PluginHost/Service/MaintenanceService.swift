internal import HostProtos
internal import HostServices
internal import IPC
internal import Store

/// The service that backs up the store, and that examines the store and everything it depends on.
struct MaintenanceService: MaintenanceServiceProtocol {
  let store: Store
  let directory: DataDirectory
  let vault: Vault
  let examination: Diagnostics

  func backup(
    _ request: BackupRequest, to responses: MessageWriter<BackupChunk>, context: CallContext
  ) async throws {
    let seal = BackupSeal(try await vault.secret(for: .backups))
    let reader = try await BackupReader.copy(store, in: directory.path, under: seal)
    var total = reader.totalLength
    try await reader.forEachBlock { block in
      try await responses.send(BackupChunk(data: block, totalBytes: total))
      total = 0
    }
  }

  func examine(_ request: ExamineRequest, context: CallContext) async throws -> ExamineResponse {
    ExamineResponse(findings: try await examination.findings())
  }
}
