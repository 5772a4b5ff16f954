import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startWechatSimulator } from '../../../mock-server/wechat/simulator'
import type { SigningMerchant } from '../../../mock-server/wechat-pay/merchants'
import { WechatPaySimulator } from '../../../mock-server/wechat-pay/simulator'
import { ApiClient } from '../../support/api-client'
import { maintenance } from '../../support/maintenance-process'
import { type ServerProcess, startServer } from '../../support/server-process'
import type { DataStore } from './data-store'
import { startNoticeRelay } from './notice-relay'

const APP = { appid: 'wxplatform0001', secret: 'of-the-app' }
const MCHID = '1900000003'
const SELLER = '1900000101'
const SERIAL = '5157F09EFDC096DE15EBE81A47057A72'
const API_KEY = 'an APIv3 key of 32 characters 00'

/** Two servers of one database that take WeChat Pay, on a clock that the test moves, with simulated services. */
export interface PayingWorld {
  servers: readonly [ServerProcess, ServerProcess]
  pay: WechatPaySimulator
  /** Environment of commands of this installation. */
  env: Record<string, string>
  signIn(person: string, server?: number): Promise<ApiClient>
  /** Lets a shop take WeChat Pay in the shared mini-program. */
  grant(shopId: string): Promise<void>
  /** Moves the clocks of the servers and of the simulators, and sends the notices that are due. */
  pass(ms: number): Promise<void>
  close(): Promise<void>
}

export async function startPayingWorld(store: DataStore): Promise<PayingWorld> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-paying-'))
  const clockFile = path.join(folder, 'clock')
  let offset = 0
  const moveClock = (ms: number) => {
    offset += ms
    writeFileSync(`${clockFile}.new`, String(offset))
    renameSync(`${clockFile}.new`, clockFile)
  }
  moveClock(0)
  const now = () => Date.now() + offset

  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const merchant: SigningMerchant = {
    ...{ role: 'platform', mchid: MCHID, serial: SERIAL, apiKey: API_KEY, publicKey: keys.publicKey },
    ...{ appids: [APP.appid], allowsH5: true, sellers: { [SELLER]: [] } },
  }
  const pay = await WechatPaySimulator.start([merchant], { clock: now })
  const wechat = await startWechatSimulator([APP], now, (id) => pay.transactions.byTransactionId(id))
  let running: ServerProcess[] = []
  const relay = await startNoticeRelay(() => running.map(({ origin }) => origin))
  const env = {
    ...store.env,
    ...{ CREDENTIALS_KEY: 'c'.repeat(64), PUBLIC_URL: relay.origin, RATE_LIMIT: 'off', LOG_LEVEL: 'error' },
    ...{ WECHAT_APPID: APP.appid, WECHAT_SECRET: APP.secret, WECHAT_API: wechat.origin },
    ...{ NODE_OPTIONS: `--require ${path.resolve('tests/support/shift-clock.cjs')}`, KZ_CLOCK: clockFile },
    ALLOWED_HOSTS: '127.0.0.1:*',
  }
  await connect(folder, env, {
    pay,
    privateKey: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  })
  const servers = [await startServer(env), await startServer(env)] as const
  running = [...servers]

  return {
    ...{ servers, pay, env },
    signIn: (person, server = 0) =>
      ApiClient.signIn(servers[server]?.origin ?? '', {
        provider: 'wechat',
        code: wechat.codes.issue(person),
      }),
    async grant(shopId) {
      const grants = {
        subject: 'company',
        wechat: { role: 'platform', merchant: SELLER, h5: true, browser: true },
      }
      await store.query(
        `update shop set payment_grants = '${JSON.stringify(grants)}', payments = '["wechat","on-pickup"]' where shop_id = '${shopId}'`,
      )
    },
    async pass(ms) {
      moveClock(ms)
      await pay.work()
    },
    async close() {
      for (const server of servers) await server.stop('SIGKILL')
      await Promise.all([pay.close(), wechat.close(), relay.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Stores the installation's credentials, as an operator does. */
async function connect(
  folder: string,
  env: Record<string, string>,
  { pay, privateKey }: { pay: WechatPaySimulator; privateKey: string },
): Promise<void> {
  writeFileSync(path.join(folder, 'private.pem'), privateKey)
  writeFileSync(path.join(folder, 'api-key'), API_KEY)
  const publicKeyFiles: Record<string, string> = {}
  for (const [i, [serial, key]] of [...pay.signer.publicKeys()].entries()) {
    publicKeyFiles[serial] = `public-${i}.pem`
    writeFileSync(
      path.join(folder, `public-${i}.pem`),
      key.export({ type: 'spki', format: 'pem' }).toString(),
    )
  }
  const description = {
    ...{ role: 'platform', mchid: MCHID, appid: APP.appid, serial: SERIAL, baseUrl: pay.origin },
    ...{ privateKeyFile: 'private.pem', apiKeyFile: 'api-key', publicKeyFiles },
  }
  const file = path.join(folder, 'wechat-pay.json')
  writeFileSync(file, JSON.stringify(description))
  const { code, output } = await maintenance(['connect-payments', '--from', file], env)
  if (code !== 0) throw new Error(output)
}
