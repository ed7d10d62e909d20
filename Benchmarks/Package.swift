// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that ordinary builds don't pay for it. `make bench` runs it.
let package = Package(
  name: "steward-benchmarks",
  dependencies: [
    .package(name: "steward", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(name: "floor-pipe", cSettings: [.unsafeFlags(["-O2"])]),
    .executableTarget(name: "floor-commit", cSettings: [.unsafeFlags(["-O2"])]),
    .executableTarget(
      name: "bench",
      dependencies: [
        .product(name: "PluginHost", package: "steward"),
        .product(name: "PluginKit", package: "steward"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]),
  ]
)
