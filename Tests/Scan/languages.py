"""The syntax of each language for the parts of the generated files: literals, maps, launches, comments.

The form of a literal is a function that gets the text of a name. A launch gets its body as text.
"""

from dataclasses import dataclass, field


@dataclass
class Language:
    ending: str
    name: str
    # The kinds of ast-grep's nodes that are string literals.
    kinds: list
    # The forms of a literal that may be a key or a value: `"Flow.x"`, `r"Flow.x"`.
    forms: list
    # A map of entries, each a pair of two texts, and a list of values.
    mapping: object
    listing: object
    # Calls that launch a flow; {sign} marks where the launch begins, {body} is the body.
    launches: list
    # Launches whose body is JSON in a string: {json}, or {escaped} with a backslash before each quote.
    embedded: list
    # A function with a parameter `body` that has the lines {lines}.
    function: str
    # A statement that has the value {value}.
    statement: str
    comments: list
    # A literal with a hole, which has no name, and a key that code puts together.
    holes: list
    computed: list = field(default_factory=list)
    # The text of two literals that are joined.
    joins: list = field(default_factory=list)
    # The forms that a key may have, where not every form of a literal may be one.
    keys: list = None
    # How a letter is escaped in the first of the forms; None if it can't be.
    escape: object = lambda code: f"\\u{code:04x}"
    # What stands before and after everything.
    head: str = ""
    tail: str = ""
    # Statements that mislead a reader who doesn't know the language: quotes in characters, in regular expressions.
    traps: list = field(default_factory=list)
    top: bool = True


def quoted(quote, before="", after=""):
    return lambda text: f"{before}{quote}{text}{quote}{after}"


single, double, tick, triple = quoted("'"), quoted('"'), quoted("`"), quoted('"""')
slashes = ["// {text}", "/* {text} */", "/*\n * {text}\n */"]

javascript = dict(
    forms=[single, double, tick],
    keys=[single, double, lambda text: f"[{tick(text)}]"],
    mapping=lambda entries: "{ " + ", ".join(f"{key}: {value}" for key, value in entries) + " }",
    listing=lambda values: "[" + ", ".join(values) + "]",
    launches=[
        "await api.{sign}postFlowsExecutions({body});",
        "await fetch(`${host}{sign}/api/v2/flows/executions`, { method: 'POST', body: JSON.stringify({body}) });",
        "await client.post({sign}'/api/v2/flows/executions', {body});",
        "const request = {body};\n  await axios.post(host + {sign}'/api/v2/flows/executions', request);",
    ],
    embedded=["await fetch({sign}'/api/v2/flows/executions', { method: 'POST', body: '{json}' });",
              "await client.post(`${host}{sign}/api/v2/flows/executions`, `{json}`);",
              'await client.post({sign}"/api/v2/flows/executions", "{escaped}");'],
    function="async function launch{n}(body) {\n{lines}\n}",
    statement="use({value});",
    comments=slashes,
    holes=["`Flow.${name}`", "`${scope}.x`", "`the ${use(1)} of Flow.x`"],
    computed=["['Flow.' + key]", "[`Flow.${key}`]"],
    joins=["{a} + {b}", "{a} +\n    {b}"],
    traps=["const pattern = /['\"`]/g;", "const quote = '\"';", "const text = 'it\\'s';", "const half = total / 2;"],
)
typescript_traps = javascript["traps"] + ["type Pair<T> = { a: T; b: 'x' | 'y' };"]

LANGUAGES = [
    Language("js", "JavaScript", ["string", "template_string"], **javascript),
    Language("ts", "TypeScript", ["string", "template_string"], **{**javascript, "traps": typescript_traps}),
    Language(
        "tsx", "Tsx", ["string", "template_string"],
        **{
            **javascript,
            "statement": "view.push(<Field name={{value}} label=\"it's\">it's {use(1)}</Field>);",
            "traps": typescript_traps[:4] + ["const title = <p>don't read \"Flow.prose\"</p>;"],
        },
    ),
    Language(
        "html", "JavaScript", ["string", "template_string"],
        **{
            **javascript, "head": "<!doctype html>\n<p title='Flow.attribute'>it's</p>\n<script>\n", "tail": "</script>\n",
        },
    ),
    Language(
        "py", "Python", ["string"],
        forms=[double, single, quoted('"', "r"), quoted("'", "f"), quoted("'''"), triple],
        mapping=javascript["mapping"], listing=javascript["listing"],
        launches=[
            'requests.post(f"{host}{sign}/api/v2/flows/executions", json={body})',
            "api.{sign}post_flows_executions({body})",
            "payload = {body}\n    session.post(HOST + {sign}'/api/v2/flows/executions', json=payload)",
        ],
        embedded=['requests.post({sign}"/api/v2/flows/executions", data=\'{json}\')',
                  'requests.post({sign}"/api/v2/flows/executions", data="""\n    {json}\n    """)'],
        function="def launch{n}(body):\n{lines}\n",
        statement="use({value})", comments=["# {text}"],
        holes=['f"Flow.{name}"', "f'{scope}.x {use(1)}'"], computed=['f"Flow.{key}"', '"Flow." + key'],
        joins=["{a} + {b}", "({a} {b})", "({a}\n        {b})"],
        traps=["text = 'it\\'s'", 'text = """it\'s "quoted" here"""', "half = total // 2"],
    ),
    Language(
        "cs", "CSharp", ["string_literal", "verbatim_string_literal", "raw_string_literal",
                         "interpolated_string_expression"],
        forms=[double, quoted('"', "@"), quoted('"', "$"), triple],
        mapping=lambda entries: "new Dictionary<string, object> { "
        + ", ".join(f"[{key}] = {value}" if index % 2 else f"{{ {key}, {value} }}"
                    for index, (key, value) in enumerate(entries)) + " }",
        listing=lambda values: "new object[] { " + ", ".join(values) + " }",
        launches=[
            'await client.PostAsJsonAsync({sign}"/api/v2/flows/executions", {body});',
            'var request = {body};\n        await client.PostAsJsonAsync($"{host}{sign}/api/v2/flows/executions", request);',
        ],
        embedded=['await client.PostAsync({sign}"/api/v2/flows/executions", new StringContent("""{json}"""));',
                  'await client.PostAsync({sign}"/api/v2/flows/executions", new StringContent("{escaped}"));'],
        function="    async Task Launch{n}(object body) {\n{lines}\n    }",
        statement="Use({value});", comments=slashes + ["/// {text}"],
        holes=['$"Flow.{name}"', '$"{scope}.x {Use(1)}"'], computed=['"Flow." + key', '$"Flow.{key}"'],
        joins=["{a} + {b}"],
        head="class Launcher {\n", tail="}\n", traps=["char quote = '\"';", 'var path = @"c:\\temp\\";', "char slash = '\\'';"],
        top=False,
    ),
    Language(
        "java", "Java", ["string_literal"], forms=[double],
        mapping=lambda entries: "Map.of(" + ", ".join(f"{key}, {value}" for key, value in entries) + ")",
        listing=lambda values: "List.of(" + ", ".join(values) + ")",
        launches=[
            'client.post(host + {sign}"/api/v2/flows/executions", {body});',
            'Map<String, Object> request = {body};\n        client.post({sign}"/api/v2/flows/executions", request);',
        ],
        embedded=['client.post({sign}"/api/v2/flows/executions", """\n            {json}\n            """);',
                  'client.post({sign}"/api/v2/flows/executions", "{escaped}");'],
        function="    void launch{n}(Object body) {\n{lines}\n    }",
        statement="use({value});", comments=slashes + ["/** {text} */"], holes=[], computed=['"Flow." + key'],
        joins=["{a} + {b}", "{a}\n            + {b}"],
        head="class Launcher {\n", tail="}\n", traps=["char quote = '\"';", "char slash = '\\\\';"], top=False,
    ),
    Language(
        "kt", "Kotlin", ["string_literal"], forms=[double, triple],
        mapping=lambda entries: "mapOf(" + ", ".join(f"{key} to {value}" for key, value in entries) + ")",
        listing=lambda values: "listOf(" + ", ".join(values) + ")",
        launches=[
            'client.post("$host{sign}/api/v2/flows/executions", {body})',
            'val request = {body}\n    client.post({sign}"/api/v2/flows/executions", request)',
        ],
        embedded=['client.post({sign}"/api/v2/flows/executions", """{json}""")'],
        function="fun launch{n}(body: Any) {\n{lines}\n}",
        statement="use({value})", comments=slashes, holes=['"Flow.$name"', '"${scope}.x ${use(1)}"'],
        computed=['"Flow.$key"', '"Flow." + key'], joins=["{a} + {b}"], traps=["val quote = '\"'", "val slash = '\\\\'"],
    ),
    Language(
        "go", "Go", ["interpreted_string_literal", "raw_string_literal"], forms=[double, tick],
        mapping=lambda entries: "map[string]any{" + ", ".join(f"{key}: {value}" for key, value in entries) + "}",
        listing=lambda values: "[]any{" + ", ".join(values) + "}",
        launches=[
            'client.Post(host+{sign}"/api/v2/flows/executions", {body})',
            'request := {body}\n\tclient.Post({sign}"/api/v2/flows/executions", request)',
        ],
        embedded=['client.Post({sign}"/api/v2/flows/executions", `{json}`)',
                  'client.Post(host+{sign}"/api/v2/flows/executions", strings.NewReader("{escaped}"))'],
        function="func launch{n}(body any) {\n{lines}\n}",
        statement="use({value})", comments=slashes, holes=[], computed=['"Flow." + key'], joins=["{a} + {b}"],
        head="package launcher\n\n", traps=["quote := '\"'", "tick := '\\''", "path := `c:\\temp\\`"], top=False,
    ),
    Language(
        "rb", "Ruby", ["string", "bare_string", "heredoc_body"], forms=[double, single, lambda text: f"%q({text})"],
        mapping=lambda entries: "{ " + ", ".join(f"{key} => {value}" for key, value in entries) + " }",
        listing=javascript["listing"],
        launches=[
            'client.post("#{host}{sign}/api/v2/flows/executions", {body})',
            "request = {body}\n  client.post({sign}'/api/v2/flows/executions', request)",
        ],
        embedded=["client.post({sign}'/api/v2/flows/executions', '{json}')",
                  "client.post({sign}'/api/v2/flows/executions', <<~JSON)\n    {json}\n  JSON"],
        function="def launch{n}(body)\n{lines}\nend",
        statement="use({value})", comments=["# {text}"], holes=['"Flow.#{name}"', '"#{scope}.x #{use(1)}"'],
        computed=['"Flow.#{key}"', '"Flow." + key'], joins=["{a} + {b}"],
        traps=["pattern = /['\"]/", "text = 'it\\'s'", "half = total / 2"],
    ),
    Language(
        "php", "Php", ["string", "encapsed_string", "heredoc_body", "nowdoc_body"], forms=[double, single],
        mapping=lambda entries: "[" + ", ".join(f"{key} => {value}" for key, value in entries) + "]",
        listing=javascript["listing"],
        launches=[
            "$client->post(HOST . {sign}'/api/v2/flows/executions', {body});",
            '$request = {body};\n    $client->post("{$host}{sign}/api/v2/flows/executions", $request);',
        ],
        embedded=["$client->post({sign}'/api/v2/flows/executions', '{json}');",
                  "$client->post({sign}'/api/v2/flows/executions', <<<'JSON'\n{json}\nJSON);",
                  '$client->post({sign}"/api/v2/flows/executions", <<<JSON\n    {json}\n    JSON);'],
        function="function launch{n}($body) {\n{lines}\n}",
        statement="take({value});", comments=["// {text}", "# {text}", "/* {text} */"],
        holes=['"Flow.$name"', '"{$scope}.x {$use(1)}"'], computed=["'Flow.' . $key", '"Flow.$key"'],
        joins=["{a} . {b}"], escape=lambda code: f"\\u{{{code:x}}}", head="<?php\n",
        traps=["$text = 'it\\'s';", "$quote = '\"';"],
    ),
    Language(
        "swift", "Swift", ["line_string_literal", "raw_string_literal", "multi_line_string_literal"],
        forms=[double, quoted('"', "#", "#")],
        mapping=lambda entries: "[" + ", ".join(f"{key}: {value}" for key, value in entries) + "]",
        listing=javascript["listing"],
        launches=[
            'client.post("\\(host){sign}/api/v2/flows/executions", {body})',
            'let request = {body}\n    client.post({sign}"/api/v2/flows/executions", request)',
        ],
        embedded=['client.post({sign}"/api/v2/flows/executions", #"{json}"#)',
                  'client.post({sign}"/api/v2/flows/executions", """\n        {json}\n        """)',
                  'client.post({sign}"/api/v2/flows/executions", "{escaped}")'],
        function="func launch{n}(body: Any) {\n{lines}\n}",
        statement="use({value})", comments=slashes, holes=['"Flow.\\(name)"', '"\\(scope).x \\(use(1))"'],
        computed=['"Flow.\\(key)"', '"Flow." + key'], joins=["{a} + {b}"], escape=lambda code: f"\\u{{{code:x}}}",
        traps=['let quote = "\\""', 'let raw = #"a "quoted" word"#'],
    ),
    Language(
        "rs", "Rust", ["string_literal", "raw_string_literal"], forms=[double, quoted('"', "r"), quoted('"', "r#", "#")],
        mapping=javascript["mapping"], listing=javascript["listing"],
        launches=['client.post({sign}"/api/v2/flows/executions", json!({body}));',
                  'let request = json!({body});\n    client.post({sign}"/api/v2/flows/executions").json(&request);'],
        embedded=['client.post({sign}"/api/v2/flows/executions", r#"{json}"#);',
                  'client.post({sign}"/api/v2/flows/executions").body("{escaped}");'],
        function="fn launch{n}(body: Value) {\n{lines}\n}",
        statement="take({value});", comments=slashes, holes=['format!("Flow.{}", name)'],
        escape=lambda code: f"\\u{{{code:x}}}",
        traps=["let quote = '\"';", "let tick = '\\'';", "fn first<'a>(text: &'a str) -> &'a str { text }"], top=False,
    ),
    Language(
        "scala", "Scala", ["string", "interpolated_string_expression"], forms=[double, triple],
        mapping=lambda entries: "Map(" + ", ".join(f"{key} -> {value}" for key, value in entries) + ")",
        listing=lambda values: "List(" + ", ".join(values) + ")",
        launches=['client.post({sign}"/api/v2/flows/executions", {body})',
                  'val request = {body}\n    client.post(s"$host{sign}/api/v2/flows/executions", request)'],
        embedded=['client.post({sign}"/api/v2/flows/executions", """{json}""")'],
        function="  def launch{n}(body: Any): Unit = {\n{lines}\n  }",
        statement="use({value})", comments=slashes, holes=['s"Flow.$name"', 's"${scope}.x ${use(1)}"'],
        computed=['"Flow." + key', 's"Flow.$key"'], joins=["{a} + {b}"],
        head="object Launcher {\n", tail="}\n", traps=["val quote = '\"'"],
    ),
]
