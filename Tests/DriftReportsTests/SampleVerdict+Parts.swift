import SourceText
import YAML

@testable import DriftCore
@testable import DriftReports

/// The parts of the samples.
extension SampleVerdict {
    static func key(_ name: String) -> FlowKey {
        FlowKey(type: .workflow, name: name)
    }

    static func place(_ file: String, _ line: Int) -> Place {
        Place(file: file, position: Position(line: line, column: 5))
    }

    static func cell(
        _ contract: String,
        _ environment: String,
        owner: String? = "team-webshop",
        isJudged: Bool = true
    ) -> Cell {
        var cell = Cell(key(contract), in: EnvironmentName(environment), isJudged: isJudged)
        cell.contract = contract
        cell.owner = owner
        cell.place = place("specs/\(contract).yaml", 4)
        return cell
    }

    static var hostileCell: Cell {
        var cell = cell("a", "prod")
        cell.contract = HostileName.terminal
        cell.owner = HostileName.markup
        cell.flow = key(HostileName.markup)
        return cell
    }

    static func coverage(_ cells: [Cell], unknowns: [Unknown] = []) -> Coverage {
        var coverage = Coverage()
        coverage.cells = cells
        coverage.contracts = Set(cells.compactMap(\.contract))
        coverage.judgements = cells.count(where: \.isJudged)
        coverage.inputs = Coverage.Count(checked: coverage.judgements, total: cells.count)
        coverage.unknowns = unknowns
        return coverage
    }

    static func unknown(_ reason: String, _ contract: String, _ environment: String) -> Unknown {
        Unknown(
            reason: reason,
            fix: "take the snapshot from the live org",
            contract: contract,
            flow: key(contract),
            environment: EnvironmentName(environment),
            place: place("specs/survey.yaml", 4)
        )
    }

    static func finding(
        _ rule: String,
        _ severity: Severity,
        _ message: String,
        _ line: Int,
        in environment: String = "prod",
        contrast: Contrast? = nil
    ) -> Finding {
        Finding(
            rule: rule,
            severity: severity,
            message: message,
            fix: Fix("send 'Flow.phoneNumber', or declare 'Flow.callerNumber' again in the flow"),
            flow: key("callback-request"),
            subject: "Flow.callerNumber",
            environment: EnvironmentName(environment),
            contract: "callback-request",
            owner: "team-webshop",
            place: place("specs/callback-request.yaml", line),
            contrast: contrast
        )
    }

    static func renamed(_ environment: String) -> Finding {
        let message = "Input 'Flow.callerNumber' (string) is not declared; did you mean 'Flow.phoneNumber'?"
        let contrast = Contrast("Flow.callerNumber: string", nil)
        var finding = finding("input-undeclared", .error, message, 8, in: environment, contrast: contrast)
        let name = Written("Flow.callerNumber", from: Position(line: 8, column: 5), to: Position(line: 8, column: 22))
        finding.fix.edit = Fix.Edit(of: name, with: "Flow.phoneNumber")
        return finding
    }

    static var retyped: Finding {
        var finding = finding(
            "output-type-changed",
            .warning,
            "Output 'Flow.code' is string; the code reads integer",
            9
        )
        finding.contract = "order-status"
        finding.owner = "team-orders"
        finding.place = place("./specs/order status.yaml", 9)
        finding.contrast = Contrast("Flow.code: integer", "Flow.code: string")
        return finding
    }

    static var disabled: Finding {
        var finding = finding("trigger-disabled", .error, "Trigger 'Survey' is disabled; the contract says enabled", 1)
        finding.contract = "survey"
        finding.owner = nil
        finding.trigger = "Survey"
        finding.fix = Fix("enable the trigger, or write `enabled: false` into the contract")
        finding.place = Place(file: "specs/survey.yaml")
        return finding
    }

    static var added: Finding {
        var finding = finding(
            "live-flow-added",
            .note,
            "Flow 'workflow/New' is in the live org, but has no snapshot",
            1
        )
        finding.flow = key("New")
        finding.subject = nil
        finding.contract = nil
        finding.owner = nil
        finding.place = nil
        finding.contrast = Contrast(nil, "workflow/New")
        return finding
    }

    static var unfilled: Finding {
        var finding = finding("trigger-input-unfilled", .error, "Input 'Flow.CallerAni' is not filled by 'Survey'", 7)
        finding.flow = key("survey")
        finding.subject = "Flow.CallerAni"
        finding.contract = nil
        finding.owner = "team-insights"
        finding.trigger = "Survey"
        finding.fix = Fix("name the input 'Flow.ani'")
        finding.place = place("snapshots/prod/workflow/survey.yaml", 7)
        finding.event = EventExample(
            event: #"{"ani": "<ani>"}"#,
            received: [#"Flow.ani = "<ani>""#, "Flow.CallerAni is not set"]
        )
        return finding
    }

    static var hostileFinding: Finding {
        var finding = finding("flow-missing", .error, "Flow '\(HostileName.markup)' is '\(HostileName.terminal)'", 4)
        finding.flow = key(HostileName.markup)
        finding.subject = HostileName.markup
        finding.contract = HostileName.terminal
        finding.owner = HostileName.markup
        finding.trigger = HostileName.terminal
        finding.place = place("specs/\(HostileName.markup)\(HostileName.terminal).yaml", 4)
        finding.fix = Fix("say '\(HostileName.markup)' or '\(HostileName.terminal)'")
        finding.contrast = Contrast(HostileName.markup, HostileName.terminal)
        finding.event = EventExample(event: HostileName.markup, received: [HostileName.terminal])
        return finding
    }
}
