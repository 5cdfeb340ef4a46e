/** YAML data files are turned into plain values when the program is built. */
declare module '*.yaml' {
  const value: unknown;
  export default value;
}
/** The version in package.json, put in by the build and by the test runner. */
declare const TERMWISE_VERSION: string;
/** Where the built program has the entry of a helping thread, from a chunk; not there when run from the sources. */
declare const TERMWISE_WORKER: string | undefined;
/** The same of a thread that counts schools. */
declare const TERMWISE_SCHOOL_WORKER: string | undefined;
/** Where the built program has the compiled words and rules, from a chunk; not there when run from the sources. */
declare const TERMWISE_KNOWLEDGE: string | undefined;
/** The same of the words and rules as they are written. */
declare const TERMWISE_SOURCES: string | undefined;
/** Where the built program has what the second reader has learned, from a chunk; not there when run from the sources. */
declare const TERMWISE_READER: string | undefined;
