import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { SigningMerchant } from '../../mock-server/wechat-pay/merchants'
import { WechatPaySimulator } from '../../mock-server/wechat-pay/simulator'
import { maintenance } from './maintenance-process'

const MCHID = '1900000003'
const SERIAL = '5157F09EFDC096DE15EBE81A47057A72'
const API_KEY = 'an APIv3 key of 32 characters 00'

/** The appid of the shared mini-program. */
export const CONNECTED_APPID = 'wxplatform0001'

const SELLER = '1900000101'

/** Columns of a shop that takes WeChat Pay in the shared mini-program, and payments at pickup. */
export const PAYING_SHOP_COLUMNS = {
  payment_grants: JSON.stringify({
    subject: 'company',
    wechat: { role: 'platform', merchant: SELLER, h5: true, browser: true },
  }),
  payments: JSON.stringify(['wechat', 'on-pickup']),
}

/** A simulated WeChat Pay, whose credentials an installation has stored. */
export interface ConnectedWechatPay {
  pay: WechatPaySimulator
  /** Settings that a server needs beside `PUBLIC_URL`. */
  env: Record<string, string>
}

/**
 * Starts WeChat Pay, and stores the credentials in the database that `env` names, as an operator does. `clock` is that of WeChat Pay.
 */
export async function connectWechatPay(
  env: Record<string, string>,
  clock: () => number = Date.now,
): Promise<ConnectedWechatPay> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const merchant: SigningMerchant = {
    ...{ role: 'platform', mchid: MCHID, serial: SERIAL, apiKey: API_KEY, publicKey: keys.publicKey },
    ...{ appids: [CONNECTED_APPID], allowsH5: true, sellers: { [SELLER]: [] } },
  }
  const pay = await WechatPaySimulator.start([merchant], { clock })
  const settings = { ...env, CREDENTIALS_KEY: 'c'.repeat(64) }
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-wechat-pay-'))
  const file = describeMerchant(
    folder,
    pay,
    keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  )
  const { code, output } = await maintenance(['connect-payments', '--from', file], settings)
  rmSync(folder, { recursive: true })
  if (code !== 0) throw new Error(output)
  return { pay, env: settings }
}

/** Writes the files that `payments:connect` reads; returns the description's. */
function describeMerchant(folder: string, pay: WechatPaySimulator, privateKey: string): string {
  const write = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text)
    return name
  }
  const publicKeyFiles = Object.fromEntries(
    [...pay.signer.publicKeys()].map(([serial, key], i) => [
      serial,
      write(`public-${i}.pem`, key.export({ type: 'spki', format: 'pem' }).toString()),
    ]),
  )
  const description = {
    ...{ role: 'platform', mchid: MCHID, appid: CONNECTED_APPID, serial: SERIAL, baseUrl: pay.origin },
    ...{
      privateKeyFile: write('private.pem', privateKey),
      apiKeyFile: write('api-key', API_KEY),
      publicKeyFiles,
    },
  }
  return path.join(folder, write('wechat-pay.json', JSON.stringify(description)))
}
