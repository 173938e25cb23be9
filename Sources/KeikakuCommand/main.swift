import CSystem

csystem_exit(await Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
