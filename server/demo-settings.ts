import { SetupError } from './setup-error'

type Env = Record<string, string | undefined>

export interface DemoSettings {
  /** Each world takes two of these ports. */
  ports: readonly number[]
  /** The address of a port behind a proxy, with `{port}` in the place of its number; without it, the host of the request. */
  origins: string | undefined
  /** The name of the network that phones join. */
  networkName: string | undefined
}

const MAX_PORTS = 100

const read = (env: Env, name: string): string | undefined => env[name]?.trim() || undefined

/** Reads `4190` or `4190-4199`; nothing for another text. */
function readRange(text: string): number[] {
  const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text.trim()) ?? []
  const [from, to] = [Number(first), Number(last)]
  const isRange = from > 0 && to >= from && to <= 65_535 && to - from < MAX_PORTS
  return isRange ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : []
}

function readPorts(text: string): number[] {
  const ranges = text.split(',').map(readRange)
  const ports = ranges.flat()
  const isUnique = new Set(ports).size === ports.length
  if (ranges.every((range) => range.length > 0) && isUnique && ports.length >= 2 && ports.length <= MAX_PORTS)
    return ports
  throw new SetupError(
    `DEMO_PORTS is "${text}"; it must be off, or two ports or more, like 4190-4199. Each demo world takes two.`,
  )
}

function readOrigins(env: Env): string | undefined {
  const text = read(env, 'DEMO_ORIGINS')
  if (text === undefined) return undefined
  const sample = text.replace('{port}', '4190')
  const url = sample !== text && URL.canParse(sample) ? new URL(sample) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.origin === sample.replace(/\/$/, '').toLowerCase())
    return text.replace(/\/$/, '').toLowerCase()
  throw new SetupError(
    `DEMO_ORIGINS is "${text}"; it must be an address with {port} in it, like https://demo-{port}.shop.example.org.`,
  )
}

function readNetworkName(env: Env): string | undefined {
  const text = read(env, 'DEMO_NETWORK_NAME')
  if (text === undefined || /^[^\p{Cc}]{1,32}$/u.test(text)) return text
  throw new SetupError('DEMO_NETWORK_NAME must be the name of a network, of 32 characters at most.')
}

/**
 * Reads the settings for serving demo worlds; `undefined` when none are served.
 * @param publicUrl the server's own address behind a proxy, which needs one for demo worlds, too
 */
export function readDemo(env: Env, publicUrl: string | undefined): DemoSettings | undefined {
  const origins = readOrigins(env)
  const networkName = readNetworkName(env)
  const ports = read(env, 'DEMO_PORTS') ?? 'off'
  if (ports === 'off') return undefined
  if ((publicUrl === undefined) !== (origins === undefined))
    throw new SetupError(
      'Demo worlds behind a proxy need an address of their own: set PUBLIC_URL and DEMO_ORIGINS, or neither.',
    )
  return { ports: readPorts(ports), origins, networkName }
}
