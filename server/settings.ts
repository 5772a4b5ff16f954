import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { Value } from '@sinclair/typebox/value'
import { CENTRE_PATTERN, type Centre } from '@/domain/centre'
import type { Operator } from '@/domain/operator'
import type { SealingKeys } from './credentials/seal'
import { type DemoSettings, readDemo } from './demo-settings'
import type { TrustProxy } from './dependencies'
import type { AliyunAccount } from './gateways/aliyun-rpc'
import type { SmsSettings } from './gateways/aliyun-sms'
import type { WechatApp, WechatSettings } from './gateways/wechat'
import { PushKeysShape } from './gateways/wechat-push'
import { chengCounty } from './modules/centres/cheng-county'
import type { OwnWords } from './modules/content/word-list'
import type { Quotas } from './modules/quotas/quotas'
import { readFileCheck, readPushServices, readSms, readTemplates } from './notification-settings'
import { readOperator, readOperatorWebhook } from './operator-settings'
import { readQuotas, readStorageReserve } from './quota-settings'
import { SetupError } from './setup-error'

export interface Settings {
  port: number
  host: string
  dataDir: string
  /** The URL of a PostgreSQL database; without one, an SQLite file in `dataDir` is used. */
  databaseUrl: string | undefined
  /** The URL of a read replica of that database, for reads of storefronts. */
  replicaUrl: string | undefined
  /** Maximum number of connections to PostgreSQL of this server process. */
  databaseConnections: number
  h5Folder: string
  /** True when a service worker caches the site for offline use; `false` also removes an installed one. */
  offlinePages: boolean
  publicUrl: string | undefined
  /** Hosts that links may name, in addition to this machine's own. */
  allowedHosts: string[]
  /** The slug of a shop that the home page shows as an example. */
  exampleShop: string | undefined
  /** Who runs the installation; buyers and sellers read it. */
  operator: Operator | undefined
  centres: readonly Centre[]
  rateLimits: boolean
  quotas: Quotas
  /** Bytes that uploads and new shops must leave free on the data disk; 0 turns the reserve off. */
  storageReserve: number
  trustProxy: TrustProxy
  logLevel: string
  /** The secret from which shop keys are derived; without it, a file in `dataDir` holds the secret. */
  keySecret: string | undefined
  wechat: WechatSettings | undefined
  /** Origins of the push services that messages to browsers are sent to. */
  pushServices: readonly string[]
  /** The settings for sending text messages; without them, none are sent. */
  sms: SmsSettings | undefined
  /** The account of Aliyun by which photos and voices of the site are checked. */
  fileCheck: AliyunAccount | undefined
  /** The address of the robot in the operators' chat group. */
  operatorWebhook: string | undefined
  /** Words of the operator by which texts are checked, beside those of the program. */
  contentWords: OwnWords | undefined
  /** The keys that seal credentials of payment services in the database. */
  credentialsKeys: SealingKeys | undefined
  /** The settings for serving demo worlds of trainers; without them, none are served. */
  demo: DemoSettings | undefined
}

/** The default folder of the H5 site. A release build replaces this constant, as the site lies beside its programs. */
const H5_DIR = process.env.KZ_H5_DIR ?? 'dist/h5'

type Env = Record<string, string | undefined>

const readSetting = (env: Env, name: string): string | undefined => env[name]?.trim() || undefined

function readChoice(env: Env, name: string, words: readonly string[], fallback: string): string {
  const value = readSetting(env, name) ?? fallback
  if (words.includes(value)) return value
  throw new SetupError(`${name} is "${value}"; it must be one of: ${words.join(', ')}.`)
}

function readPort(env: Env): number {
  const text = readSetting(env, 'PORT') ?? '4180'
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new SetupError(`PORT is "${text}"; it must be a number from 1 to 65535 (0 picks a free one).`)
}

/** Checks only the scheme; connecting parses the URL. The message never quotes the URL, as it may hold a password. */
function readDatabaseUrl(env: Env, name: string): string | undefined {
  const text = readSetting(env, name)
  if (text === undefined || /^postgres(ql)?:\/\//.test(text)) return text
  throw new SetupError(`${name} must begin with postgres:// (postgres://user:password@host:5432/database).`)
}

function readReplicaUrl(env: Env): string | undefined {
  const replica = readDatabaseUrl(env, 'DATABASE_REPLICA_URL')
  if (replica !== undefined && readSetting(env, 'DATABASE_URL') === undefined)
    throw new SetupError(
      'DATABASE_REPLICA_URL is for a replica of the database that DATABASE_URL names: set both.',
    )
  return replica
}

function readConnections(env: Env): number {
  const text = readSetting(env, 'DATABASE_CONNECTIONS') ?? '16'
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text)
  throw new SetupError(`DATABASE_CONNECTIONS is "${text}"; it must be a number from 1 to 999.`)
}

function readOrigin(env: Env, name: string): string | undefined {
  const text = readSetting(env, name)
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol)) return url.origin
  throw new SetupError(`${name} is "${text}"; it must be an address like https://shop.example.org.`)
}

const HOST_ENTRY = /^(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::(?:[0-9]{1,5}|\*))?$/

function readAllowedHosts(env: Env): string[] {
  const hosts = (readSetting(env, 'ALLOWED_HOSTS') ?? '').toLowerCase().split(',')
  const named = hosts.map((host) => host.trim()).filter(Boolean)
  const wrong = named.find((host) => !HOST_ENTRY.test(host))
  if (wrong === undefined) return named
  throw new SetupError(
    `ALLOWED_HOSTS names "${wrong}"; it must hold hosts like shop.example.org or 192.168.1.7:8080, with commas between them.`,
  )
}

function readWechat(env: Env): WechatSettings | undefined {
  const miniProgram = readWechatApp(env, 'WECHAT_APPID', 'WECHAT_SECRET')
  const serviceAccount = readWechatApp(env, 'WECHAT_SERVICE_APPID', 'WECHAT_SERVICE_SECRET')
  if (!miniProgram) {
    if (!serviceAccount) return undefined
    throw new SetupError('WECHAT_SERVICE_APPID needs WECHAT_APPID: set the mini-program too.')
  }
  return {
    miniPrograms: [{ ...miniProgram, ...readPush(env) }],
    serviceAccount,
    templates: readTemplates(env),
    baseUrl: readOrigin(env, 'WECHAT_API') ?? 'https://api.weixin.qq.com',
    openUrl: readOrigin(env, 'WECHAT_OPEN') ?? 'https://open.weixin.qq.com',
  }
}

/** Reads the keys of message push, by which WeChat announces the verdicts of photos and voices. The message never quotes them. */
function readPush(env: Env): Pick<WechatApp, 'push'> {
  const token = readSetting(env, 'WECHAT_PUSH_TOKEN')
  const aesKey = readSetting(env, 'WECHAT_PUSH_KEY')
  if (token === undefined && aesKey === undefined) return {}
  const push = { token, aesKey }
  if (Value.Check(PushKeysShape, push)) return { push }
  throw new SetupError(
    'WECHAT_PUSH_TOKEN and WECHAT_PUSH_KEY belong together: the token has 3 to 32 letters and digits, the key (EncodingAESKey) 43.',
  )
}

function readWechatApp(env: Env, appidName: string, secretName: string): WechatApp | undefined {
  const appid = readSetting(env, appidName)
  const secret = readSetting(env, secretName)
  if (appid === undefined && secret === undefined) return undefined
  if (appid !== undefined && secret !== undefined) return { appid, secret }
  throw new SetupError(`${appidName} and ${secretName} belong together: set both or neither.`)
}

/** Reads the trusted proxies: `on` trusts those of this machine, a list trusts the named addresses. */
function readTrustProxy(env: Env): TrustProxy {
  const text = readSetting(env, 'TRUST_PROXY') ?? 'off'
  if (text === 'off') return false
  if (text === 'on') return ['loopback']
  const addresses = text.split(',').map((part) => part.trim())
  if (addresses.every((address) => isIP(address.replace(/\/\d{1,3}$/, '')) > 0)) return addresses
  throw new SetupError(
    `TRUST_PROXY is "${text}"; it must be on, off, or the addresses of your proxies, like 10.0.0.0/8,203.0.113.7.`,
  )
}

function readSlug(env: Env, name: string): string | undefined {
  const text = readSetting(env, name)
  if (text === undefined || /^[0-9a-z]{6,12}$/.test(text)) return text
  throw new SetupError(`${name} is "${text}"; it must be a shop's slug, the last part of its address /s/….`)
}

const isCentre = (value: unknown): value is Centre => {
  if (value === null || typeof value !== 'object') return false
  const [code, name]: unknown[] = [Reflect.get(value, 'code'), Reflect.get(value, 'name')]
  return (
    typeof code === 'string' &&
    new RegExp(CENTRE_PATTERN).test(code) &&
    typeof name === 'string' &&
    /^[^\p{Cc}]{1,20}$/u.test(name)
  )
}

/** Reads the centres from a JSON file: the county with its six digits and its towns with nine, each as `{ code, name }`. */
function readCentres(env: Env): readonly Centre[] {
  const file = readSetting(env, 'CENTRES_FILE')
  if (file === undefined) return chengCounty
  const centres = readJson('CENTRES_FILE', file)
  if (Array.isArray(centres) && centres.length > 0 && centres.every(isCentre))
    return centres.map(({ code, name }) => ({ code, name }))
  throw new SetupError(
    `CENTRES_FILE is "${file}"; it must hold a list of centres such as [{"code": "621221", "name": "成县"}].`,
  )
}

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string' && /[\p{L}\p{N}]/u.test(word))

/** Reads the operator's words from a JSON file: `risky` ones hide a text, `doubtful` ones put it into the operator's list. */
function readContentWords(env: Env): OwnWords | undefined {
  const file = readSetting(env, 'CONTENT_WORDS_FILE')
  if (file === undefined) return undefined
  const { risky, doubtful, ...others } = Object(readJson('CONTENT_WORDS_FILE', file)) as Record<
    string,
    unknown
  >
  if (isWords(risky) && isWords(doubtful) && Object.keys(others).length === 0) return { risky, doubtful }
  throw new SetupError(
    `CONTENT_WORDS_FILE is "${file}"; it must hold words such as {"risky": ["假烟"], "doubtful": ["代购"]}.`,
  )
}

function readJson(name: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new SetupError(`${name} is "${file}", which cannot be read as JSON: ${(error as Error).message}`)
  }
}

/** Reads a key of 32 bytes. The message never quotes it. */
function readKey(env: Env, name: string): Buffer | undefined {
  const text = readSetting(env, name)
  if (text === undefined) return undefined
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  throw new SetupError(`${name} must be 64 hexadecimal characters, as "openssl rand -hex 32" prints them.`)
}

function readCredentialsKeys(env: Env): SealingKeys | undefined {
  const current = readKey(env, 'CREDENTIALS_KEY')
  return current && { current, previous: readKey(env, 'CREDENTIALS_KEY_PREVIOUS') }
}

/** Reads all settings; `.env.example` explains them. @throws SetupError that names the wrong setting. */
export function readSettings(env: Env): Settings {
  const publicUrl = readOrigin(env, 'PUBLIC_URL')
  return {
    port: readPort(env),
    host: readSetting(env, 'HOST') ?? '0.0.0.0',
    dataDir: resolve(readSetting(env, 'DATA_DIR') ?? 'data'),
    databaseUrl: readDatabaseUrl(env, 'DATABASE_URL'),
    replicaUrl: readReplicaUrl(env),
    databaseConnections: readConnections(env),
    h5Folder: resolve(readSetting(env, 'H5_DIR') ?? H5_DIR),
    offlinePages: readChoice(env, 'OFFLINE_PAGES', ['on', 'off'], 'on') === 'on',
    publicUrl,
    allowedHosts: readAllowedHosts(env),
    exampleShop: readSlug(env, 'EXAMPLE_SHOP'),
    operator: readOperator(env),
    centres: readCentres(env),
    rateLimits: readChoice(env, 'RATE_LIMIT', ['on', 'off'], 'on') === 'on',
    quotas: readQuotas(env),
    storageReserve: readStorageReserve(env),
    trustProxy: readTrustProxy(env),
    logLevel: readChoice(env, 'LOG_LEVEL', ['silent', 'error', 'warn', 'info', 'debug'], 'warn'),
    keySecret: readSetting(env, 'KEY_SECRET'),
    wechat: readWechat(env),
    pushServices: readPushServices(env, publicUrl),
    sms: readSms(env),
    fileCheck: readFileCheck(env),
    operatorWebhook: readOperatorWebhook(env),
    contentWords: readContentWords(env),
    credentialsKeys: readCredentialsKeys(env),
    demo: readDemo(env, publicUrl),
  }
}
