import { createECDH, hkdfSync } from 'node:crypto'
import { outcomeOfError, type SendOutcome } from './message-outcome'

/** Where a browser gets its messages. Source: https://www.w3.org/TR/push-api/#dom-pushsubscriptionjson */
export interface PushSubscription {
  endpoint: string
  /** The browser's public key and secret, in base64url. */
  keys: { p256dh: string; auth: string }
}

interface PushMessage {
  payload: string
  /** How long the service keeps it for a browser that is off, in seconds. */
  ttl: number
  /** A later message of the same topic replaces it meanwhile; up to 32 characters of base64url. */
  topic: string
}

/** Sends messages to browsers, by the push services of their makers. */
export interface WebPush {
  /** The key by which browsers know this server, in base64url. */
  publicKey: string
  /** Whether an endpoint belongs to a push service that this server sends to. */
  isKnownEndpoint(endpoint: string): boolean
  send(subscription: PushSubscription, message: PushMessage): Promise<SendOutcome>
}

export interface WebPushSettings {
  /** The secret from which the keys are derived. */
  secret: string
  /** The contact that a push service sees: the server's address. */
  subject: string
  /** Origins of push services, such as `https://fcm.googleapis.com`; `https://*.example.org` names all hosts of a domain. */
  services: readonly string[]
}

/** The push services of the usual browsers. */
export const PUSH_SERVICES: readonly string[] = [
  'https://fcm.googleapis.com',
  'https://updates.push.services.mozilla.com',
  'https://web.push.apple.com',
  'https://*.notify.windows.com',
]

const TIMEOUT_MS = 8000

/** Derives the VAPID key pair, which all servers of an installation share, from its secret. Source: RFC 8292 */
export function deriveVapidKeys(secret: string): { publicKey: string; privateKey: string } {
  const ecdh = createECDH('prime256v1')
  // a number beyond the order of the curve is not a valid key
  for (let attempt = 0; ; attempt++) {
    const key = Buffer.from(hkdfSync('sha256', secret, '', `web push ${attempt}`, 32))
    try {
      ecdh.setPrivateKey(key)
      return { publicKey: ecdh.getPublicKey('base64url'), privateKey: key.toString('base64url') }
    } catch {}
  }
}

function isServedBy(service: string, { protocol, host }: URL): boolean {
  const wanted = service.replace('*.', '')
  const isWhole = wanted === service
  const url = new URL(wanted)
  return url.protocol === protocol && (isWhole ? host === url.host : host.endsWith(`.${url.host}`))
}

/** Creates the client of push services. Sources: RFC 8030, RFC 8291, RFC 8292 */
export function createWebPush({ secret, subject, services }: WebPushSettings): WebPush {
  const keys = deriveVapidKeys(secret)
  return {
    publicKey: keys.publicKey,
    isKnownEndpoint: (endpoint) =>
      URL.canParse(endpoint) && services.some((service) => isServedBy(service, new URL(endpoint))),
    async send(subscription, message) {
      const request = await encrypt(subscription, message, { subject, ...keys })
      if (!request) return 'refused'
      try {
        const { status } = await fetch(subscription.endpoint, {
          ...{ method: 'POST', redirect: 'error', ...request },
          signal: AbortSignal.timeout(TIMEOUT_MS),
        })
        return outcomeOf(status)
      } catch (error) {
        return outcomeOfError(error)
      }
    },
  }
}

/** Returns the headers and body of a message, or `undefined` when the browser's keys are invalid. */
async function encrypt(
  subscription: PushSubscription,
  { payload, ttl, topic }: PushMessage,
  vapidDetails: { subject: string; publicKey: string; privateKey: string },
): Promise<Pick<RequestInit, 'headers' | 'body'> | undefined> {
  // it takes 11 MB of memory, so it is loaded with the first message
  const { default: webPush } = await import('web-push')
  try {
    const { headers, body } = webPush.generateRequestDetails(subscription, payload, {
      ...{ vapidDetails, contentEncoding: 'aes128gcm', urgency: 'high', TTL: ttl, topic },
    })
    return { headers: toStrings(headers), body: new Uint8Array(body) }
  } catch {
    return undefined
  }
}

/** Node sets the length itself. */
const toStrings = (headers: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name === 'Content-Length' ? [] : [[name, String(value)]],
    ),
  )

function outcomeOf(status: number): SendOutcome {
  if (status >= 200 && status < 300) return 'sent'
  if (status === 404 || status === 410) return 'gone'
  return status === 429 || status >= 500 ? 'later' : 'refused'
}
