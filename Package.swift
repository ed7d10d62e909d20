// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target of ours is built with.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The same for the targets that touch C memory: every unsafe expression says so.
let houseOverC: [SwiftSetting] = house + [.strictMemorySafety()]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let deque: Target.Dependency = .product(name: "DequeModule", package: "swift-collections")
let heap: Target.Dependency = .product(name: "HeapModule", package: "swift-collections")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTLS: Target.Dependency = .product(name: "HummingbirdTLS", package: "hummingbird")
let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
  .product(name: "NIOExtras", package: "swift-nio-extras"),
  .product(name: "NIOSSL", package: "swift-nio-ssl"),
]
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

/// The targets of these names, as dependencies.
func targets(_ names: [String]) -> [Target.Dependency] { names.map { .byName(name: $0) } }

/// Messages of one layer, as `make proto` generates them: in Swift, over the same in C.
func messages(_ layer: String, importing layers: [String] = []) -> [Target] {
  let path = "Sources/Generated"
  return [
    .target(
      name: "C\(layer)Protos",
      dependencies: targets(["CProtobufC"] + layers.map { "C\($0)Protos" }),
      path: "\(path)/C\(layer)Protos"),
    .target(
      name: "\(layer)Protos",
      dependencies: targets(
        ["ProtobufRuntime", "C\(layer)Protos"] + layers.map { "\($0)Protos" }),
      path: "\(path)/\(layer)Protos", swiftSettings: house),
  ]
}

/// The services of one layer, as `make proto` generates them.
func services(_ layer: String, importing layers: [String]) -> Target {
  .target(
    name: "\(layer)Services",
    dependencies: targets(
      ["IPC", "ProtobufRuntime"] + ([layer] + layers).map { "\($0)Protos" }),
    path: "Sources/Generated/\(layer)Services", swiftSettings: house)
}

/// A plugin, whose folder is `Plugins/NAME`.
func plugin(
  _ name: String, _ dependencies: [Target.Dependency], embedding resources: [String] = []
) -> Target {
  .executableTarget(
    name: "\(name)Plugin", dependencies: dependencies, path: "Plugins/\(name)",
    exclude: ["plugin.json"], resources: resources.map { .embedInCode($0) }, packageAccess: false,
    swiftSettings: house)
}

/// What every admin plugin imports.
let adminKit: [Target.Dependency] = [
  "AdminKit", "AdminModel", "AdminProtos", "AdminServices", "GoogleProtos", "IPC", "IPCProtos",
  "PluginKit", "ProtobufRuntime", "Status", "Store",
]

/// The admin plugins.
let adminPlugins: [Target.Dependency] = [
  "OrgsPlugin", "WorkspacesPlugin", "KeysPlugin", "UsersPlugin", "AuthPlugin", "AutomationPlugin",
]

let package = Package(
  name: "steward",
  products: [
    .executable(name: "steward", targets: ["steward"]),
    .executable(name: "orgs", targets: ["OrgsPlugin"]),
    .executable(name: "workspaces", targets: ["WorkspacesPlugin"]),
    .executable(name: "keys", targets: ["KeysPlugin"]),
    .executable(name: "users", targets: ["UsersPlugin"]),
    .executable(name: "auth", targets: ["AuthPlugin"]),
    .executable(name: "automation", targets: ["AutomationPlugin"]),
    .executable(name: "gateway", targets: ["GatewayPlugin"]),
    .executable(name: "console", targets: ["ConsolePlugin"]),
    .executable(name: "protoc-gen-steward-swift", targets: ["protoc-gen-steward-swift"]),
    .library(
      name: "PluginKit",
      targets: [
        "PluginKit", "Status", "ProtobufRuntime", "IPC", "GoogleProtos", "IPCProtos", "StoreProtos",
        "HostProtos", "HostServices", "AdminProtos", "AdminServices",
      ]),
    .library(name: "PluginTesting", targets: ["PluginTesting"]),
    .library(name: "PluginHost", targets: ["PluginHost"]),
    // For the benchmarks, which fill a store directly and measure the layers beneath a plugin.
    .library(name: "AdminModel", targets: ["AdminModel", "Store"]),
    .library(name: "LMDB", targets: ["LMDB"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // System libraries.
    .systemLibrary(
      name: "CProtobufC", pkgConfig: "libprotobuf-c", providers: [.apt(["libprotobuf-c-dev"])]),
    .systemLibrary(name: "CLMDB", pkgConfig: "lmdb", providers: [.apt(["liblmdb-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
    .target(name: "CSpawn"),

    // What all rooms need: statuses, and the system. (A target named System would be taken for
    // Apple's by the packages that ask `#if canImport(System)`.)
    .target(name: "Status", swiftSettings: house),
    .target(name: "Platform", dependencies: ["CSpawn", "Status"], swiftSettings: house),

    // Protobuf.
    .target(
      name: "ProtobufRuntime", dependencies: ["CProtobufC"], swiftSettings: houseOverC),
    .executableTarget(
      name: "protoc-gen-steward-swift", dependencies: ["ProtobufRuntime"], swiftSettings: house),

    // Runtime.
    .target(
      name: "IPC", dependencies: ["IPCProtos", "ProtobufRuntime", "Status"],
      swiftSettings: house),
    .target(
      name: "JSONCalls",
      dependencies: [
        "HostProtos", "HostServices", "IPC", "IPCProtos", "ProtobufRuntime", "Status",
      ],
      swiftSettings: house),
    .target(name: "LMDB", dependencies: ["CLMDB"], swiftSettings: houseOverC),
    .target(name: "YAML", dependencies: ["CYAML", "ProtobufRuntime"], swiftSettings: houseOverC),
    .target(name: "Argon2", dependencies: ["CArgon2"], swiftSettings: houseOverC),
    .target(name: "FairShares", dependencies: [deque], swiftSettings: house),
    .target(name: "HTML", swiftSettings: house),
    // Swift's times and durations as the protobuf messages for them.
    .target(
      name: "WellKnownTypes", dependencies: ["GoogleProtos", "Platform"], swiftSettings: house),
    .target(
      name: "Store",
      dependencies: [
        "GoogleProtos", "IPCProtos", "LMDB", "ProtobufRuntime", "Status", "StoreProtos", "Platform",
        "WellKnownTypes", crypto,
      ],
      swiftSettings: house),

    // Domain.
    .target(
      name: "AdminModel",
      dependencies: [
        "AdminLists", "AdminProtos", "GoogleProtos", "IPCProtos", "Platform", "ProtobufRuntime",
        "Status", "Store", "StoreProtos", "WellKnownTypes", crypto,
      ],
      swiftSettings: house),

    // What the clients of the admin plugins share.
    .target(
      name: "AdminLists", dependencies: ["AdminProtos", "HostProtos", "ProtobufRuntime"],
      swiftSettings: house),

    // Host and kit.
    .target(
      name: "PluginKit",
      dependencies: [
        "IPC", "IPCProtos", "ProtobufRuntime", "Status", "Platform", logging,
      ],
      swiftSettings: house),
    .target(
      name: "PluginHost",
      dependencies: [
        "CSpawn", "FairShares", "GoogleProtos", "HostProtos",
        "HostServices", "IPC", "IPCProtos", "ProtobufRuntime", "Status", "Store", "StoreProtos",
        "Platform", "WellKnownTypes", crypto, deque, heap, logging,
      ],
      swiftSettings: house),
    .target(
      name: "PluginTesting", dependencies: ["IPC", "IPCProtos", "PluginKit"],
      swiftSettings: house),
    .target(
      name: "AdminKit",
      dependencies: [
        "AdminModel", "IPC", "IPCProtos", "PluginKit", "ProtobufRuntime", "Status", "Store",
      ],
      swiftSettings: house),

    // Plugins.
    plugin("Orgs", adminKit),
    plugin("Workspaces", adminKit),
    plugin("Keys", adminKit),
    plugin("Users", adminKit),
    plugin(
      "Auth",
      adminKit + [
        "Argon2", "FairShares", "HostProtos", "HostServices", "Platform",
      ]),
    plugin("Automation", adminKit + ["HostProtos", "HostServices", "Platform"]),
    plugin(
      "Gateway",
      [
        "AdminLists", "AdminProtos", "AdminServices", "FairShares", "GoogleProtos", "HostProtos",
        "HostServices", "IPC", "IPCProtos", "JSONCalls", "PluginKit", "ProtobufRuntime", "Status",
        "StoreProtos", "Platform", "WebProtos", "WebServices", hummingbird, hummingbirdTLS, logging,
      ] + nio),
    plugin(
      "Console",
      [
        "AdminProtos", "AdminServices", "GoogleProtos", "HTML", "HostProtos", "HostServices", "IPC",
        "IPCProtos", "JSONCalls", "Platform", "PluginKit", "ProtobufRuntime", "Status",
        "StoreProtos", "WebProtos", "WebServices", crypto, logging,
      ],
      embedding: ["Assets/console.css", "Assets/console.js", "Assets/icon.svg"]),

    // The command line.
    .executableTarget(
      name: "steward", dependencies: ["IPC", "Platform", "StewardCommands"], swiftSettings: house),
    .target(
      name: "StewardCommands",
      dependencies: [
        "AdminLists", "AdminProtos", "AdminServices", "GoogleProtos", "HostProtos", "HostServices",
        "IPC", "IPCProtos", "JSONCalls", "PluginHost", "ProtobufRuntime", "Status", "StoreProtos",
        "Platform", "WellKnownTypes", "YAML", argumentParser, logging,
      ],
      swiftSettings: house),

    // Every kind of field, for the tests of the generator and the runtime.
    .target(
      name: "CCorpusProtos", dependencies: ["CProtobufC", "CGoogleProtos"],
      path: "Tests/CCorpusProtos"),
    .target(
      name: "CorpusProtos", dependencies: ["ProtobufRuntime", "GoogleProtos", "CCorpusProtos"],
      path: "Tests/CorpusProtos", swiftSettings: house),
    .testTarget(
      name: "ProtobufRuntimeTests",
      dependencies: [
        "AdminProtos", "CorpusProtos", "GoogleProtos", "HostProtos", "IPCProtos", "ProtobufRuntime",
        "Randomness", "StoreProtos",
      ],
      exclude: ["reference.py"], swiftSettings: house),
    .testTarget(
      name: "GeneratorTests", dependencies: ["protoc-gen-steward-swift", "ProtobufRuntime"],
      swiftSettings: house),

    // Tests.
    .testTarget(
      name: "IPCTests",
      dependencies: [
        "GoogleProtos", "IPC", "IPCProtos", "ProtobufRuntime", "Randomness", "Status", "Platform",
      ],
      swiftSettings: house),
    .testTarget(name: "FairSharesTests", dependencies: ["FairShares"], swiftSettings: house),
    .testTarget(
      name: "JSONCallsTests",
      dependencies: [
        "GoogleProtos", "HostProtos", "HostServices", "IPC", "IPCProtos", "JSONCalls",
        "ProtobufRuntime", "Status",
      ],
      swiftSettings: house),
    .testTarget(
      name: "PluginKitTests",
      dependencies: [
        "GoogleProtos", "IPC", "IPCProtos", "PluginKit", "PluginTesting", "Status", logging,
      ],
      swiftSettings: house),
    .testTarget(name: "PlatformTests", dependencies: ["Platform"], swiftSettings: house),
    .testTarget(
      name: "WellKnownTypesTests", dependencies: ["GoogleProtos", "WellKnownTypes"],
      swiftSettings: house),
    .testTarget(name: "Argon2Tests", dependencies: ["Argon2"], swiftSettings: house),
    .testTarget(
      name: "HTMLTests", dependencies: ["HTML", "Randomness"], exclude: ["parse.py"],
      swiftSettings: house),
    .testTarget(
      name: "LMDBTests", dependencies: ["LMDB", "Randomness"], swiftSettings: house),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "AdminProtos", "GoogleProtos", "IPCProtos", "LMDB", "ProtobufRuntime", "Randomness",
        "Status", "Store", "StoreProtos", "Platform", crypto,
      ],
      swiftSettings: house),
    .testTarget(
      name: "AdminModelTests",
      dependencies: [
        "AdminModel", "AdminProtos", "GoogleProtos", "IPCProtos", "ProtobufRuntime", "Randomness",
        "Status", "Store", "StoreProtos", "WellKnownTypes",
      ],
      swiftSettings: house),
    // Every admin plugin, in one process.
    .target(
      name: "AdminPlugins", dependencies: adminPlugins + adminKit, path: "Tests/AdminPlugins",
      swiftSettings: house),
    .testTarget(
      name: "PluginTests",
      dependencies: adminPlugins + adminKit + [
        "AdminPlugins", "HostProtos", "HostServices", "PluginTesting", "StoreProtos",
        "WellKnownTypes",
      ],
      swiftSettings: house),
    .testTarget(
      name: "AuthorizationTests",
      dependencies: adminPlugins + adminKit + [
        "AdminPlugins", "HostProtos", "HostServices", "JSONCalls", "Platform", "PluginHost",
        "StoreProtos", "WellKnownTypes", logging,
      ],
      exclude: ["authorization-matrix.md"], swiftSettings: house),
    .testTarget(
      name: "StewardCommandsTests",
      dependencies: [
        "AdminProtos", "AdminServices", "GoogleProtos", "HostProtos", "HostServices", "IPC",
        "IPCProtos", "JSONCalls", "ProtobufRuntime", "Status", "StewardCommands", "StoreProtos",
        "Platform", "YAML", argumentParser, yams,
      ],
      swiftSettings: house),
    .testTarget(
      name: "GatewayTests",
      dependencies: adminPlugins + adminKit + [
        "AdminPlugins", "EchoService", "GatewayPlugin", "HostProtos", "HostServices", "Platform",
        "PluginTesting", "StoreProtos", "WebProtos", "WebServices", "WellKnownTypes", hummingbird,
        logging,
      ] + nio,
      exclude: ["OpenAPI/admin-api.txt"], swiftSettings: house),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "AdminProtos", "ConsolePlugin", "GoogleProtos", "HTML", "HostProtos", "IPC", "IPCProtos",
        "ProtobufRuntime", "Status", "StoreProtos", "WebProtos",
      ],
      swiftSettings: house),
    .testTarget(
      name: "EndToEndTests", exclude: ["company.sh"], swiftSettings: house),

    // What happens at random: `make fuzz` and `make chaos`.
    .target(name: "Randomness", path: "Tests/Randomness", swiftSettings: house),
    .testTarget(
      name: "FuzzTests",
      dependencies: [
        "AdminProtos", "CorpusProtos", "GoogleProtos", "HostProtos", "IPC", "IPCProtos",
        "ProtobufRuntime", "Randomness", "Status", "StoreProtos",
      ],
      swiftSettings: house),
    .testTarget(
      name: "ChaosTests",
      dependencies: [
        "AdminModel", "AdminProtos", "AdminServices", "GoogleProtos", "HostProtos", "HostServices",
        "IPC", "IPCProtos", "OrgsPlugin", "PluginHost", "Randomness", "Status", "steward", "Store",
        "StoreProtos", "WorkspacesPlugin",
      ],
      swiftSettings: house),

    // The plugin that the documentation shows, as its author would build it.
    .target(
      name: "CGreeterProtos", dependencies: ["CGoogleProtos", "CIPCProtos", "CProtobufC"],
      path: "Tests/Fixtures/Greeter/CGreeterProtos"),
    .target(
      name: "GreeterProtos",
      dependencies: ["PluginKit", "IPC", "IPCProtos", "ProtobufRuntime", "CGreeterProtos"],
      path: "Tests/Fixtures/Greeter/GreeterProtos"),
    .executableTarget(
      name: "GreeterPlugin", dependencies: ["GreeterProtos", "IPC", "PluginKit", "Status"],
      path: "Tests/Fixtures/Greeter/Plugin", packageAccess: false, swiftSettings: house),

    // The plugin by which the host is tested.
    .target(
      name: "EchoService",
      dependencies: ["GoogleProtos", "IPC", "IPCProtos", "ProtobufRuntime", "Status", "Platform"],
      path: "Tests/Fixtures/Echo/Service", swiftSettings: house),
    .executableTarget(
      name: "EchoPlugin",
      dependencies: ["EchoService", "GoogleProtos", "IPC", "IPCProtos", "PluginKit", "Status"],
      path: "Tests/Fixtures/Echo/Plugin", swiftSettings: house),
    .testTarget(
      name: "PluginHostTests",
      dependencies: [
        "CSpawn", "EchoPlugin", "EchoService", "GoogleProtos",
        "HostProtos", "HostServices", "IPC", "IPCProtos", "PluginHost", "ProtobufRuntime",
        "Status", "Store", "StoreProtos", "Platform", "WellKnownTypes", crypto, logging,
      ],
      swiftSettings: house),
  ]
    + messages("Google")
    + messages("IPC", importing: ["Google"])
    + messages("Store", importing: ["Google"])
    + messages("Host", importing: ["Google", "IPC", "Store"])
    + messages("Web", importing: ["IPC"])
    + messages("Admin", importing: ["Google", "IPC"])
    + [
      services("Host", importing: ["Store"]),
      services("Web", importing: []),
      services("Admin", importing: ["Google", "IPC"]),
    ]
)

// What builds the documentation is fetched for `make docs` alone. Builds and tests don't need it,
// and neither does a package that depends on this one.
if Context.environment["STEWARD_DOCS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
