import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import type { BrowserAddress, Push } from './notifications-types'

/** A compiled site is not at the server's address, which messages lead to. */
const isSupported = (): boolean =>
  !embeddedShop() &&
  window.isSecureContext &&
  'serviceWorker' in navigator &&
  'PushManager' in window &&
  'Notification' in window &&
  'crypto' in window

/** The site's service worker, which shows the messages; there is none in development. */
const registration = () => navigator.serviceWorker.getRegistration()

const toHex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const sha256 = async (text: string): Promise<string> =>
  toHex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))

/** Decodes base64url, as some browsers take keys as bytes only. */
const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))

export const push: Push = {
  async read() {
    if (!isSupported()) return 'unsupported'
    if (Notification.permission === 'denied') return 'blocked'
    const worker = await registration()
    if (!worker) return 'unsupported'
    return (await worker.pushManager.getSubscription()) && Notification.permission === 'granted'
      ? 'on'
      : 'off'
  },
  async address() {
    const subscription = await (await registration())?.pushManager.getSubscription()
    if (!subscription) return undefined
    const { endpoint, keys } = subscription.toJSON()
    if (!endpoint || !keys?.p256dh || !keys.auth) return undefined
    const address: BrowserAddress = { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } }
    return { address, hash: await sha256(endpoint) }
  },
  async turnOn(serverKey) {
    if ((await Notification.requestPermission()) !== 'granted') return push.read()
    const worker = await registration()
    if (!worker) return 'unsupported'
    const options = { userVisibleOnly: true, applicationServerKey: bytesOf(serverKey) as BufferSource }
    try {
      await worker.pushManager.subscribe(options)
    } catch (error) {
      // the subscription of another server at this address is given up
      if ((error as Error).name !== 'InvalidStateError') throw error
      await push.turnOff()
      await worker.pushManager.subscribe(options)
    }
    return 'on'
  },
  async turnOff() {
    const subscription = await (await registration())?.pushManager.getSubscription()
    await subscription?.unsubscribe()
  },
}
