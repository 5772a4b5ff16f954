import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type LocalServer, listenLocally } from '../http/listen-locally'

interface BrowserKeys {
  privateKey: Buffer
  /** The uncompressed point, 65 bytes. */
  publicKey: Buffer
  /** 16 bytes that only the browser and the sender know. */
  auth: Buffer
}

const LAST_RECORD = 2

const hkdf = (salt: Buffer, key: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, length))

/**
 * Decrypts a message of one record as a browser does. Sources: RFC 8291 (section 3.4) and RFC 8188 (section 2).
 * @throws when it was encrypted for another browser or changed on its way.
 */
function decryptPush(body: Buffer, { privateKey, publicKey, auth }: BrowserKeys): string {
  const salt = body.subarray(0, 16)
  const idLength = body.readUInt8(20)
  const senderKey = body.subarray(21, 21 + idLength)
  const record = body.subarray(21 + idLength)
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(privateKey)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, senderKey])
  const key = hkdf(auth, ecdh.computeSecret(senderKey), info, 32)
  const contentKey = hkdf(salt, key, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = hkdf(salt, key, Buffer.from('Content-Encoding: nonce\0'), 12)
  const decipher = createDecipheriv('aes-128-gcm', contentKey, nonce)
  decipher.setAuthTag(record.subarray(-16))
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  const end = padded.lastIndexOf(LAST_RECORD)
  if (end < 0) throw new Error('the record is not the last one')
  return padded.subarray(0, end).toString()
}

/** The push subscription that a browser sends to the server that may push to it. */
interface Subscription {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

interface Receiver {
  keys: BrowserKeys
  /** The server's key, which no other server can push with. */
  serverKey: string
  received: string[]
  isGone: boolean
}

/** Failures of the service: `busy` takes nothing; `lost` takes the message and drops the connection without an answer. */
export type PushFault = 'busy' | 'lost'

export interface PushSimulator extends LocalServer {
  subscribe(serverKey: string): Subscription
  received(endpoint: string): readonly string[]
  unsubscribe(endpoint: string): void
  /** Applies to every request until it is `undefined` again. */
  fault: PushFault | undefined
}

const MAX_BYTES = 4096
const DAY_S = 86_400

/**
 * Simulates a push service on 127.0.0.1, and the browsers that it reaches. It verifies who sends, and decrypts what arrives.
 * Sources: RFC 8030 (delivery), RFC 8292 (identification), RFC 8291 (encryption).
 */
export async function startPushSimulator(now = Date.now): Promise<PushSimulator> {
  const receivers = new Map<string, Receiver>()
  const server = await listenLocally((request, response) => void answer(request, response))
  const { origin } = server
  const pathOf = (endpoint: string) => new URL(endpoint).pathname

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const status = take(request, Buffer.concat(chunks))
    if (simulator.fault === 'lost') return void request.socket.destroy()
    response.writeHead(status, status === 201 ? { location: `${origin}/messages/1` } : {}).end()
  }

  function take(request: IncomingMessage, body: Buffer): number {
    const receiver = receivers.get(request.url ?? '')
    if (simulator.fault === 'busy') return 503
    if (!receiver) return 404
    if (receiver.isGone) return 410
    if (request.method !== 'POST' || !/^\d+$/.test(String(request.headers.ttl))) return 400
    if (request.headers['content-encoding'] !== 'aes128gcm') return 415
    if (!/^[\w-]{1,32}$/.test(String(request.headers.topic))) return 400
    if (body.length > MAX_BYTES) return 413
    if (!isAuthorized(String(request.headers.authorization), receiver, { origin, now: now() })) return 403
    receiver.received.push(decryptPush(body, receiver.keys))
    return 201
  }

  const simulator: PushSimulator = {
    ...server,
    fault: undefined,
    subscribe(serverKey) {
      const ecdh = createECDH('prime256v1')
      const publicKey = ecdh.generateKeys()
      const keys = { publicKey, privateKey: ecdh.getPrivateKey(), auth: randomBytes(16) }
      const path = `/push/${randomBytes(16).toString('base64url')}`
      receivers.set(path, { keys, serverKey, received: [], isGone: false })
      return {
        endpoint: origin + path,
        keys: { p256dh: publicKey.toString('base64url'), auth: keys.auth.toString('base64url') },
      }
    },
    received: (endpoint) => receivers.get(pathOf(endpoint))?.received ?? [],
    unsubscribe(endpoint) {
      const receiver = receivers.get(pathOf(endpoint))
      if (receiver) receiver.isGone = true
    },
  }
  return simulator
}

const VAPID = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), ?k=([\w-]+)$/

/** True if a request was signed by the subscription's server, for this service, and is valid for a day at most. */
function isAuthorized(
  authorization: string,
  { serverKey }: Receiver,
  { origin, now }: { origin: string; now: number },
): boolean {
  const [, head, claims, signature, key] = VAPID.exec(authorization) ?? []
  if (!head || !claims || !signature || key !== serverKey) return false
  const point = Buffer.from(key, 'base64url')
  const publicKey = createPublicKey({
    format: 'jwk',
    key: {
      ...{ kty: 'EC', crv: 'P-256' },
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  })
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>
  const seconds = Number(exp) - now / 1000
  return isSigned && aud === origin && seconds > 0 && seconds <= DAY_S && /^(https|mailto):/.test(String(sub))
}
