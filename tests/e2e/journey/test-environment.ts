import type { Browser } from 'playwright-core'
import { startWechatSimulator } from '../../../mock-server/wechat/simulator'
import { launchBrowser } from '../../support/chromium'
import { type LossyProxy, startLossyProxy } from '../../support/lossy-proxy'
import { type ServerProcess, startServer } from '../../support/server-process'
import { H5Phone } from '../phone/h5-phone'
import { type Phone, SCREENS, type Screen } from '../phone/phone'
import { WeappPhone } from '../phone/weapp-phone'
import { createEngineDatabase, type Engine, reportedDatabase } from './engines'

export const KINDS = ['h5', 'weapp'] as const
export type Kind = (typeof KINDS)[number]

/** An empty server, a proxy in front of it, and phones of one kind. */
export interface TestEnvironment {
  kind: Kind
  browser: Browser
  /** The database that the server reports. */
  database: string
  server: ServerProcess
  network: LossyProxy
  frontDoor: string
  keyPage: string
  /** Returns a `wx.login` code for a named user. */
  loginCode(person: string): string
  /** Creates a phone of a new user. */
  phone(screen?: Screen): Promise<Phone>
  close(): Promise<void>
}

const PAGES = {
  h5: { frontDoor: '/', keyPage: '/key' },
  weapp: { frontDoor: 'pages/home/index', keyPage: 'pages/key/index' },
} as const

const ACCOUNT = { appid: 'wx-test', secret: 'test' }

/** The host name of phones in a local network over plain http: an insecure context, unlike `localhost`. */
export const LAN_HOST = 'phone.test'

/** Starts the built server on an empty database with a WeChat simulator. `env` goes to the server, `flags` to the browser. */
export async function startTestEnvironment(
  kind: Kind,
  engine: Engine = 'SQLite',
  env: Record<string, string> = {},
  flags: string[] = [],
): Promise<TestEnvironment> {
  const wechat = await startWechatSimulator(ACCOUNT)
  const database = await createEngineDatabase(engine)
  const server = await startServer({
    ...database.env,
    WECHAT_APPID: ACCOUNT.appid,
    WECHAT_SECRET: ACCOUNT.secret,
    WECHAT_API: wechat.origin,
    ALLOWED_HOSTS: `${LAN_HOST}:*,127.0.0.1:*`,
    ...env,
  })
  const network = await startLossyProxy(server.origin)
  const browser = await launchBrowser([`--host-resolver-rules=MAP ${LAN_HOST} 127.0.0.1`, ...flags])
  const codeFor = (person: string) => wechat.codes.issue(person)
  let people = 0
  const weapp = (screen: Screen) => {
    const person = `person-${++people}`
    const loginCode = () => codeFor(person)
    return WeappPhone.start({ browser, apiOrigin: network.origin, loginCode, screen })
  }
  return {
    kind,
    browser,
    database: reportedDatabase(server),
    server,
    network,
    loginCode: codeFor,
    ...PAGES[kind],
    phone: (screen = SCREENS.phone) =>
      kind === 'h5' ? H5Phone.start(browser, network.origin, screen) : weapp(screen),
    close: async () => {
      await browser.close()
      await network.close()
      await server.dispose()
      await database.drop()
      await wechat.close()
    },
  }
}
