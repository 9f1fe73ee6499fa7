// swift-tools-version: 6.2

import PackageDescription

/// Foundation's own archives are named because the compiler has noted the shared library only.
let staticLibraries = [
  "-static-stdlib", "-lFoundation", "-lCoreFoundation", "-lFoundationInternationalization", "-lFoundationEssentials",
  "-l_FoundationCShims", "-l_FoundationCollections", "-l_FoundationICU",
]

/// One arrow per line: what a room may import stands here and nowhere else. `Tests/TidyTests` reads the sources and fails
/// on an import that has no arrow.
let package = Package(
  name: "dossier",
  products: [
    .executable(name: "dossier", targets: ["dossier"]),
    .library(
      name: "DossierKit", targets: ["Graph", "GraphStorage", "GraphAlgorithms", "Cypher", "Query", "Documents", "Interchange"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CPlatform"),

    .target(name: "Graph"),
    .target(name: "GraphAlgorithms", dependencies: ["Graph"]),
    .target(name: "GraphStorage", dependencies: ["Graph", "CSQLite", "CPlatform"]),
    .target(name: "Cypher", dependencies: ["Graph", "CPlatform"]),
    .target(name: "Query", dependencies: ["Graph", "Cypher", "GraphStorage", "GraphAlgorithms", "CPlatform"]),
    .target(name: "CLanguageModels", exclude: ["lists.tsv", "models.bin", "texts.tsv"]),
    .target(name: "CLinearModel"),
    .target(name: "Linguistics", dependencies: ["CLinearModel"]),
    .target(name: "Documents", dependencies: ["Graph", "Linguistics", "CLanguageModels"]),
    .target(name: "Interchange", dependencies: ["Graph"]),
    .target(name: "Shell", dependencies: ["Graph", "Cypher", "CEditline", "CPlatform"]),
    .executableTarget(
      name: "dossier",
      dependencies: [
        "Graph", "GraphStorage", "GraphAlgorithms", "Cypher", "Query", "Documents", "Interchange", "Shell", "CPlatform",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // With Swift's libraries inside, the program starts in three quarters of the time: finding symbols in fifteen shared
      // libraries is most of what the start of a small program is.
      linkerSettings: [.unsafeFlags(staticLibraries, .when(platforms: [.linux], configuration: .release))]),

    .executableTarget(name: "TrainModels", dependencies: ["Linguistics", "Documents", "Graph"]),

    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(name: "TestSupport", dependencies: ["Graph"], path: "Tests/TestSupport"),
    .testTarget(name: "GraphTests", dependencies: ["Graph", "TestSupport"]),
    .testTarget(name: "GraphAlgorithmsTests", dependencies: ["GraphAlgorithms", "Graph", "TestSupport"]),
    .executableTarget(name: "CrashWriter", dependencies: ["GraphStorage", "Graph"], path: "Tests/CrashWriter"),
    .executableTarget(
      name: "ForgedFileReader", dependencies: ["Query", "GraphStorage", "Graph"], path: "Tests/ForgedFileReader"),
    .testTarget(
      name: "GraphStorageTests",
      dependencies: ["GraphStorage", "Graph", "CSQLite", "TestSupport", "CrashWriter", "ForgedFileReader"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "CypherTests", dependencies: ["Cypher", "Graph", "TestSupport"],
      exclude: ["Parser/Snapshots", "Semantics/Snapshots"]),
    .testTarget(
      name: "QueryTests", dependencies: ["Query", "Cypher", "GraphStorage", "GraphAlgorithms", "Graph", "TestSupport"],
      exclude: ["Errors/Snapshots"]),
    .testTarget(
      name: "LinguisticsTests", dependencies: ["Linguistics", "TrainModels", "CLanguageModels", "Graph", "TestSupport"]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "Graph", "TestSupport"], exclude: ["Gold"]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "Graph", "TestSupport"], exclude: ["Snapshots"]),
    .testTarget(
      name: "ShellTests", dependencies: ["Shell", "Cypher", "Graph", "TestSupport"],
      exclude: ["Commands/Snapshots", "Results/Snapshots"]),
    .testTarget(name: "ConformanceTests", dependencies: ["Query", "Cypher", "GraphStorage", "Graph", "TestSupport"]),
    .testTarget(
      name: "CommandTests", dependencies: ["dossier", "Interchange", "Graph", "CPseudoTerminal", "TestSupport"],
      exclude: ["Fixtures", "Snapshots"]),
    .executableTarget(
      name: "Benchmarks", dependencies: ["Query", "Cypher", "GraphStorage", "Interchange", "Graph"], path: "Tests/Benchmarks",
      exclude: ["thresholds.txt"]),
    .testTarget(name: "TidyTests", dependencies: ["TestSupport"]),
  ]
)
