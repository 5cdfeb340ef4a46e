// Loaded before the program: any attempt to reach a network is written down, even one that is swallowed.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

const log = (what) => appendFileSync(process.env.NETWORK_LOG, `${what}\n`);
net.Socket.prototype.connect = () => {
  log('connect');
  throw new Error('no network');
};
net.Server.prototype.listen = () => {
  log('listen');
  throw new Error('no network');
};
dgram.createSocket = () => {
  log('dgram');
  throw new Error('no network');
};
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = () => {
    log(`dns.${name}`);
    throw new Error('no network');
  };
}
globalThis.fetch = () => {
  log('fetch');
  throw new Error('no network');
};
