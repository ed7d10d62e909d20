/// The Swift modules that hold the messages of files that are imported and not generated.
struct MessageModules {
  /// A folder of `.proto` files, and the module that holds their messages.
  private typealias Entry = (folder: String, module: String)

  /// The modules of Steward, so that the author of a plugin names only modules of her own.
  private static let steward: [Entry] = [
    (folder: "google/protobuf/", module: "GoogleProtos"),
    (folder: "steward/ipc/", module: "IPCProtos"),
    (folder: "steward/options/", module: "IPCProtos"),
    (folder: "steward/store/", module: "StoreProtos"),
    (folder: "steward/host/", module: "HostProtos"),
    (folder: "steward/", module: "AdminProtos"),
  ]

  private var entries: [Entry] = []

  /// Adds a module from `MODULE:FOLDER`. A module that is added comes before those of Steward.
  mutating func add(_ text: String) throws {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw GeneratorError("\"\(text)\" is not MODULE:FOLDER") }
    entries.append((folder: parts[1], module: parts[0]))
  }

  /// Returns the module that holds the messages of a file.
  func module(of file: String) throws -> String {
    guard let entry = (entries + Self.steward).first(where: { file.hasPrefix($0.folder) }) else {
      throw GeneratorError(
        "the module of \"\(file)\" is unknown. Add the parameter import=MODULE:FOLDER")
    }
    return entry.module
  }
}
