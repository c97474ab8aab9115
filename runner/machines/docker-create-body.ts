// What exactly is sent to Docker for a container specification? Every key is written here; there is no way to add one from outside.
import type { ContainerSpec } from './container-spec.ts';
import { INSTANCE_LABEL } from './labels.ts';

/** The body of `POST /containers/create`, the part that we use. */
export interface CreateBody {
  Hostname: string;
  Image: string;
  Labels: Record<string, string>;
  Env: string[];
  Tty: boolean;
  OpenStdin: boolean;
  StdinOnce: false;
  StopSignal?: string;
  HostConfig: HostConfig;
  ExposedPorts?: Record<string, Record<string, never>>;
  NetworkingConfig?: { EndpointsConfig: Record<string, { IPAMConfig: { IPv4Address: string } }> };
}

interface HostConfig {
  NetworkMode: string;
  Dns: string[];
  DnsSearch: string[];
  CapDrop: string[];
  CapAdd: string[];
  SecurityOpt: string[];
  Memory: number;
  MemorySwap: number;
  NanoCpus: number;
  PidsLimit: number;
  ShmSize: number;
  Ulimits: { Name: string; Soft: number; Hard: number }[];
  Tmpfs: Record<string, string>;
  Sysctls: Record<string, string>;
  LogConfig: { Type: 'local'; Config: Record<string, string> };
  RestartPolicy: { Name: 'no' };
  CgroupnsMode: 'private';
  IpcMode: 'private';
  ReadonlyRootfs?: true;
  PortBindings?: Record<string, { HostIp: '127.0.0.1'; HostPort: '' }[]>;
}

const MIB = 1024 * 1024;

/** Turns our specification into Docker's words. The instance label is set here, whatever the specification's labels say. */
export function createBody(spec: ContainerSpec, instance: string): CreateBody {
  const networkMode = spec.network === 'none' ? 'none' : spec.network.id;
  const address = spec.network === 'none' ? undefined : spec.network.address;
  return {
    Hostname: spec.hostname,
    Image: spec.image,
    Labels: { ...spec.labels, [INSTANCE_LABEL]: instance },
    Env: Object.entries(spec.env).map(([key, value]) => `${key}=${value}`),
    Tty: spec.tty,
    OpenStdin: spec.tty,
    StdinOnce: false,
    ...(spec.door === undefined ? {} : { ExposedPorts: { [`${spec.door.port}/tcp`]: {} } }),
    ...(spec.stopSignal === undefined ? {} : { StopSignal: spec.stopSignal }),
    HostConfig: {
      NetworkMode: networkMode,
      Dns: [...spec.dns],
      // A lone dot means: no search domain; otherwise the engine copies the host's.
      DnsSearch: ['.'],
      CapDrop: ['ALL'],
      CapAdd: [...spec.capabilities],
      SecurityOpt: [
        ...(spec.noNewPrivileges ? ['no-new-privileges:true'] : []),
        ...(spec.writableCgroups ? ['writable-cgroups=true'] : []),
      ],
      Memory: spec.memoryBytes,
      MemorySwap: spec.memoryBytes,
      NanoCpus: Math.round(spec.cpus * 1e9),
      PidsLimit: spec.processes,
      ShmSize: 16 * MIB,
      Ulimits: [
        { Name: 'nofile', Soft: spec.openFiles, Hard: spec.openFiles },
        { Name: 'core', Soft: 0, Hard: 0 },
        ...(spec.maxFileBytes === undefined
          ? []
          : [{ Name: 'fsize', Soft: spec.maxFileBytes, Hard: spec.maxFileBytes }]),
      ],
      Tmpfs: { ...spec.tmpfs },
      Sysctls: { ...spec.sysctls },
      LogConfig: {
        Type: 'local',
        Config: { 'max-size': String(spec.logBytes), 'max-file': '2', compress: 'false' },
      },
      RestartPolicy: { Name: 'no' },
      CgroupnsMode: 'private',
      IpcMode: 'private',
      ...(spec.readOnlyRoot ? { ReadonlyRootfs: true } : {}),
      // This host's loopback only, at a port that the engine chooses.
      ...(spec.door === undefined
        ? {}
        : { PortBindings: { [`${spec.door.port}/tcp`]: [{ HostIp: '127.0.0.1', HostPort: '' }] } }),
    },
    ...(address === undefined
      ? {}
      : {
          NetworkingConfig: { EndpointsConfig: { [networkMode]: { IPAMConfig: { IPv4Address: address } } } },
        }),
  };
}
