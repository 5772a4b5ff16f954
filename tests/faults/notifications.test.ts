import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type PushSimulator, startPushSimulator } from '../../mock-server/push/simulator'
import { startWechatSimulator, type WechatSimulator } from '../../mock-server/wechat/simulator'
import type { MessageTemplate } from '../../server/gateways/subscribe-messages'
import type { PushPayload } from '../../server/modules/notifications/send-message'
import { ApiClient, newId } from '../support/api-client'
import { type ServerProcess, startServer } from '../support/server-process'
import { openShop, placeOrderWithRetries, type Shop } from './support/buyers'
import type { DataStore } from './support/data-store'
import { enginesOf } from './support/engines'

const LONG = process.env.KZ_LONG === '1'
const SELLERS = LONG ? 120 : 16
const KILLS = LONG ? 6 : 2

const APP = { appid: 'wxplatform0001', secret: 'test' }
const TEMPLATE: MessageTemplate = {
  ...{ appid: APP.appid, id: 'template-new-order', events: ['new-order'] },
  fields: { character_string1: 'number', thing2: 'goods', amount3: 'total', time4: 'time', thing5: 'tip' },
}

/** A seller who is notified in her browser and in WeChat. */
interface Seller {
  shop: Shop
  endpoint: string
}

describe.each(enginesOf('SQLite'))('notification of a new order on %s', (_, openStore) => {
  let store: DataStore
  let push: PushSimulator
  let wechat: WechatSimulator
  let server: ServerProcess
  let folder: string

  beforeEach(async () => {
    store = await openStore()
    push = await startPushSimulator()
    wechat = await startWechatSimulator([APP], Date.now, undefined, [TEMPLATE])
    wechat.messages.permitsAll = true
    folder = mkdtempSync(path.join(tmpdir(), 'kz-templates-'))
    const templates = path.join(folder, 'templates.json')
    writeFileSync(templates, JSON.stringify([TEMPLATE]))
    server = await startServer({
      ...{ RATE_LIMIT: 'off', PUSH_SERVICES: push.origin, WECHAT_TEMPLATES_FILE: templates },
      ...{ WECHAT_APPID: APP.appid, WECHAT_SECRET: APP.secret, WECHAT_API: wechat.origin },
      ...store.env,
    })
  })
  afterEach(async () => {
    await server?.stop('SIGKILL')
    await push.close()
    await wechat.close()
    await store.dispose()
    rmSync(folder, { recursive: true })
  })

  async function createSeller(): Promise<Seller> {
    const code = wechat.codes.issue(newId())
    const seller = await ApiClient.signIn(server.origin, { provider: 'wechat', code })
    const shop = await openShop(seller, [100])
    // the test also runs at night
    await seller.send('PUT', '/api/me/quiet-hours', { from: 0, until: 0 })
    // a mini-program is offered no messages of browsers
    const browser = await ApiClient.signIn(server.origin)
    const channels = await browser.send<{ push: { publicKey: string } }>('GET', '/api/me/channels')
    const subscription = push.subscribe(channels.body.push.publicKey)
    await seller.send('PUT', '/api/me/browsers', subscription)
    const permits = [{ templateId: TEMPLATE.id, count: 5 }]
    await seller.send('POST', '/api/me/permits', { id: newId(), permits })
    return { shop, endpoint: subscription.endpoint }
  }

  const countUnsent = async () =>
    Number(
      (await store.query(`select count(*) as count from job where kind in ('notify', 'send-message')`))[0]
        ?.count,
    )

  /** Ends all leases and pauses between attempts, as some minutes do. */
  const makeJobsDue = () =>
    store.query(`update job set lease_until = 0, run_at = 0 where kind in ('notify', 'send-message')`)

  async function crash() {
    await server.stop('SIGKILL')
    await makeJobsDue()
    await server.restart()
  }

  async function waitUntilSent() {
    while ((await countUnsent()) > 0) {
      await makeJobsDue()
      await sleep(500)
    }
  }

  it('reaches each seller once when the server is killed and answers get lost', async () => {
    const sellers: Seller[] = []
    for (let i = 0; i < SELLERS; i++) sellers.push(await createSeller())
    const buyer = await ApiClient.signIn(server.origin)
    const share = Math.ceil(SELLERS / KILLS)
    for (let kill = 0; kill < KILLS; kill++) {
      push.fault = kill % 2 === 0 ? 'lost' : undefined
      const orders = sellers
        .slice(kill * share, (kill + 1) * share)
        .map(({ shop }) => placeOrderWithRetries(buyer, shop, 0))
      // the server dies while orders are placed and messages are sent
      await Promise.race(orders)
      await crash()
      await Promise.all(orders)
    }
    push.fault = undefined
    await waitUntilSent()

    for (const { endpoint, shop } of sellers) {
      const payloads = push.received(endpoint).map((text): PushPayload => JSON.parse(text))
      expect(payloads[0]).toMatchObject({ title: '来了一单', path: expect.stringContaining(shop.shopId) })
      // the browser shows a message of a known id silently in place of the first
      expect(new Set(payloads.map(({ id }) => id)).size).toBe(1)
    }
    const states = await store.query(`select kind, shop_id, state from message where event = 'new-order'`)
    expect(states).toHaveLength(2 * SELLERS)
    expect(states.filter(({ kind, state }) => kind === 'push' && state !== 'sent')).toEqual([])
    for (const { shop } of sellers) {
      const received = wechat.messages.received.filter(({ page }) => page.includes(shop.shopId))
      const state = states.find(({ kind, shop_id }) => kind !== 'push' && shop_id === shop.shopId)?.state
      // if the server died between its mark and WeChat's answer, it is unknown whether the message arrived
      expect(received.length).toBeLessThanOrEqual(1)
      if (received.length === 0) expect(state).toBe('unknown')
      else expect(received[0]?.data).toMatchObject({ character_string1: '1', amount3: '25.00元' })
    }
    // a server sends a few messages at a time
    expect(states.filter(({ state }) => state === 'unknown').length).toBeLessThan(SELLERS / 2)
  })
})
