internal import HostProtos
internal import Platform
internal import Store

/// An examination of everything that an installation depends on.
struct Diagnostics: Sendable {
  let store: Store
  let directory: DataDirectory
  let vault: Vault
  let registry: PluginRegistry
  let router: Router
  let shipper: CheckpointShipper?

  func findings() async throws -> [Finding] {
    let (files, kernel) = try await Blocking.run {
      (fileFindings(), Self.kernelFindings())
    }
    let masterKey = await masterKey()
    let store = await storeFindings()
    let counts = await countFindings()
    // Last, since a plugin that was called here may have failed just then.
    let plugins = Self.pluginFindings(await registry.reports)
    let checkpoints = shipper.map { [$0.finding] } ?? []
    return files + [masterKey] + store + checkpoints + counts + plugins + kernel
  }

  private func masterKey() async -> Finding {
    let name = "data.master-key"
    do {
      return try await vault.isSettled()
        ? .ok(name, "The master key matches the store.")
        : .ok(name, "No plugin has needed a master key yet.")
    } catch {
      return .failure(name, error)
    }
  }
}
