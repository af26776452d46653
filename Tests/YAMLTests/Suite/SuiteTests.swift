import Testing

@testable import YAML

/// The public YAML test suite, event by event.
@Suite struct SuiteTests {
    @Test(.enabled(if: SuiteCase.isPresent, "the YAML test suite is not next to the package"))
    func passesAllCasesButThoseThatLibyamlCannot() throws {
        let cases = try SuiteCase.all()
        var failing: [String] = []
        for example in cases {
            let (lines, error) = YAMLEvents.tree(of: Array(example.yaml.utf8))
            let passes = example.mustFail ? error != nil : error == nil && lines == example.tree
            if !passes { failing.append(example.id) }
        }
        let names = failing.joined(separator: ", ")
        print("yaml-test-suite: \(cases.count - failing.count) of \(cases.count) cases pass; libyaml cannot: \(names)")
        #expect(Set(failing) == SuiteFailures.all)
    }
}
