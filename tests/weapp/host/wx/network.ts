import type { Host, NativeRequest } from '../host-types'
import { originOf, type RequestRecord } from '../recorder'
import type { WxTarget } from './api'

type Reply = { statusCode: number; header: Record<string, string>; cookies: string[]; base64: string }

const running = new WeakMap<Host, Map<number, (reason: Error) => void>>()
let nextId = 1

function callsOf(host: Host): Map<number, (reason: Error) => void> {
  const known = running.get(host)
  if (known) return known
  const calls = new Map<number, (reason: Error) => void>()
  running.set(host, calls)
  return calls
}

const noNetwork = () => Object.assign(new Error(''), { errno: 5 })

export interface NetworkCall {
  reply: Promise<Reply>
  abort(): void
}

/** Sends one call out of the page: no CORS, every status is an answer, only legal origins. Always on record. */
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
    const { legalOrigins } = host.settings
    if (!origin) return reject(new Error(`invalid url "${call.url}"`))
    if (legalOrigins && !legalOrigins.includes(origin)) return reject(new Error('url not in domain list'))
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

/** Cuts or restores the network: calls under way fail, listeners hear of it. */
export function setOnline(host: Host, online: boolean) {
  if (host.device.online === online) return
  host.device.online = online
  if (!online)
    for (const [id, fail] of [...callsOf(host)]) {
      fail(noNetwork())
      host.native.abort(id)
    }
  host.emit('NetworkStatusChange', networkState(host))
}

export function addNetwork({ api, host }: WxTarget) {
  api('getNetworkType', () => ({ ...networkState(host), signalStrength: 4, hasSystemProxy: false }))
}
