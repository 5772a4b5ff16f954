import { isIP } from 'node:net'
import { resolve } from 'node:path'
import type { TrustProxy } from './dependencies'
import type { WechatSettings } from './gateways/wechat'
import type { Quotas } from './modules/quotas/quotas'
import { quotasOf, storageReserveOf } from './quota-settings'
import { SetupError } from './setup-error'

export { SetupError }

export interface Settings {
  port: number
  host: string
  dataDir: string
  /** The address of a PostgreSQL database; without one, an SQLite file in `dataDir`. */
  databaseUrl: string | undefined
  /** A copy of that database that follows it, for reads of storefronts. */
  replicaUrl: string | undefined
  /** So many connections to PostgreSQL at most; each server has as many of its own. */
  databaseConnections: number
  h5Folder: string
  /** Whether browsers keep the site for when there is no network; `false` also ends that where they do. */
  offlinePages: boolean
  publicUrl: string | undefined
  /** More hosts that links may name, besides this machine's own. */
  allowedHosts: string[]
  /** The slug of a shop that the home page shows as an example. */
  exampleShop: string | undefined
  rateLimits: boolean
  quotas: Quotas
  /** Bytes that uploads and new shops leave free on the data disk; 0 for none. */
  storageReserve: number
  trustProxy: TrustProxy
  logLevel: string
  /** Keys of shops are derived from it; without one, a file in `dataDir` holds it. */
  keySecret: string | undefined
  wechat: WechatSettings | undefined
}

/** One of those that may pass by itself: what is waited for is perhaps still starting. */
export class NotYet extends SetupError {}

/** A release has the site beside its programs, which its build says in this constant. */
const H5_DIR = process.env.KZ_H5_DIR ?? 'dist/h5'

type Env = Record<string, string | undefined>

const given = (env: Env, name: string): string | undefined => env[name]?.trim() || undefined

function oneOf(env: Env, name: string, words: readonly string[], fallback: string): string {
  const value = given(env, name) ?? fallback
  if (words.includes(value)) return value
  throw new SetupError(`${name} is "${value}"; it must be one of: ${words.join(', ')}.`)
}

function portOf(env: Env): number {
  const text = given(env, 'PORT') ?? '4180'
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new SetupError(`PORT is "${text}"; it must be a number from 1 to 65535 (0 picks a free one).`)
}

/** What the address itself holds is looked at when it is used; it may hold a password, so it is never told. */
function addressOf(env: Env, name: string): string | undefined {
  const text = given(env, name)
  if (text === undefined || /^postgres(ql)?:\/\//.test(text)) return text
  throw new SetupError(`${name} must begin with postgres:// (postgres://user:password@host:5432/database).`)
}

function replicaOf(env: Env): string | undefined {
  const replica = addressOf(env, 'DATABASE_REPLICA_URL')
  if (replica !== undefined && given(env, 'DATABASE_URL') === undefined)
    throw new SetupError(
      'DATABASE_REPLICA_URL is for a replica of the database that DATABASE_URL names: set both.',
    )
  return replica
}

function connectionsOf(env: Env): number {
  const text = given(env, 'DATABASE_CONNECTIONS') ?? '16'
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text)
  throw new SetupError(`DATABASE_CONNECTIONS is "${text}"; it must be a number from 1 to 999.`)
}

function urlOf(env: Env, name: string): string | undefined {
  const text = given(env, name)
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol)) return url.origin
  throw new SetupError(`${name} is "${text}"; it must be an address like https://shop.example.org.`)
}

const HOST_ENTRY = /^(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::(?:[0-9]{1,5}|\*))?$/

function hostsOf(env: Env): string[] {
  const hosts = (given(env, 'ALLOWED_HOSTS') ?? '').toLowerCase().split(',')
  const named = hosts.map((host) => host.trim()).filter(Boolean)
  const wrong = named.find((host) => !HOST_ENTRY.test(host))
  if (wrong === undefined) return named
  throw new SetupError(
    `ALLOWED_HOSTS names "${wrong}"; it must hold hosts like shop.example.org or 192.168.1.7:8080, with commas between them.`,
  )
}

function wechatOf(env: Env): WechatSettings | undefined {
  const appId = given(env, 'WECHAT_APPID')
  const appSecret = given(env, 'WECHAT_SECRET')
  if (appId === undefined && appSecret === undefined) return undefined
  if (appId === undefined || appSecret === undefined)
    throw new SetupError('WECHAT_APPID and WECHAT_SECRET belong together: set both or neither.')
  return { appId, appSecret, baseUrl: urlOf(env, 'WECHAT_API') ?? 'https://api.weixin.qq.com' }
}

/** A proxy is trusted by its address: those of this machine, or those that are named. */
function proxiesOf(env: Env): TrustProxy {
  const text = given(env, 'TRUST_PROXY') ?? 'off'
  if (text === 'off') return false
  if (text === 'on') return ['loopback']
  const addresses = text.split(',').map((part) => part.trim())
  if (addresses.every((address) => isIP(address.replace(/\/\d{1,3}$/, '')) > 0)) return addresses
  throw new SetupError(
    `TRUST_PROXY is "${text}"; it must be on, off, or the addresses of your proxies, like 10.0.0.0/8,203.0.113.7.`,
  )
}

function slugOf(env: Env, name: string): string | undefined {
  const text = given(env, name)
  if (text === undefined || /^[0-9a-z]{6,12}$/.test(text)) return text
  throw new SetupError(`${name} is "${text}"; it must be a shop's slug, the last part of its address /s/….`)
}

/** Reads every setting there is; says plainly which one is wrong. `.env.example` explains them. */
export function readSettings(env: Env): Settings {
  return {
    port: portOf(env),
    host: given(env, 'HOST') ?? '0.0.0.0',
    dataDir: resolve(given(env, 'DATA_DIR') ?? 'data'),
    databaseUrl: addressOf(env, 'DATABASE_URL'),
    replicaUrl: replicaOf(env),
    databaseConnections: connectionsOf(env),
    h5Folder: resolve(given(env, 'H5_DIR') ?? H5_DIR),
    offlinePages: oneOf(env, 'OFFLINE_PAGES', ['on', 'off'], 'on') === 'on',
    publicUrl: urlOf(env, 'PUBLIC_URL'),
    allowedHosts: hostsOf(env),
    exampleShop: slugOf(env, 'EXAMPLE_SHOP'),
    rateLimits: oneOf(env, 'RATE_LIMIT', ['on', 'off'], 'on') === 'on',
    quotas: quotasOf(env),
    storageReserve: storageReserveOf(env),
    trustProxy: proxiesOf(env),
    logLevel: oneOf(env, 'LOG_LEVEL', ['silent', 'error', 'warn', 'info', 'debug'], 'warn'),
    keySecret: given(env, 'KEY_SECRET'),
    wechat: wechatOf(env),
  }
}
