import type { BrowserContext, Page } from 'playwright-core'
import type { PushSimulator } from '../../../mock-server/push/simulator'

interface StoredSubscription {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

/**
 * Lets pages subscribe at a simulated push service. Chromium's own needs the network; keys, encryption and the messages are real. Call it
 * before the pages are opened.
 */
export async function subscribeAt(context: BrowserContext, service: PushSimulator): Promise<void> {
  await context.exposeFunction('subscribeAtService', (serverKey: string) => service.subscribe(serverKey))
  await context.addInitScript(() => {
    const STORED = 'push-subscription'
    const read = (): PushSubscription | null => {
      const text = localStorage.getItem(STORED)
      if (!text) return null
      const stored = JSON.parse(text) as StoredSubscription
      return {
        ...stored,
        toJSON: () => stored,
        unsubscribe: async () => {
          localStorage.removeItem(STORED)
          return true
        },
      } as unknown as PushSubscription
    }
    const toBase64Url = (key: ArrayBufferLike) =>
      btoa(String.fromCharCode(...new Uint8Array(key)))
        .replace(/\+/g, '-')
        .replace(/\//g, '_')
        .replace(/=+$/, '')
    PushManager.prototype.getSubscription = async () => read()
    PushManager.prototype.subscribe = async ({ applicationServerKey } = {}) => {
      const key = (applicationServerKey as Uint8Array).slice().buffer
      const { subscribeAtService } = window as unknown as {
        subscribeAtService(serverKey: string): Promise<StoredSubscription>
      }
      localStorage.setItem(STORED, JSON.stringify(await subscribeAtService(toBase64Url(key))))
      return read() as PushSubscription
    }
  })
}

/** Brings what a push service has received to the service worker of a page's site, as the browser does. */
export async function deliverPush(page: Page, message: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const registration = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations
      if (first) resolve(first.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.deliverPushMessage', {
    origin: new URL(page.url()).origin,
    registrationId: await registration,
    data: message,
  })
  await session.detach()
}
