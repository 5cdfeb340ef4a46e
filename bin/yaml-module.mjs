import { parse } from 'yaml';

/**
 * The text of a YAML data file as an ES module, so that taxonomy, rules and words are written as YAML and
 * cost nothing to read at run time. Shared by the build and the test runner.
 */
export function yamlToModule(text) {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(parse(text)))});`;
}
