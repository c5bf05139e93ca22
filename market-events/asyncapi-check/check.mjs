// Parses ../asyncapi.yaml with everything it refers to and holds every sample against its schema;
// any error ends it with 1.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DiagnosticSeverity, Parser } from '@asyncapi/parser';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const source = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..', 'asyncapi.yaml');
const { document, diagnostics } = await new Parser().parse(await readFile(source, 'utf8'), { source });

const errors = diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error);
for (const { code, message, path, range } of errors) {
  console.error(`${source}:${range.start.line + 1} ${code} at ${path.join('/')}: ${message}`);
}
if (errors.length > 0 || document === undefined) {
  console.error(`asyncapi.yaml does not parse: ${errors.length} errors`);
  process.exit(1);
}
const { length: channels } = document.channels().all();

const schemas = new Ajv.default({ strict: true, allErrors: true });
addFormats.default(schemas);
const resources = join(dirname(source), 'src', 'main', 'resources');
const read = async (folder, type) => JSON.parse(await readFile(join(resources, folder, `${type}.json`), 'utf8'));
let wrong = 0;
const messages = document.allMessages().all().map((message) => message.name());
for (const type of messages) {
  const valid = schemas.compile(await read('schemas', type));
  if (!valid(await read('samples', type))) {
    console.error(`the sample of ${type} is not of its schema: ${schemas.errorsText(valid.errors)}`);
    wrong++;
  }
}
console.log(`asyncapi.yaml parses: ${channels} channels, ${messages.length} messages; ${wrong} wrong samples`);
process.exit(wrong > 0 || messages.length === 0 ? 1 : 0);
