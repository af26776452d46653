import Testing

@testable import DriftCore

/// Placeholders as values of unknown content, where templates are allowed.
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
    ])
    func takesPlaceholdersAsValues(recovery: JSONRecovery) {
        recovery.expect(asTemplate: true)
    }
}
