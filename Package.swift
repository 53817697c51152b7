// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// The two targets that may hold unsafe code also vend views with lifetimes.
let fence: [SwiftSetting] = house + [.enableExperimentalFeature("Lifetimes")]

let package = Package(
  name: "stardose",
  products: [
    .executable(name: "stardose", targets: ["stardose"]),
    .executable(name: "stardose-server", targets: ["stardose-server"]),
    .library(
      name: "StardoseEngine",
      targets: ["Genome", "GenomeFiles", "Knowledge", "Evidence", "StarAlleles", "Guidance"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CHTSlib", pkgConfig: "htslib", providers: [.apt(["libhts-dev", "zlib1g-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libhts-dev"])]),
    .target(name: "Genome", swiftSettings: house),
    .target(
      name: "GenomeFiles", dependencies: ["Genome", "CHTSlib", "CDeflate"], swiftSettings: fence),
    .target(name: "MappedIndex", dependencies: ["Genome"], swiftSettings: fence),
    .target(name: "Knowledge", dependencies: ["Genome", "MappedIndex"], swiftSettings: house),
    .target(
      name: "KnowledgeCompiler",
      dependencies: [
        "Genome", "MappedIndex", "Knowledge", "Guidance", .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: house),
    .target(
      name: "Evidence", dependencies: ["Genome", "GenomeFiles", "Knowledge"], swiftSettings: house),
    .target(
      name: "StarAlleles", dependencies: ["Genome", "Knowledge", "Evidence"], swiftSettings: house),
    .target(
      name: "Structures",
      dependencies: ["Genome", "GenomeFiles", "Knowledge", "Evidence", "StarAlleles"],
      swiftSettings: house),
    .target(
      name: "Guidance", dependencies: ["Genome", "Knowledge", "Evidence", "StarAlleles"],
      swiftSettings: house),
    .target(
      name: "Annotation",
      dependencies: [
        "Genome", "GenomeFiles", "MappedIndex", "Knowledge",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: house),
    .target(
      name: "Reports",
      dependencies: [
        "Genome", "Knowledge", "Evidence", "StarAlleles", "Guidance",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Schema"], swiftSettings: house),
    .target(
      name: "Analysis",
      dependencies: [
        "Genome", "GenomeFiles", "Knowledge", "Evidence", "StarAlleles", "Structures",
      ],
      swiftSettings: house),
    .target(
      name: "PatientStore",
      dependencies: [
        "Genome", "MappedIndex", "Knowledge", "Evidence", "StarAlleles", "Guidance",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: house),
    .target(
      name: "PharmacyService",
      dependencies: [
        "Genome", "Knowledge", "Evidence", "StarAlleles", "Guidance", "Reports", "PatientStore",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "stardose-server",
      dependencies: [
        "Knowledge", "PatientStore", "PharmacyService",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "stardose",
      dependencies: [
        "PatientStore",
        "Analysis", "Annotation", "Genome", "GenomeFiles", "MappedIndex", "Knowledge",
        "KnowledgeCompiler",
        "Evidence",
        "StarAlleles", "Structures", "Guidance", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "kernels", dependencies: ["Annotation", "GenomeFiles"], path: "benchmarks/kernels",
      swiftSettings: house),
    .executableTarget(
      name: "warfarin-accuracy", dependencies: ["Knowledge", "KnowledgeCompiler", "Guidance"],
      path: "benchmarks/warfarin", swiftSettings: house),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
    .testTarget(name: "GenomeTests", dependencies: ["Genome"], swiftSettings: house),
    .testTarget(
      name: "GenomeFilesTests", dependencies: ["Genome", "GenomeFiles", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "MappedIndexTests", dependencies: ["MappedIndex", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "KnowledgeTests", dependencies: ["Genome", "MappedIndex", "Knowledge", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "KnowledgeCompilerTests",
      dependencies: ["Genome", "MappedIndex", "Knowledge", "KnowledgeCompiler", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: house),
    .testTarget(
      name: "StarAllelesTests", dependencies: ["Genome", "Knowledge", "Evidence", "StarAlleles"],
      swiftSettings: house),
    .testTarget(
      name: "StructuresTests",
      dependencies: [
        "Genome", "GenomeFiles", "Knowledge", "KnowledgeCompiler", "Evidence", "StarAlleles",
        "Structures", "TestSupport",
      ],
      swiftSettings: house),
    .target(
      name: "GuidanceFixtures",
      dependencies: ["Genome", "Knowledge", "Evidence", "StarAlleles", "Guidance"],
      path: "Tests/GuidanceFixtures", swiftSettings: house),
    .testTarget(
      name: "GuidanceTests",
      dependencies: [
        "Genome", "Knowledge", "Evidence", "StarAlleles", "Guidance", "GuidanceFixtures",
        "KnowledgeCompiler", "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Genome", "Knowledge", "Evidence", "StarAlleles", "Guidance", "Reports", "GuidanceFixtures",
      ],
      swiftSettings: house),
    .testTarget(
      name: "InteroperabilityTests",
      dependencies: [
        "Genome", "MappedIndex", "Knowledge", "Evidence", "StarAlleles", "Guidance", "Reports",
        "GuidanceFixtures", "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "EvidenceTests",
      dependencies: [
        "Genome", "GenomeFiles", "Knowledge", "KnowledgeCompiler", "Evidence", "StarAlleles",
        "TestSupport",
      ],
      swiftSettings: house),
    .executableTarget(
      name: "store-writer", dependencies: ["Guidance", "PatientStore"], path: "Tests/StoreWriter",
      swiftSettings: house),
    .testTarget(
      name: "PatientStoreTests",
      dependencies: [
        "Guidance", "PatientStore", "store-writer", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "PharmacyServiceTests",
      dependencies: [
        "Genome", "Knowledge", "StarAlleles", "Guidance", "Reports", "GuidanceFixtures",
        "PatientStore", "PharmacyService", "TestSupport",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "AnnotationTests",
      dependencies: [
        "Annotation", "Genome", "GenomeFiles", "MappedIndex", "Knowledge", "KnowledgeCompiler",
        "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "SourceFidelityTests",
      dependencies: ["Knowledge", "KnowledgeCompiler", "Guidance", "TestSupport"],
      exclude: ["Exceptions", "README.md"], swiftSettings: house),
    .testTarget(
      name: "WorkedCasesTests",
      dependencies: [
        "Knowledge", "KnowledgeCompiler", "Guidance", "Reports", "TestSupport",
        "warfarin-accuracy",
      ],
      swiftSettings: house),
    .testTarget(
      name: "AcceptanceTests",
      dependencies: [
        "stardose", "Annotation", "Genome", "GenomeFiles", "MappedIndex", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Differences", "Annotations"], swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
