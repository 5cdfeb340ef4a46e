import { describe, expect, it, vi } from 'vitest';
import { TermwiseError } from '../../src/errors.ts';
import { parseYaml } from '../../src/policy/parse-yaml.ts';

const read = (text: string) => () => parseYaml(text, 'termwise.yaml', 'config');

describe('parseYaml', () => {
  it('reads keys and values, and nothing as nothing', () => {
    expect(read('school: "Hill Top"\nterms: terms.csv')()).toEqual({
      school: 'Hill Top',
      terms: 'terms.csv',
    });
    expect(read('')()).toEqual({});
    expect(read('# only a note\n')()).toEqual({});
  });

  it('names file, line and column of what is not YAML', () => {
    expect(read('school: Hill Top: primary\n')).toThrow(/^termwise\.yaml: line 1, column \d+: /);
    expect(read('a: [1, 2')).toThrow(TermwiseError);
  });

  it('lets Node print no warning of its own, such as for a PDF by mistake', () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    try {
      expect(read('%PDF-1.7\nstream')).toThrow(TermwiseError);
      read('%LATER 1\n---\nschool: Hill Top\n')();
      expect(warn).not.toHaveBeenCalled();
    } finally {
      warn.mockRestore();
    }
  });

  it('says in plain words what stands twice, a second page and a tab', () => {
    expect(read('name: a\nname: b\n')).toThrow('line 2, column 1: this key stands here for the second time');
    expect(read('name: a\n---\nname: b\n')).toThrow('expected one page of keys, got a second one behind ---');
    expect(read('words:\n\tpupil: child\n')).toThrow('a tab stands where spaces are expected');
  });

  it('refuses a value that repeats what is not there, or multiplies without end', () => {
    expect(read('school: *unknown')).toThrow('termwise.yaml: a value with * repeats what is not there');
    const lines = Array.from({ length: 8 }, (_, at) => {
      const before = at === 0 ? 'x' : `*a${at - 1}`;
      return `a${at}: &a${at} [${Array(9).fill(before).join(', ')}]`;
    });
    expect(read(lines.join('\n'))).toThrow(TermwiseError);
  });

  it('refuses a list or a bare word where keys are expected', () => {
    expect(read('- one\n- two')).toThrow("termwise.yaml: expected lines of the form 'key: value'");
    expect(read('primary')).toThrow("expected lines of the form 'key: value'");
  });
});
