// Has ajv judge schemas. Reads [{name, schema, right: [value], wrong: [{why, value}]}], and prints what it got wrong.
const Ajv = require("ajv");

const judged = JSON.parse(require("fs").readFileSync(0, "utf8"));
const problems = [];
for (const { name, schema, right, wrong } of judged) {
  const ajv = new (Ajv.default ?? Ajv)({ allErrors: true, strict: false });
  if (!ajv.validateSchema(schema)) problems.push(`${name}: the schema itself: ${ajv.errorsText()}`);
  const validate = ajv.compile(schema);
  for (const value of right) {
    if (!validate(value)) problems.push(`${name}: refuses ${JSON.stringify(value)}: ${ajv.errorsText(validate.errors)}`);
  }
  for (const { why, value } of wrong) {
    if (validate(value)) problems.push(`${name}: accepts ${why}: ${JSON.stringify(value)}`);
  }
}
console.log(JSON.stringify(problems));
