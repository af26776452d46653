import Testing

@testable import DriftCore

/// Placeholders as values of unknown content, if templates are allowed.
@Suite struct JSONTemplateTests {
    @Test(arguments: [
        JSONRecovery(
            "{ \"inputData\": { ${input.attributes} }, \"flowId\": \"${input.flowId}\" }",
            [],
            "{\"inputData\": {${input.attributes}}, \"flowId\": \"${input.flowId}\"}"
        ),
        JSONRecovery(
            "{\"a\": {{x}}, \"b\": %x%, \"c\": $TOKEN, \"d\": \"$esc.jsonString(\"${input.x}\")\", \"e\": ${a}${b}, \"f\": \"x {{y}} \\\" z\"}",
            [],
            "{\"a\": {{x}}, \"b\": %x%, \"c\": $TOKEN, \"d\": \"$esc.jsonString(\"${input.x}\")\", \"e\": ${a}${b}, \"f\": \"x {{y}} \\\" z\"}"
        ),
        JSONRecovery(
            "{\"agentId\": #if($input.agentId && $input.agentId != \"\") \"$esc.jsonString(${input.agentId})\" #else null #end, \"d\": \"x\" #if($input.i) ,\"insights\": ${input.insights} #end }",
            [],
            "{\"agentId\": \"$esc.jsonString(${input.agentId})\", \"d\": \"x\", \"insights\": ${input.insights}}"
        ),
        JSONRecovery(
            "#set($x = 1) {\"items\": [#foreach($i in $x) {\"n\": \"$i\"}#if($foreach.hasNext),#end #end]}",
            [],
            "{\"items\": [{\"n\": \"$i\"}]}"
        ),
        JSONRecovery("{\"a\": #if($x) {\"b\": 1} #else {\"b\": 2} #end}", [], "{\"a\": {\"b\": 1}}"),
        JSONRecovery("${input.rawRequest}", [], "${input.rawRequest}"),
        JSONRecovery("{\"a\": 1 ${rest}}", [], "{\"a\": 1, ${rest}}"),
        JSONRecovery("{ ${a} \"b\": 1 }", [], "{${a}, \"b\": 1}"),
        JSONRecovery(
            "{ \"x\": $!{input.n}, ## comment\n \"y\": $math.add($input.a, 1) }",
            [],
            "{\"x\": $!{input.n}, \"y\": $math.add($input.a, 1)}"
        ),
        JSONRecovery(
            "{{{\"a\": 1}}}",
            ["1:2-1:3 strayText", "1:3-1:4 strayText", "1:11-1:12 extraClose", "1:12-1:13 extraClose"],
            "{\"a\": 1}"
        ),
        JSONRecovery("{ ${x}: 1, \"p\": \"$5 and 100%\" }", [], "{\"${x}\": 1, \"p\": \"$5 and 100%\"}"),
        JSONRecovery(
            "{\"a\": @{triggerBody()?['x']}, \"b\": \"@variables('y')\", \"c\": @variables('z')?['q'], \"d\": \"a@b.example\"}",
            [],
            "{\"a\": @{triggerBody()?['x']}, \"b\": \"@variables('y')\", \"c\": @variables('z')?['q'], \"d\": \"a@b.example\"}"
        ),
        JSONRecovery(
            "{\"a\": %d, \"b\": %.2f, \"c\": \"%s\", \"d\": %(n)s}",
            [],
            "{\"a\": %d, \"b\": %.2f, \"c\": \"%s\", \"d\": %(n)s}"
        ),
        JSONRecovery(
            "{\"a\": <flow id>, \"b\": <%= b %>, \"c\": #{c}, \"d\": {!d}}",
            [],
            "{\"a\": <flow id>, \"b\": <%= b %>, \"c\": #{c}, \"d\": {!d}}"
        ),
        JSONRecovery(
            "{\"a\": {% if x %}1{% else %}2{% endif %}{% if y %}, \"b\": {{ y }}{% endif %}}",
            [],
            "{\"a\": 1, \"b\": {{ y }}}"
        ),
        JSONRecovery("{{{#if x}}\"a\": 1{{else}}\"a\": 2{{/if}}}", [], "{\"a\": 1, \"a\": 2}"),
        JSONRecovery(
            "{\"a\": {{ end }}, \"b\": 1{{ if .C }}, \"c\": 2{{ end }}}",
            [],
            "{\"a\": {{ end }}, \"b\": 1, \"c\": 2}"
        ),
        JSONRecovery("{%- set a = 1 -%}{\"a\": \"{% if b %}c{% endif %}\"}", [], "{\"a\": \"{% if b %}c{% endif %}\"}"),
        JSONRecovery("{\"a\": \"x\"<% if b %>, \"b\": 1<% end %>}", [], "{\"a\": \"x\", \"b\": 1}"),
        JSONRecovery("{\"a\": \"${x}\"%{ if y != \"\" }, \"b\": 1%{ endif }}", [], "{\"a\": \"${x}\", \"b\": 1}"),
        JSONRecovery(
            "{\"a\": \"50%20x\", \"b\": \"100%s\", \"c\": \"1 < 2 > 0\"}",
            [],
            "{\"a\": \"50%20x\", \"b\": \"100%s\", \"c\": \"1 < 2 > 0\"}"
        ),
        JSONRecovery("{% if a %}{\"b\": 1}{% else %}{\"b\": 2}{% endif %}", [], "{\"b\": 1}"),
        JSONRecovery("{\"a\": 1, ...}", ["1:10-1:13 strayText"], "{\"a\": 1, <what was left out>}"),
        JSONRecovery(
            "{\"a\": ..., \"b\": …}",
            ["1:7-1:10 strayText", "1:17-1:18 strayText"],
            "{\"a\": <what was left out>, \"b\": <what was left out>}"
        ),
    ])
    func takesPlaceholdersAsValues(recovery: JSONRecovery) {
        recovery.expect(asTemplate: true)
    }
}
