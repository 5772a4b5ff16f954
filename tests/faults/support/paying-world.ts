import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startWechatSimulator } from '../../../mock-server/wechat/simulator'
import type { WechatPaySimulator } from '../../../mock-server/wechat-pay/simulator'
import { ApiClient } from '../../support/api-client'
import { CONNECTED_APPID, connectWechatPay, PAYING_SHOP_COLUMNS } from '../../support/connected-wechat-pay'
import { type ServerProcess, startServer } from '../../support/server-process'
import type { DataStore } from './data-store'
import { startNoticeRelay } from './notice-relay'

const APP = { appid: CONNECTED_APPID, secret: 'of-the-app' }

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

  const { pay, env: connected } = await connectWechatPay(store.env, now)
  const wechat = await startWechatSimulator([APP], now, (id) => pay.transactions.byTransactionId(id))
  let running: ServerProcess[] = []
  const relay = await startNoticeRelay(() => running.map(({ origin }) => origin))
  const env = {
    ...connected,
    ...{ PUBLIC_URL: relay.origin, RATE_LIMIT: 'off', LOG_LEVEL: 'error' },
    ...{ WECHAT_APPID: APP.appid, WECHAT_SECRET: APP.secret, WECHAT_API: wechat.origin },
    ...{ NODE_OPTIONS: `--require ${path.resolve('tests/support/shift-clock.cjs')}`, KZ_CLOCK: clockFile },
    ALLOWED_HOSTS: '127.0.0.1:*',
  }
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
      const set = Object.entries(PAYING_SHOP_COLUMNS).map(([name, value]) => `${name} = '${value}'`)
      await store.query(`update shop set ${set.join(', ')} where shop_id = '${shopId}'`)
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
