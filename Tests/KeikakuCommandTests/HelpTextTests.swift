import Testing

@testable import KeikakuCommand

@Suite struct HelpTextTests {
  @Test(arguments: [60, 80, 120])
  func noLineIsWiderThanTheTerminal(_ columns: Int) {
    let help = HelpText(commands: Command.all, columns: columns)
    for command in Command.all {
      let lines = help.text(of: command).split(separator: "\n").filter { !$0.hasPrefix("USAGE") }
      for line in lines { #expect(line.displayColumns <= columns, "\(line)") }
    }
  }

  @Test func fullWidthLettersTakeTwoColumns() {
    #expect("計画".displayColumns == 4)
    #expect("ｶﾞabc".displayColumns == 5)
  }

  @Test func everyCommandAndOptionSaysWhatItIs() {
    for command in Command.all {
      #expect(!command.abstract.isEmpty)
      for option in command.allOptions { #expect(!option.help.isEmpty, "\(command.name) --\(option.name)") }
      let shorts = command.allOptions.compactMap(\.short)
      #expect(Set(shorts).count == shorts.count, "\(command.name)")
    }
  }
}
