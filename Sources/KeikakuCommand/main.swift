import CSystem

csystem_exit(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
