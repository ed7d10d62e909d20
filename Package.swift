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
    .executable(name: "protoc-gen-steward-swift", targets: ["protoc-gen-steward-swift"]),
    .library(
      name: "PluginKit",
      targets: ["PluginKit", "ProtobufRuntime", "IPC", "StewardProtos", "StewardServices"]),
    .library(name: "PluginTesting", targets: ["PluginTesting"]),
    .library(name: "PluginHost", targets: ["PluginHost"]),
    // For the benchmarks, which fill a store directly and measure the layers beneath a plugin.
    .library(name: "AdminModel", targets: ["AdminModel", "Store"]),
    .library(name: "LMDB", targets: ["LMDB"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
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

    // What all rooms need of the system.
    .target(name: "Hardening", dependencies: ["CSpawn"], swiftSettings: house),

    // Protobuf.
    .target(
      name: "ProtobufRuntime", dependencies: ["CProtobufC"], swiftSettings: houseOverC),
    .target(name: "CStewardProtos", dependencies: ["CProtobufC"]),
    .target(
      name: "StewardProtos", dependencies: ["ProtobufRuntime", "CStewardProtos"],
      swiftSettings: house),
    .executableTarget(
      name: "protoc-gen-steward-swift", dependencies: ["ProtobufRuntime"], swiftSettings: house),

    // Runtime.
    .target(
      name: "IPC", dependencies: ["ProtobufRuntime", "StewardProtos"], swiftSettings: house),
    .target(
      name: "StewardServices",
      dependencies: ["IPC", "ProtobufRuntime", "StewardProtos", "CStewardProtos"],
      swiftSettings: house),
    .target(
      name: "JSONCalls",
      dependencies: ["IPC", "ProtobufRuntime", "StewardProtos", "StewardServices"],
      swiftSettings: house),
    .target(name: "LMDB", dependencies: ["CLMDB"], swiftSettings: houseOverC),
    .target(name: "YAML", dependencies: ["CYAML", "ProtobufRuntime"], swiftSettings: houseOverC),
    .target(name: "Argon2", dependencies: ["CArgon2"], swiftSettings: houseOverC),
    .target(
      name: "Store",
      dependencies: ["LMDB", "IPC", "ProtobufRuntime", "StewardProtos", "Hardening", crypto],
      swiftSettings: house),

    // Domain.
    .target(
      name: "AdminModel",
      dependencies: ["Store", "IPC", "ProtobufRuntime", "StewardProtos", crypto],
      swiftSettings: house),

    .target(name: "FairShares", swiftSettings: house),

    // Host and kit.
    .target(
      name: "PluginKit",
      dependencies: [
        "IPC", "ProtobufRuntime", "StewardProtos", "StewardServices", "Hardening", logging,
      ],
      swiftSettings: house),
    .target(
      name: "PluginHost",
      dependencies: [
        "CSpawn", "FairShares", "IPC", "ProtobufRuntime", "StewardProtos", "StewardServices",
        "Store", "Hardening", crypto, logging,
      ],
      swiftSettings: house),
    .target(
      name: "PluginTesting",
      dependencies: ["PluginKit", "IPC", "ProtobufRuntime", "StewardProtos"],
      swiftSettings: house),

    // Plugins.
    .executableTarget(
      name: "OrgsPlugin",
      dependencies: ["PluginKit", "AdminModel", "StewardProtos", "StewardServices"],
      path: "Plugins/Orgs", exclude: ["plugin.json"], packageAccess: false, swiftSettings: house),
    .executableTarget(
      name: "WorkspacesPlugin",
      dependencies: ["PluginKit", "AdminModel", "StewardProtos", "StewardServices"],
      path: "Plugins/Workspaces", exclude: ["plugin.json"], packageAccess: false,
      swiftSettings: house),
    .executableTarget(
      name: "KeysPlugin",
      dependencies: ["PluginKit", "AdminModel", "StewardProtos", "StewardServices"],
      path: "Plugins/Keys", exclude: ["plugin.json"], packageAccess: false, swiftSettings: house),
    .executableTarget(
      name: "UsersPlugin",
      dependencies: ["PluginKit", "AdminModel", "StewardProtos", "StewardServices"],
      path: "Plugins/Users", exclude: ["plugin.json"], packageAccess: false, swiftSettings: house),
    .executableTarget(
      name: "AuthPlugin",
      dependencies: [
        "PluginKit", "AdminModel", "Argon2", "FairShares", "StewardProtos", "StewardServices",
      ],
      path: "Plugins/Auth", exclude: ["plugin.json"], packageAccess: false, swiftSettings: house),
    .executableTarget(
      name: "AutomationPlugin",
      dependencies: [
        "PluginKit", "AdminModel", "ProtobufRuntime", "StewardProtos", "StewardServices",
      ],
      path: "Plugins/Automation", exclude: ["plugin.json"], packageAccess: false,
      swiftSettings: house),
    .executableTarget(
      name: "GatewayPlugin",
      dependencies: [
        "PluginKit", "FairShares", "JSONCalls", "ProtobufRuntime", "StewardProtos",
        "StewardServices", "Hardening", hummingbird, hummingbirdTLS, logging,
      ] + nio,
      path: "Plugins/Gateway", exclude: ["plugin.json"], packageAccess: false,
      swiftSettings: house),

    // The command line.
    .executableTarget(
      name: "steward",
      dependencies: [
        "PluginHost", "JSONCalls", "IPC", "ProtobufRuntime", "StewardProtos", "StewardServices",
        "Hardening", "YAML", argumentParser, logging,
      ],
      swiftSettings: house),

    // Every kind of field, for the tests of the generator and the runtime.
    .target(
      name: "CCorpusProtos", dependencies: ["CProtobufC", "CStewardProtos"],
      path: "Tests/CCorpusProtos"),
    .target(
      name: "CorpusProtos", dependencies: ["ProtobufRuntime", "StewardProtos", "CCorpusProtos"],
      path: "Tests/CorpusProtos", swiftSettings: house),
    .testTarget(
      name: "ProtobufRuntimeTests",
      dependencies: ["ProtobufRuntime", "Randomness", "StewardProtos", "CorpusProtos"],
      exclude: ["reference.py"], swiftSettings: house),
    .testTarget(
      name: "GeneratorTests", dependencies: ["protoc-gen-steward-swift", "ProtobufRuntime"],
      swiftSettings: house),

    // Tests.
    .testTarget(
      name: "IPCTests",
      dependencies: ["IPC", "Randomness", "ProtobufRuntime", "StewardProtos"],
      swiftSettings: house),
    .testTarget(name: "FairSharesTests", dependencies: ["FairShares"], swiftSettings: house),
    .testTarget(
      name: "JSONCallsTests",
      dependencies: ["JSONCalls", "IPC", "ProtobufRuntime", "StewardProtos", "StewardServices"],
      swiftSettings: house),
    .testTarget(
      name: "PluginKitTests",
      dependencies: ["PluginKit", "PluginTesting", "IPC", "StewardProtos", logging],
      swiftSettings: house),
    .testTarget(name: "HardeningTests", dependencies: ["Hardening"], swiftSettings: house),
    .testTarget(name: "Argon2Tests", dependencies: ["Argon2"], swiftSettings: house),
    .testTarget(
      name: "LMDBTests", dependencies: ["LMDB", "Randomness"], swiftSettings: house),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Store", "Randomness", "LMDB", "IPC", "ProtobufRuntime", "StewardProtos", crypto,
      ],
      swiftSettings: house),
    .testTarget(
      name: "AdminModelTests",
      dependencies: [
        "AdminModel", "Store", "IPC", "ProtobufRuntime", "StewardProtos", "Randomness",
      ],
      swiftSettings: house),
    .testTarget(
      name: "PluginTests",
      dependencies: [
        "OrgsPlugin", "WorkspacesPlugin", "KeysPlugin", "UsersPlugin", "AuthPlugin",
        "AutomationPlugin",
        "PluginTesting", "AdminModel", "IPC", "StewardProtos", "StewardServices",
      ],
      swiftSettings: house),
    .testTarget(
      name: "AuthorizationTests",
      dependencies: [
        "OrgsPlugin", "WorkspacesPlugin", "KeysPlugin", "UsersPlugin", "AuthPlugin",
        "AutomationPlugin",
        "PluginHost", "PluginKit", "AdminModel", "Store", "IPC", "JSONCalls", "ProtobufRuntime",
        "StewardProtos", "StewardServices", logging,
      ],
      exclude: ["authorization-matrix.md"], swiftSettings: house),
    .testTarget(
      name: "stewardTests",
      dependencies: [
        "steward", "JSONCalls", "IPC", "ProtobufRuntime", "StewardProtos", "StewardServices",
        "YAML", argumentParser, yams,
      ],
      swiftSettings: house),
    .testTarget(
      name: "GatewayTests",
      dependencies: [
        "GatewayPlugin", "OrgsPlugin", "WorkspacesPlugin", "KeysPlugin", "UsersPlugin",
        "AuthPlugin", "EchoService", "PluginTesting", "AdminModel", "IPC", "ProtobufRuntime",
        "StewardProtos", "StewardServices", hummingbird, logging,
      ] + nio,
      swiftSettings: house),
    .testTarget(
      name: "EndToEndTests", exclude: ["company.sh"], swiftSettings: house),

    // What happens at random: `make fuzz` and `make chaos`.
    .target(name: "Randomness", path: "Tests/Randomness", swiftSettings: house),
    .testTarget(
      name: "FuzzTests",
      dependencies: ["Randomness", "IPC", "ProtobufRuntime", "StewardProtos", "CorpusProtos"],
      swiftSettings: house),
    .testTarget(
      name: "ChaosTests",
      dependencies: [
        "Randomness", "steward", "OrgsPlugin", "WorkspacesPlugin", "PluginHost", "AdminModel",
        "IPC", "StewardProtos", "StewardServices",
      ],
      swiftSettings: house),

    // The plugin that the README shows, as its author would build it.
    .target(
      name: "CGreeterProtos", dependencies: ["CStewardProtos", "CProtobufC"],
      path: "Tests/Fixtures/Greeter/CGreeterProtos"),
    .target(
      name: "GreeterProtos",
      dependencies: ["PluginKit", "IPC", "ProtobufRuntime", "StewardProtos", "CGreeterProtos"],
      path: "Tests/Fixtures/Greeter/GreeterProtos"),
    .executableTarget(
      name: "GreeterPlugin", dependencies: ["PluginKit", "GreeterProtos"],
      path: "Tests/Fixtures/Greeter/Plugin", packageAccess: false, swiftSettings: house),

    // The plugin by which the host is tested.
    .target(
      name: "EchoService", dependencies: ["IPC", "ProtobufRuntime", "StewardProtos", "Hardening"],
      path: "Tests/Fixtures/Echo/Service", swiftSettings: house),
    .executableTarget(
      name: "EchoPlugin", dependencies: ["EchoService", "IPC", "PluginKit", "StewardProtos"],
      path: "Tests/Fixtures/Echo/Plugin", swiftSettings: house),
    .testTarget(
      name: "PluginHostTests",
      dependencies: [
        "PluginHost", "EchoService", "EchoPlugin", "CSpawn", "IPC", "ProtobufRuntime",
        "StewardProtos", "StewardServices", "Store", crypto, logging,
      ],
      swiftSettings: house),
  ]
)
