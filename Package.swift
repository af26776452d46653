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
        .target(name: "YAML", dependencies: ["CYAML", "SourceText"]),

        // Places in a text, what is wrong there, and how to put it right.
        .target(name: "SourceText"),
        // JSON with the place of everything, and each fault that people make in it.
        .target(name: "StrictJSON", dependencies: ["SourceText"]),

        // Requests as people paste them: commands, messages, collections, and the JSON in them.
        .target(name: "PastedRequests", dependencies: ["SourceText", "StrictJSON"]),

        // Terraform's plans and states: addresses, actions, what is unknown.
        .target(name: "TerraformPlans"),

        // Source code: the places that launch flows, and the names of inputs there.
        .target(name: "SourceScan", dependencies: ["SourceText"]),

        // What drift is: pure, synchronous, no files and no network.
        .target(
            name: "DriftCore",
            dependencies: ["PastedRequests", "SourceText", "StrictJSON", "TerraformPlans", "YAML"]
        ),

        // A local stand-in for the Platform API.
        .target(
            name: "GenesysStub",
            dependencies: [
                "DriftCore", "SourceText", "StrictJSON", "YAML",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]
        ),
        // The live org: who may read it, how its answers are fetched, and what they add up to.
        .target(
            name: "GenesysCloud",
            dependencies: ["DriftCore", "SourceText", "StrictJSON", .product(name: "TOMLKit", package: "TOMLKit")]
        ),

        // How a run goes: from what the user names to flows, and from those to a verdict.
        .target(
            name: "DriftEngine",
            dependencies: ["DriftCore", "GenesysCloud", "PastedRequests", "SourceScan", "SourceText", "StrictJSON"]
        ),

        // What a report looks like.
        .target(
            name: "DriftReports",
            dependencies: [
                "DriftCore", "SourceText", "StrictJSON", "YAML", .product(name: "Mustache", package: "swift-mustache"),
            ]
        ),

        // The commands as a library, so that tests run them in-process; `flowdrift` only calls it.
        .target(
            name: "DriftCLI",
            dependencies: [
                "DriftCore", "DriftEngine", "DriftReports", "GenesysCloud", "GenesysStub", "SourceScan", "SourceText",
                "StrictJSON", "YAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(name: "flowdrift", dependencies: ["DriftCLI"]),

        .target(name: "TestSupport", dependencies: ["SourceText", "StrictJSON", "YAML"], path: "Tests/TestSupport"),
        .testTarget(name: "YAMLTests", dependencies: ["SourceText", "YAML", "TestSupport"]),
        .testTarget(
            name: "SourceScanTests",
            dependencies: ["SourceScan", "SourceText", "TestSupport"],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "GenesysStubTests",
            dependencies: ["GenesysStub", "DriftCore", "SourceText", "StrictJSON", "YAML", "TestSupport"]
        ),
        .testTarget(
            name: "DriftCoreTests",
            dependencies: [
                "DriftCore", "DriftEngine", "GenesysCloud", "PastedRequests", "SourceScan", "SourceText", "StrictJSON",
                "YAML", "TestSupport",
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "DriftReportsTests",
            dependencies: ["DriftReports", "DriftCore", "SourceText", "StrictJSON", "YAML", "TestSupport"],
            exclude: ["Golden"]
        ),
        .testTarget(
            name: "GenesysCloudTests",
            dependencies: ["GenesysCloud", "DriftCore", "SourceText", "StrictJSON", "TestSupport"]
        ),
        .testTarget(
            name: "DriftCLITests",
            dependencies: [
                "DriftCLI", "DriftCore", "DriftEngine", "DriftReports", "GenesysCloud", "GenesysStub", "SourceText",
                "StrictJSON", "YAML",
                "TestSupport",
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
            dependencies: ["DriftCore", "PastedRequests", "SourceScan", "SourceText", "StrictJSON", "YAML"],
            path: "Tests",
            sources: ["DriftCoreTests/Fuzz", "Fuzz/Target"]
        )
    )
}

// The parsers take bytes one by one, which an unoptimized build takes ten times as long for. Their checks stay on.
let parsers: Set = ["YAML", "SourceText", "StrictJSON", "PastedRequests", "SourceScan"]
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
    if parsers.contains(target.name) { target.swiftSettings? += optimized }
}
