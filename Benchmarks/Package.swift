// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// The settings with which the targets of Steward itself are built.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Returns a plain C program that does the work of a case at the least cost that the system allows.
func floor(_ name: String, links libraries: [String] = []) -> Target {
  .executableTarget(
    name: "floor-\(name)", dependencies: ["Floor"],
    cSettings: [.unsafeFlags(["-O2", "-Wall", "-Wextra", "-Werror"])],
    linkerSettings: libraries.map { .linkedLibrary($0) })
}

/// The plugins that come with Steward: a product for each folder.
let plugins: [Target.Dependency] = try FileManager.default
  .contentsOfDirectory(atPath: Context.packageDirectory + "/../Plugins").sorted()
  .map { .product(name: $0.lowercased(), package: "steward") }

// A separate package, so that ordinary builds don't build it. `make bench` runs it.
let package = Package(
  name: "steward-benchmarks",
  dependencies: [
    .package(name: "steward", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
  ],
  targets: [
    floor("pipe"),
    floor("relay"),
    floor("window"),
    floor("frames"),
    floor("stream"),
    floor("get", links: ["lmdb"]),
    floor("put", links: ["lmdb"]),
    floor("commit"),
    floor("list", links: ["lmdb"]),
    floor("spawn"),

    .executableTarget(
      name: "floor-http", dependencies: [.product(name: "Hummingbird", package: "hummingbird")],
      swiftSettings: house),

    // The code that the floor programs share.
    .target(name: "Floor", cSettings: [.unsafeFlags(["-O2"])]),
    // The code that the bench and its plugin share.
    .target(name: "Timing", swiftSettings: house),

    // A plugin whose calls cost nothing but the call itself.
    .executableTarget(
      name: "bench-plugin",
      dependencies: [
        "Timing",
        .product(name: "PluginKit", package: "steward"),
        .product(name: "AdminModel", package: "steward"),
        .product(name: "LMDB", package: "steward"),
      ],
      swiftSettings: house),

    .executableTarget(
      name: "bench",
      dependencies: [
        "Timing",
        .product(name: "PluginHost", package: "steward"),
        .product(name: "PluginKit", package: "steward"),
        .product(name: "AdminModel", package: "steward"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        // These are run, not linked: Steward as it is installed.
        .product(name: "steward", package: "steward"),
      ] + plugins,
      swiftSettings: house),
  ]
)
