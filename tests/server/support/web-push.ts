import { createECDH, randomBytes } from 'node:crypto'
import { createWebPush, type PushSubscription, type WebPush } from '../../../server/gateways/web-push'

/** Web Push of the test server, with push services at these origins. */
export const testWebPush = (services: readonly string[], elapsed = () => 0): WebPush =>
  createWebPush({ secret: 'a secret for tests', subject: 'https://shop.example.org', services }, { elapsed })

/** A subscription that no browser has made. */
export const sampleSubscription = (endpoint: string): PushSubscription => ({
  endpoint,
  keys: {
    p256dh: createECDH('prime256v1').generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
  },
})
