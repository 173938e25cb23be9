/// The version of the tool, as `--version` and the datasets name it.
public let toolVersion = "0.1.0"
