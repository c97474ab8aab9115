// Is every server of the small Internet as closed as it can be (T-01, T-06)?
import { describe, expect, it, test } from 'vitest';
import { serverAddresses } from '../../../../runner/internet/addresses.ts';
import { gatewaySpec } from '../../../../runner/internet/gateway.ts';
import { DEFAULT_RULES, withSuffix } from '../../../../runner/internet/registry/rules.ts';
import {
  type InnerServer,
  isInternetServer,
  SERVERS,
  type Server,
  serverSpec,
} from '../../../../runner/internet/server-specs.ts';
import { createBody } from '../../../../runner/machines/docker-create-body.ts';

const subnet = '198.18.16.0/20';
const request = (server: InnerServer, rules = DEFAULT_RULES) => ({
  server,
  instance: 'i1',
  workshop: 'w1',
  image: 'boite/internet:x',
  network: { id: 'net', subnet },
  rules,
});

const door = { id: 'door', subnet: '198.18.32.0/20' };
const specOf = (server: Exclude<Server, 'mirror'>) =>
  server === 'gateway' ? gatewaySpec({ ...request('root'), door }) : serverSpec(request(server));
/** The mirror has a specification and a test of its own. */
const OURS = SERVERS.filter((server) => server !== 'mirror');

describe.each(OURS)('%s', (server) => {
  const body = createBody(specOf(server), 'i1');

  it('has no capability, gains no right, writes nothing but to memory, and passes no packet on', () => {
    expect(body.HostConfig).toMatchObject({
      CapDrop: ['ALL'],
      CapAdd: [],
      SecurityOpt: ['no-new-privileges:true'],
      ReadonlyRootfs: true,
      NetworkMode: 'net',
      RestartPolicy: { Name: 'no' },
    });
    expect(body.HostConfig.Sysctls).toMatchObject({
      'net.ipv4.ip_forward': '0',
      'net.ipv6.conf.all.disable_ipv6': '1',
    });
    expect(Object.values(body.HostConfig.Tmpfs).every((options) => options.includes('size='))).toBe(true);
    expect(body.HostConfig.Memory).toBeGreaterThan(0);
    expect(body.HostConfig.PidsLimit).toBeGreaterThan(0);
  });

  it('asks the workshop’s resolver only, and stands at its own address', () => {
    expect(body.HostConfig.Dns).toEqual([serverAddresses(subnet).resolver]);
    expect(body.NetworkingConfig?.EndpointsConfig.net?.IPAMConfig.IPv4Address).toBe(
      serverAddresses(subnet)[server],
    );
  });

  it('is known as a server of its workshop by its labels', () => {
    expect(isInternetServer(body.Labels)).toBe(true);
    expect(body.Labels).toMatchObject({ 'boite.instance': 'i1', 'boite.workshop': 'w1' });
  });
});

test('the gateway alone publishes a port, of this host’s loopback only, and is told whom it may reach', () => {
  const body = createBody(specOf('gateway'), 'i1');
  expect(body.HostConfig.PortBindings).toEqual({ '1080/tcp': [{ HostIp: '127.0.0.1', HostPort: '' }] });
  expect(body.Env).toContain(`BOITE_SUBNET=${subnet}`);
  for (const server of OURS.filter((each) => each !== 'gateway'))
    expect(createBody(specOf(server), 'i1')).not.toHaveProperty('ExposedPorts');
});

test('a desktop is no server of the small Internet', () => {
  expect(isInternetServer({ 'boite.role': 'desktop' })).toBe(false);
  expect(isInternetServer({})).toBe(false);
});

test('with a suffix of its own that resolvers usually block, ours does not', () => {
  const more = serverSpec(request('resolver', withSuffix(DEFAULT_RULES, '.test'))).env.BOITE_RESOLVER_MORE;
  expect(more).toContain('local-zone: "test." nodefault');
  expect(serverSpec(request('resolver')).env.BOITE_RESOLVER_MORE).toBe('');
});
