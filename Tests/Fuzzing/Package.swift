// swift-tools-version: 6.2

import PackageDescription

/// Fuzzers of the language, of the engine and of what reads files. A package of its own, so that nobody builds them by accident:
/// `Scripts/fuzz` builds them with the sanitizers that they need, and runs them.
let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "dossier", path: "../..")],
  targets: [
    .target(name: "CFuzzer"),
    .target(name: "FuzzSupport", dependencies: ["CFuzzer", .product(name: "DossierKit", package: "dossier")]),
    .executableTarget(
      name: "SyntaxFuzzer", dependencies: ["CFuzzer", "FuzzSupport", .product(name: "DossierKit", package: "dossier")]),
    .executableTarget(
      name: "QueryFuzzer", dependencies: ["CFuzzer", "FuzzSupport", .product(name: "DossierKit", package: "dossier")]),
    .executableTarget(name: "CSVFuzzer", dependencies: ["CFuzzer", .product(name: "DossierKit", package: "dossier")]),
    .executableTarget(name: "DocumentFuzzer", dependencies: ["CFuzzer", .product(name: "DossierKit", package: "dossier")]),
    .executableTarget(name: "GraphFileFuzzer", dependencies: ["CFuzzer", .product(name: "DossierKit", package: "dossier")]),
  ]
)
