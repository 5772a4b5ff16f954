import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { SealingKeys } from '../credentials/seal'
import { MINI_PROGRAM_PREFIX, saveCredential } from '../credentials/store'
import type { AppDependencies } from '../dependencies'
import { checkAlipayCredentials, isAlipay } from '../gateways/alipay/credentials'
import { checkWechatApp } from '../gateways/wechat'
import { checkWechatPayCredentials } from '../gateways/wechat-pay/credentials'
import { SetupError } from '../setup-error'

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new SetupError(`${file} cannot be read: ${(error as Error).message}`)
  }
}

export function readJsonFile(file: string): unknown {
  const text = readText(file)
  try {
    return JSON.parse(text)
  } catch {
    throw new SetupError(`${file} is no JSON.`)
  }
}

/** Replaces the fields `…File` of a description by the texts of the files, which lie beside it. */
function readDescription(file: string): unknown {
  const folder = path.dirname(file)
  const fromFile = (name: unknown) =>
    typeof name === 'string' ? readText(path.join(folder, name)) : undefined
  const { privateKeyFile, apiKeyFile, publicKeyFile, publicKeyFiles, ...rest } = readJsonFile(file) as Record<
    string,
    unknown
  >
  const described = { ...rest, privateKey: fromFile(privateKeyFile) }
  if (isAlipay(rest)) return { ...described, publicKey: fromFile(publicKeyFile) }
  const publicKeys = Object.entries((publicKeyFiles ?? {}) as object).map(([serial, name]) => [
    serial,
    fromFile(name),
  ])
  return { ...described, apiKey: fromFile(apiKeyFile), publicKeys: Object.fromEntries(publicKeys) }
}

export interface Connected {
  service: string
  merchant: string
  appid: string
}

/**
 * Stores the credentials that a file describes. WeChat Pay: `role`, `mchid`, `appid`, `serial`, and the names of files beside it in
 * `privateKeyFile`, `apiKeyFile` and `publicKeyFiles` (by serial). Alipay: `"service": "alipay"`, `appid`, `merchant`, `privateKeyFile`,
 * `publicKeyFile`, and `sellers` (tokens by account).
 * @throws SetupError for a description that does not work.
 */
export async function connectPayments(
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  keys: SealingKeys,
  file: string,
): Promise<Connected> {
  const value = readDescription(file)
  const { name, credentials, connected } = explainCheck(file, () =>
    isAlipay(value) ? describeAlipay(value) : describeWechatPay(value),
  )
  const credential = { name, text: JSON.stringify(credentials), now: clock() }
  await db.withTx((tx) => saveCredential(tx, keys, credential))
  return connected
}

interface Described {
  name: string
  credentials: object
  connected: Connected
}

function describeAlipay(value: unknown): Described {
  const credentials = checkAlipayCredentials(value)
  const { merchant, appid } = credentials
  return { name: 'alipay', credentials, connected: { service: 'Alipay', merchant, appid } }
}

function describeWechatPay(value: unknown): Described {
  const credentials = checkWechatPayCredentials(value)
  const { role, mchid, appid } = credentials
  const connected = { service: `WeChat Pay (${role})`, merchant: mchid, appid }
  return { name: `wechat-pay-${role}`, credentials, connected }
}

function explainCheck<T>(file: string, check: () => T): T {
  try {
    return check()
  } catch (error) {
    throw new SetupError(`${file}: ${(error as Error).message}.`)
  }
}

/**
 * Stores the secret of a shop's own mini-program, which a file describes by `appid` and `secret`. Returns the appid.
 * @throws SetupError for a description that does not work.
 */
export async function connectMiniProgram(
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  keys: SealingKeys,
  file: string,
): Promise<string> {
  const app = explainCheck(file, () => checkWechatApp(readJsonFile(file)))
  const credential = { name: MINI_PROGRAM_PREFIX + app.appid, text: JSON.stringify(app), now: clock() }
  await db.withTx((tx) => saveCredential(tx, keys, credential))
  return app.appid
}
