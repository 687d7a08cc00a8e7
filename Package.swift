// swift-tools-version: 6.2
import PackageDescription

/// Every room: existentials are spelled, member imports are visible, imports leak nothing.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "jalon",
    products: [
        .executable(name: "jalon", targets: ["jalon"])
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    ],
    targets: [
        // Typed HTML written into one buffer: tags close and text is escaped by construction.
        .target(name: "HTML", swiftSettings: house),
        // The only storage seam: literal statements with bindings, typed rows, read and write, migrations.
        .target(name: "SQL", swiftSettings: house),
        // What an action plan is: values and verbs, without storage, HTTP or clock.
        .target(name: "JalonDomain", swiftSettings: house),
        // Guides of practices: readers of every form they come in, and the bundled one.
        .target(
            name: "JalonCatalogue",
            dependencies: ["JalonDomain", "JalonExchange", .product(name: "Yams", package: "Yams")],
            swiftSettings: house),
        // Bytes to and from domain values: CSV, tables as spreadsheets write them, JSON, the means of a plan in YAML.
        .target(name: "JalonExchange", dependencies: ["JalonDomain", .product(name: "Yams", package: "Yams")], swiftSettings: house),
        // Tables to and from values, read models, migrations; names no database engine.
        .target(name: "JalonStore", dependencies: ["JalonDomain", "SQL"], swiftSettings: house),
        // SQL on GRDB's pool: the embedded default.
        .target(
            name: "SQLiteEngine",
            dependencies: [
                "SQL", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ], swiftSettings: house),
        // libpq, PostgreSQL's own client library.
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        // SQL on libpq: for an organisation that outgrows one machine.
        .target(name: "PostgresEngine", dependencies: ["SQL", "CPostgres"], swiftSettings: house),
        // cmark-gfm, GitHub's Markdown parser, for the guide and for descriptions.
        .systemLibrary(
            name: "CMarkdown", pkgConfig: "libcmark-gfm", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        // zlib, for compressed responses.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        // libcurl, for mail servers.
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        // Letters handed to a mail server.
        .target(name: "SMTP", dependencies: ["CCurl", "JalonDomain", "JalonExchange"], swiftSettings: house),
        // Clp, COIN-OR's linear programming.
        .systemLibrary(name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
        // The best sequence of actions that people and budget can carry, how far from the best possible it is, and why.
        .target(name: "JalonPlanning", dependencies: ["CClp"], swiftSettings: house),
        // Use cases: one verb loads, permits, changes, saves and journals in one transaction.
        .target(
            name: "JalonWorkspace",
            dependencies: [
                "JalonCatalogue", "JalonDomain", "JalonExchange", "JalonPlanning", "JalonStore", "SQL",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ], swiftSettings: house),
        // Pages and forms.
        .target(
            name: "JalonWeb",
            dependencies: [
                "CMarkdown", "CZlib", "HTML", "JalonDomain", "JalonExchange", "JalonStore", "JalonWorkspace", hummingbird, logging,
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ], swiftSettings: house),
        // Subcommands, configuration and composition: the one place that names every room.
        .target(
            name: "JalonCommand",
            dependencies: [
                "JalonCatalogue", "JalonDomain", "JalonExchange", "JalonPlanning", "JalonStore", "JalonWeb", "JalonWorkspace",
                "PostgresEngine", "SMTP", "SQL", "SQLiteEngine", hummingbird, logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ], swiftSettings: house),
        // The program.
        .executableTarget(name: "jalon", dependencies: ["JalonCommand"], swiftSettings: house),
        // Samples with hostile text and databases of both engines, for the tests.
        .target(
            name: "JalonTestSupport",
            dependencies: ["JalonDomain", "JalonPlanning", "JalonStore", "JalonWorkspace", "PostgresEngine", "SQL", "SQLiteEngine"],
            swiftSettings: house),
        // What the list page is measured against: a bare endpoint on the same rows.
        .executableTarget(
            name: "Yardstick",
            dependencies: [
                "CZlib", hummingbird, .product(name: "GRDB", package: "GRDB.swift"), .product(name: "NIOCore", package: "swift-nio"),
            ],
            path: "Benchmarks/Yardstick", swiftSettings: house),
        .testTarget(name: "DomainTests", dependencies: ["HTML", "JalonDomain", "JalonExchange"], swiftSettings: house),
        .testTarget(
            name: "CatalogueTests", dependencies: ["JalonCatalogue", "JalonDomain"],
            resources: [.copy("Fixtures")], swiftSettings: house),
        .testTarget(name: "PlanningTests", dependencies: ["JalonPlanning"], swiftSettings: house),
        .testTarget(
            name: "WorkspaceTests",
            dependencies: [
                "JalonCatalogue", "JalonDomain", "JalonExchange", "JalonPlanning", "JalonStore", "JalonTestSupport", "JalonWorkspace",
                "SQL",
            ],
            swiftSettings: house),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "JalonDomain", "JalonStore", "JalonTestSupport", "JalonWeb", "JalonWorkspace", "SQL", hummingbird, logging,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ], swiftSettings: house),
        .testTarget(name: "CommandTests", dependencies: ["JalonDomain", "jalon"], swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)
