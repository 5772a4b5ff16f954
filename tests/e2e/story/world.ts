import type { Browser } from 'playwright-core'
import { startWechatSimulator } from '../../../mock-server/wechat/simulator'
import { launchBrowser } from '../../support/chromium'
import { type LosingProxy, startLosingProxy } from '../../support/losing-proxy'
import { type ServerProcess, startServer } from '../../support/server-process'
import { H5Phone } from '../phone/h5-phone'
import { type Phone, SCREENS, type Screen } from '../phone/phone'
import { WeappPhone } from '../phone/weapp-phone'
import { databaseOn, type Engine, saidDatabase } from './engines'

export const KINDS = ['h5', 'weapp'] as const
export type Kind = (typeof KINDS)[number]

/** An empty server, the network before it, and as many phones as a test needs; all of one kind. */
export interface World {
  kind: Kind
  browser: Browser
  /** Which database the server says it is on. */
  database: string
  server: ServerProcess
  network: LosingProxy
  frontDoor: string
  keyPage: string
  /** What `wx.login` answers on the phone of somebody, by a name of the test's. */
  loginCode(person: string): string
  /** A phone of somebody who was never here. */
  phone(screen?: Screen): Promise<Phone>
  close(): Promise<void>
}

const PAGES = {
  h5: { frontDoor: '/', keyPage: '/key' },
  weapp: { frontDoor: 'pages/home/index', keyPage: 'pages/key/index' },
} as const

const ACCOUNT = { appid: 'wx-test', secret: 'test' }

/** A name by which phones in the local network come, on plain http: an insecure context, unlike `localhost`. */
export const LAN_HOST = 'phone.test'

/** Starts the built server on an empty database, with WeChat's side simulated; `env` is told to the server too, `flags` to the browser. */
export async function startWorld(
  kind: Kind,
  engine: Engine = 'SQLite',
  env: Record<string, string> = {},
  flags: string[] = [],
): Promise<World> {
  const wechat = await startWechatSimulator(ACCOUNT)
  const database = await databaseOn(engine)
  const server = await startServer({
    ...database.env,
    WECHAT_APPID: ACCOUNT.appid,
    WECHAT_SECRET: ACCOUNT.secret,
    WECHAT_API: wechat.origin,
    ALLOWED_HOSTS: `${LAN_HOST}:*,127.0.0.1:*`,
    ...env,
  })
  const network = await startLosingProxy(server.origin)
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
    database: saidDatabase(server),
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
