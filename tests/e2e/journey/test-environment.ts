import type { Browser } from 'playwright-core'
import { type LossyProxy, startLossyProxy } from '../../support/lossy-proxy'
import type { ServerProcess } from '../../support/server-process'
import type { ServerWithWechat } from '../../support/server-with-wechat'
import { H5Phone } from '../phone/h5-phone'
import { type InspectablePhone, SCREENS, type Screen } from '../phone/phone'
import { WeappPhone } from '../phone/weapp-phone'

export const KINDS = ['h5', 'weapp'] as const
export type Kind = (typeof KINDS)[number]

/** A server, a proxy in front of it, and phones of one kind. */
export interface TestEnvironment {
  kind: Kind
  browser: Browser
  server: ServerProcess
  network: LossyProxy
  homePath: string
  keyPage: string
  /** Returns a `wx.login` code for a named person. */
  loginCode(person: string): string
  /** Creates a phone of a new person. */
  phone(screen?: Screen): Promise<InspectablePhone>
  /** Closes the phones and the proxy; the server stays. */
  close(): Promise<void>
}

const PAGES = {
  h5: { homePath: '/', keyPage: '/key' },
  weapp: { homePath: 'pages/home/index', keyPage: 'pages/key/index' },
} as const

/** Counts across environments, because several may share a server. */
let people = 0

export async function createTestEnvironment(
  kind: Kind,
  browser: Browser,
  { server, loginCode }: ServerWithWechat,
): Promise<TestEnvironment> {
  const network = await startLossyProxy(server.origin)
  const phones: InspectablePhone[] = []
  const start = (screen: Screen): Promise<InspectablePhone> => {
    if (kind === 'h5') return H5Phone.start(browser, network.origin, screen)
    const person = `person-${++people}`
    return WeappPhone.start({
      browser,
      apiOrigin: network.origin,
      loginCode: () => loginCode(person),
      screen,
    })
  }
  return {
    kind,
    browser,
    server,
    network,
    loginCode,
    ...PAGES[kind],
    phone: async (screen = SCREENS.phone) => {
      const phone = await start(screen)
      phones.push(phone)
      return phone
    },
    close: async () => {
      for (const phone of phones) await phone.close()
      await network.close()
    },
  }
}
