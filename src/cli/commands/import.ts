import type { Command } from 'commander';
import type { Host } from '../host.ts';
export function addImport(_program: Command, _host: Host): void {}
