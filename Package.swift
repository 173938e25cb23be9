// swift-tools-version: 6.0
import PackageDescription

/// The standard library goes into the programs: they start in half the time, and run where no Swift is installed.
let selfContained: [LinkerSetting] = [
  .unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "Keikaku",
  products: [
    .executable(name: "keikaku", targets: ["KeikakuCommand"]),
    .executable(name: "keikaku-bench", targets: ["KeikakuBench"]),
    .library(name: "Keikaku", targets: ["Keikaku"]),
    .library(name: "KeikakuText", targets: ["KeikakuText"]),
    .library(name: "KeikakuExport", targets: ["KeikakuExport"]),
  ],
  targets: [
    .target(name: "CSystem", linkerSettings: [.linkedLibrary("m")]),
    .target(name: "KeikakuText", exclude: ["Folding/generate-ideographs.pl", "Forms.md"]),
    .target(
      name: "Keikaku", dependencies: ["KeikakuText", "CSystem"],
      exclude: [
        "Places/Data/make_places.py", "Places/Data/requirements.txt", "Vocabulary/Data/make_vocabulary.py",
        "Vocabulary/Data/vocabulary.csv",
      ]),
    .target(name: "KeikakuExport", dependencies: ["Keikaku", "CSystem"]),
    .executableTarget(
      name: "KeikakuCommand", dependencies: ["KeikakuExport", "CSystem"], linkerSettings: selfContained),
    .executableTarget(name: "KeikakuBench", dependencies: ["KeikakuExport", "CSystem"]),
    .testTarget(name: "KeikakuTextTests", dependencies: ["KeikakuText"], exclude: ["Corpus"]),
    .testTarget(name: "KeikakuTests", dependencies: ["Keikaku"], exclude: ["Corpus", "Truth"]),
    .testTarget(name: "KeikakuExportTests", dependencies: ["KeikakuExport"]),
    .testTarget(name: "KeikakuCommandTests", dependencies: ["KeikakuCommand"]),
  ],
  swiftLanguageModes: [.v6]
)
