import ArgumentParser

/// A case to measure. Each case runs several rounds, and each round also measures the floor.
enum Case: String, CaseIterable, ExpressibleByArgument {
  case call
  case stream
  case read
  case verify
  case size
  case create
  case cold
  case spawn
  case memory
  case apply
  case `import`
  case http
  case console

  func measure(in setting: Setting, _ results: inout Results) async throws {
    switch self {
    case .call: try await measureCalls(in: setting, &results)
    case .stream: try await measureStreams(in: setting, &results)
    case .read: try await measureReads(in: setting, &results)
    case .verify: try await measureVerifications(in: setting, &results)
    case .size: try await measureSizes(in: setting, &results)
    case .create: try await measureCreates(in: setting, &results)
    case .cold: try await measureCold(in: setting, &results)
    case .spawn: try await measureSpawn(in: setting, &results)
    case .memory: try await measureMemory(in: setting, &results)
    case .apply: try await measureApplies(in: setting, &results)
    case .import: try await measureImports(in: setting, &results)
    case .http: try await measureHTTP(in: setting, &results)
    case .console: try await measureConsole(in: setting, &results)
    }
  }
}
