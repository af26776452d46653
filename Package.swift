// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "flowdrift",
    products: [.executable(name: "flowdrift", targets: ["flowdrift"])],
    // Exact versions: none of them has dependencies of its own, so a build is of the same sources everywhere.
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    ],
    targets: [
        // The system's libyaml, and the only Swift target that may import it.
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "YAML", dependencies: ["CYAML"]),

        // What drift is: pure, synchronous, no files and no network.
        .target(name: "DriftCore", dependencies: ["YAML"]),

        // A local stand-in for the Platform API.
        .target(
            name: "GenesysStub",
            dependencies: [
                "DriftCore", "YAML",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]
        ),
        // The live org: who may read it, how its answers are fetched, and what they add up to.
        .target(name: "GenesysCloud", dependencies: ["DriftCore", .product(name: "TOMLKit", package: "TOMLKit")]),

        // What a report looks like.
        .target(
            name: "DriftReports",
            dependencies: ["DriftCore", "YAML", .product(name: "Mustache", package: "swift-mustache")]
        ),

        // The commands as a library, so that tests run them in-process; `flowdrift` only calls it.
        .target(
            name: "DriftCLI",
            dependencies: [
                "DriftCore", "DriftReports", "GenesysCloud", "GenesysStub", "YAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(name: "flowdrift", dependencies: ["DriftCLI"]),

        .target(name: "TestSupport", dependencies: ["YAML"], path: "Tests/TestSupport"),
        .testTarget(name: "YAMLTests", dependencies: ["YAML", "TestSupport"]),
        .testTarget(name: "GenesysStubTests", dependencies: ["GenesysStub", "DriftCore", "YAML", "TestSupport"]),
        .testTarget(name: "DriftCoreTests", dependencies: ["DriftCore", "YAML", "TestSupport"], exclude: ["Fixtures"]),
        .testTarget(
            name: "DriftReportsTests",
            dependencies: ["DriftReports", "DriftCore", "YAML", "TestSupport"],
            exclude: ["Golden"]
        ),
        .testTarget(name: "GenesysCloudTests", dependencies: ["GenesysCloud", "DriftCore", "TestSupport"]),
        .testTarget(
            name: "DriftCLITests",
            dependencies: [
                "DriftCLI", "DriftCore", "DriftReports", "GenesysCloud", "GenesysStub", "YAML", "TestSupport",
            ],
            exclude: ["Golden"]
        ),
    ]
)

// Built with libFuzzer, and only where somebody asks for it: see Tests/Fuzz/run.
if Context.environment["FLOWDRIFT_FUZZING"] != nil {
    package.products.append(.executable(name: "fuzz", targets: ["Fuzz"]))
    // The tests have the readers as well, and a file belongs to one target only.
    for target in package.targets where target.name == "DriftCoreTests" { target.exclude.append("Fuzz") }
    package.targets.append(
        .executableTarget(
            name: "Fuzz",
            dependencies: ["DriftCore", "YAML"],
            path: "Tests",
            sources: ["DriftCoreTests/Fuzz", "Fuzz/Target"]
        )
    )
}

// The parser takes bytes one by one, which an unoptimized build takes ten times as long for. Its checks stay on.
let optimized: [SwiftSetting] = [.unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))]

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .treatAllWarnings(as: .error),
        // Reading a file crosses from YAML to DriftCore for every node: the optimizer should see both sides.
        .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
    ]
    if target.name == "YAML" { target.swiftSettings? += optimized }
}
