import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { SealingKeys } from '../credentials/seal'
import { MINI_PROGRAM_PREFIX, saveCredential } from '../credentials/store'
import type { AppDependencies } from '../dependencies'
import { checkWechatApp } from '../gateways/wechat'
import { checkWechatPayCredentials, type WechatPayCredentials } from '../gateways/wechat-pay/credentials'
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
  const { privateKeyFile, apiKeyFile, publicKeyFiles, ...rest } = readJsonFile(file) as Record<
    string,
    unknown
  >
  const publicKeys = Object.entries((publicKeyFiles ?? {}) as object).map(([serial, name]) => [
    serial,
    fromFile(name),
  ])
  return {
    ...rest,
    privateKey: fromFile(privateKeyFile),
    apiKey: fromFile(apiKeyFile),
    publicKeys: Object.fromEntries(publicKeys),
  }
}

/**
 * Stores the credentials that a file describes: `role`, `mchid`, `appid`, `serial`, and the names of files beside it in
 * `privateKeyFile`, `apiKeyFile` and `publicKeyFiles` (by serial). Returns them without secrets.
 * @throws SetupError for a description that does not work.
 */
export async function connectPayments(
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  keys: SealingKeys,
  file: string,
): Promise<Pick<WechatPayCredentials, 'role' | 'mchid' | 'appid'>> {
  const credentials = checkDescription(readDescription(file), file)
  const { role, mchid, appid } = credentials
  await db.withTx(
    (tx) =>
      saveCredential(tx, keys, {
        name: `wechat-pay-${role}`,
        text: JSON.stringify(credentials),
        now: clock(),
      }),
    'guarded',
  )
  return { role, mchid, appid }
}

function checkDescription(value: unknown, file: string): WechatPayCredentials {
  return explainCheck(file, () => checkWechatPayCredentials(value))
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
  await db.withTx((tx) => saveCredential(tx, keys, credential), 'guarded')
  return app.appid
}
