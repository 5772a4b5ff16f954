import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type PushSimulator, startPushSimulator } from '../../../mock-server/push/simulator'
import { PUSH_PAUSE_MS, type WebPush } from '../../../server/gateways/web-push'
import { sampleSubscription, testWebPush } from '../support/web-push'

const MESSAGE = { payload: '{}', ttl: 60, topic: 'topic' }

let services: PushSimulator[]
let webPush: WebPush
/** The monotonic clock, and how long each answer takes by it. */
let now: number
let wait: number

beforeEach(async () => {
  services = [await startPushSimulator(), await startPushSimulator()]
  now = 0
  wait = 0
  webPush = testWebPush(
    services.map(({ origin }) => origin),
    () => {
      now += wait
      return now
    },
  )
})
afterEach(async () => {
  for (const service of services) await service.close()
})

/** Subscribes a browser at one of the services. */
function subscribe(index: number) {
  const service = services[index]
  if (!service) throw new Error('no such service')
  const subscription = service.subscribe(webPush.publicKey)
  return {
    service,
    send: () => webPush.send(subscription, MESSAGE),
    received: () => service.received(subscription.endpoint).length,
  }
}

/** Sends a message that the service takes after eight seconds, without an answer. */
async function sendToSilent({ service, send }: ReturnType<typeof subscribe>) {
  service.fault = 'lost'
  wait = 8000
  const outcome = await send()
  wait = 0
  service.fault = undefined
  return outcome
}

describe('push service that does not answer', () => {
  it('gets no message for some minutes, and then one at a time until it answers', async () => {
    const browser = subscribe(0)
    for (let attempt = 1; attempt <= 2; attempt++) {
      expect(await sendToSilent(browser)).toBe('unknown')
      for (let i = 0; i < 3; i++) expect(await browser.send()).toBe('later')
      expect(browser.received()).toBe(attempt)
      now += PUSH_PAUSE_MS
    }
    for (let i = 0; i < 3; i++) expect(await browser.send()).toBe('sent')
    expect(browser.received()).toBe(5)
  })

  it('does not delay messages to another push service', async () => {
    const [silent, other] = [subscribe(0), subscribe(1)]
    await sendToSilent(silent)
    expect(await other.send()).toBe('sent')
  })
})

describe('push service', () => {
  it('is not paused by late answers, nor by connections that end at once', async () => {
    const browser = subscribe(0)
    browser.service.fault = 'lost'
    expect(await browser.send()).toBe('unknown')
    browser.service.fault = 'busy'
    wait = 8000
    expect(await browser.send()).toBe('later')
    wait = 0
    browser.service.fault = undefined
    expect(await browser.send()).toBe('sent')
  })

  it('counts a redirect as a refusal', async () => {
    const server = createServer((_, response) => response.writeHead(302, { location: '/elsewhere' }).end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    expect(await testWebPush([origin]).send(sampleSubscription(`${origin}/push`), MESSAGE)).toBe('refused')
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  it('is accepted only among the known services and without credentials in its address', async () => {
    const [{ origin } = { origin: '' }] = services
    expect(webPush.isKnownEndpoint(`${origin}/push`)).toBe(true)
    for (const endpoint of [origin.replace('//', '//name:word@'), 'https://push.example.org/x', 'nothing']) {
      expect(webPush.isKnownEndpoint(endpoint)).toBe(false)
      expect(await webPush.send(sampleSubscription(endpoint), MESSAGE)).toBe('refused')
    }
  })
})
