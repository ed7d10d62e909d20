import IPC
import PluginKit

/// The program of all plugins of the benchmarks. Each plugin serves what its name says.
@main
struct BenchPlugin: Plugin {
  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    switch environment.name {
    case "bench-asker": [Asker(host: environment.host)]
    case "bench-reader": [Reader(directory: try environment.storeDirectory)]
    default: [Echo()]
    }
  }
}
