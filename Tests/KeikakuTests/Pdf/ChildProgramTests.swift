import Foundation
import Testing

@testable import Keikaku

struct ChildProgramTests {
  private let shell = ChildProgram(path: "/bin/sh")

  private func run(_ script: String, _ change: (inout ChildProgram.Limits) -> Void = { _ in }) -> ChildProgram.Outcome {
    var limits = ChildProgram.Limits()
    change(&limits)
    return shell.run(["-c", script], limits: limits)
  }

  @Test func givesStatusOutputAndComplaint() {
    guard case .exited(3, let output, let complaint) = run("cat; printf 計画; echo no >&2; exit 3") else {
      Issue.record("did not exit")
      return
    }
    #expect(String(decoding: output, as: UTF8.self) == "計画" && complaint == "no\n")
  }

  @Test func stopsWhatTakesTooLong() {
    let start = ContinuousClock.now
    let outcome = run("sleep 30 & sleep 30") { $0.wallSeconds = 1 }
    #expect(outcome.reason == "it took longer than 1 s")
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test func stopsWhatWritesTooMuch() {
    #expect(run("while :; do echo 0123456789; done") { $0.outputBytes = 1 << 20 }.reason == "it wrote more than 1 MB")
  }

  @Test func capsComplaints() {
    guard case .exited(0, _, let complaint) = run("i=0; while [ $i -lt 2000 ]; do echo complaint >&2; i=$((i+1)); done")
    else {
      Issue.record("did not exit")
      return
    }
    #expect(complaint.utf8.count == 4096)
  }

  #if os(Linux)
    @Test func stopsWhatBurnsTime() {
      let outcome = run("while :; do :; done") {
        $0.processorSeconds = 1
        $0.wallSeconds = 60
      }
      #expect(outcome.reason == "it used more than 1 s of processor time")
    }
  #endif

  @Test func saysWhatCannotBeStarted() {
    let outcome = ChildProgram(path: "/nowhere/program").run([], limits: .init())
    #expect(outcome.reason.hasPrefix("it could not be started"))
  }

  /// A child that was not waited for would still take a signal.
  @Test func leavesNoChildrenBehind() throws {
    for _ in 0..<20 {
      guard case .exited(0, let output, _) = run("printf $$") else {
        Issue.record("did not exit")
        return
      }
      let process = try #require(pid_t(String(decoding: output, as: UTF8.self)))
      #expect(kill(process, 0) == -1 && errno == ESRCH)
    }
  }
}
