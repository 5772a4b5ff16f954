import { createECDH, hkdfSync } from 'node:crypto'
import { outcomeOfError, type SendOutcome } from './message-outcome'

/** The subscription of a browser to messages. Source: https://www.w3.org/TR/push-api/#dom-pushsubscriptionjson */
export interface PushSubscription {
  endpoint: string
  /** The browser's public key and secret, in base64url. */
  keys: { p256dh: string; auth: string }
}

interface PushMessage {
  payload: string
  /** The time for which the service stores it for a browser that is offline, in seconds. */
  ttl: number
  /** A later message of the same topic replaces it meanwhile; up to 32 characters of base64url. */
  topic: string
}

/** Sends messages to browsers, by the push services of their makers. */
export interface WebPush {
  /** The key by which browsers know this server, in base64url. */
  publicKey: string
  /** True if an endpoint belongs to a push service that this server sends to. */
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

export const PUSH_SERVICES: readonly string[] = [
  'https://fcm.googleapis.com',
  'https://updates.push.services.mozilla.com',
  'https://web.push.apple.com',
  'https://*.notify.windows.com',
]

const TIMEOUT_MS = 8000

/** A push service that takes at least the long wait and gives no answer gets no messages during the pause; both in ms. */
const LONG_WAIT_MS = 1000
export const PUSH_PAUSE_MS = 5 * 60_000

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

function isServedBy(service: string, { protocol, host, username, password }: URL): boolean {
  // nothing is sent to an address with credentials, which no push service gives
  if (username || password) return false
  const wanted = service.replace('*.', '')
  const isWhole = wanted === service
  const url = new URL(wanted)
  return url.protocol === protocol && (isWhole ? host === url.host : host.endsWith(`.${url.host}`))
}

/**
 * Creates the client of push services. While one does not answer, it is asked once in some minutes, because waiting for it delays all other
 * jobs. Sources: RFC 8030, RFC 8291, RFC 8292
 */
export function createWebPush(
  { secret, subject, services }: WebPushSettings,
  { elapsed }: { elapsed(): number },
): WebPush {
  const keys = deriveVapidKeys(secret)
  /** When each service that gave no answer is asked again. A domain of hosts is one service, since strangers can invent hosts. */
  const pausedUntil = new Map<string, number>()
  const serviceOf = (endpoint: string): string | undefined =>
    URL.canParse(endpoint) ? services.find((one) => isServedBy(one, new URL(endpoint))) : undefined
  return {
    publicKey: keys.publicKey,
    isKnownEndpoint: (endpoint) => serviceOf(endpoint) !== undefined,
    async send(subscription, message) {
      const service = serviceOf(subscription.endpoint)
      if (service === undefined) return 'refused'
      if (elapsed() < (pausedUntil.get(service) ?? 0)) return 'later'
      const request = await encrypt(subscription, message, { subject, ...keys })
      if (!request) return 'refused'
      const sentAt = elapsed()
      const outcome = await post(subscription.endpoint, request)
      if (outcome === 'unknown' && elapsed() - sentAt >= LONG_WAIT_MS)
        pausedUntil.set(service, elapsed() + PUSH_PAUSE_MS)
      return outcome
    },
  }
}

type EncryptedMessage = Pick<RequestInit, 'headers' | 'body'>

async function post(endpoint: string, request: EncryptedMessage): Promise<SendOutcome> {
  try {
    const { status } = await fetch(endpoint, {
      // a redirect is an answer, and is not followed
      ...{ method: 'POST', redirect: 'manual', ...request },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return outcomeOf(status)
  } catch (error) {
    return outcomeOfError(error)
  }
}

/** Returns the headers and body of a message, or `undefined` when the browser's keys are invalid. */
async function encrypt(
  subscription: PushSubscription,
  { payload, ttl, topic }: PushMessage,
  vapidDetails: { subject: string; publicKey: string; privateKey: string },
): Promise<EncryptedMessage | undefined> {
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
