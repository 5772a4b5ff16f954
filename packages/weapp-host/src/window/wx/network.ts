import { originOf, type RequestRecord } from '../../shared/record'
import type { NativeRequest } from '../../shared/types'
import type { Host } from '../host-types'
import type { WxTarget } from './api'
import { loseSockets } from './socket'

type Reply = { statusCode: number; header: Record<string, string>; cookies: string[]; base64: string }

const callsByHost = new WeakMap<Host, Map<number, (reason: Error) => void>>()
let nextId = 1

/** Functions that fail the calls under way, by call id. */
function callsOf(host: Host): Map<number, (reason: Error) => void> {
  const existing = callsByHost.get(host)
  if (existing) return existing
  const calls = new Map<number, (reason: Error) => void>()
  callsByHost.set(host, calls)
  return calls
}

const noNetwork = () => Object.assign(new Error(''), { errno: 5 })

export interface NetworkCall {
  reply: Promise<Reply>
  abort(): void
}

/** Records a call and sends it through Node. Every HTTP status resolves; an origin that is not allowed rejects. */
export function send(
  host: Host,
  api: RequestRecord['api'],
  call: Omit<NativeRequest, 'id' | 'api'>,
): NetworkCall {
  const id = nextId++
  const origin = originOf(call.url)
  host.record.requests.push({ api, method: call.method, url: call.url, origin })
  const calls = callsOf(host)
  const stop = (reason: Error) => {
    calls.get(id)?.(reason)
    host.native.abort(id)
  }
  const reply = new Promise<Reply>((resolve, reject) => {
    calls.set(id, reject)
    const { allowedOrigins } = host.settings
    if (!origin) return reject(new Error(`invalid url "${call.url}"`))
    if (allowedOrigins && !allowedOrigins.includes(origin)) return reject(new Error('url not in domain list'))
    if (!host.device.online) return reject(noNetwork())
    host.native.request({ ...call, id, api }).then((answer) => {
      if (answer.ok) resolve(answer)
      else reject(new Error(answer.reason))
    }, reject)
  }).finally(() => calls.delete(id))
  return { reply, abort: () => stop(new Error('abort')) }
}

const networkState = (host: Host) => ({
  isConnected: host.device.online,
  networkType: host.device.online ? 'wifi' : 'none',
})

/** Connects or disconnects the network. Disconnecting fails the calls under way and ends the sockets. */
export function setOnline(host: Host, online: boolean) {
  if (host.device.online === online) return
  host.device.online = online
  if (!online)
    for (const [id, fail] of [...callsOf(host)]) {
      fail(noNetwork())
      host.native.abort(id)
    }
  if (!online) loseSockets(host)
  host.emit('NetworkStatusChange', networkState(host))
}

export function addNetwork({ api, host }: WxTarget) {
  api('getNetworkType', () => ({ ...networkState(host), signalStrength: 4, hasSystemProxy: false }))
}
