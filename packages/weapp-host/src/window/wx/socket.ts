import { originOf } from '../../shared/record'
import { rewriteUrl } from '../../shared/rewrite-url'
import type { Host } from '../host-types'
import { type Options, settle, type WxTarget } from './api'

interface ConnectOptions extends Options {
  url: string
  protocols?: string[]
}

interface SendOptions extends Options {
  data: string | ArrayBuffer
}

interface CloseOptions extends Options {
  code?: number
  reason?: string
}

type Listener = (event: unknown) => void
type SocketEvent = 'open' | 'message' | 'close' | 'error'

/** The code of a socket that was lost, as browsers report it. */
const LOST = 1006

const openSockets = new WeakMap<Host, Set<() => void>>()

/** Functions that end the open sockets as a lost network does. */
function socketsOf(host: Host): Set<() => void> {
  const existing = openSockets.get(host)
  if (existing) return existing
  const sockets = new Set<() => void>()
  openSockets.set(host, sockets)
  return sockets
}

export const loseSockets = (host: Host) => {
  for (const lose of [...socketsOf(host)]) lose()
}

/** The address of the API as it is listed: the domains of sockets are those of requests with another scheme. */
const httpUrl = (url: string) => url.replace(/^ws/, 'http')

/** Throws when the app may not connect now. */
function requireAllowed({ settings, device }: Host, url: string) {
  if (!/^wss?:\/\//.test(url)) throw new Error(`invalid url "${url}"`)
  const { allowedOrigins } = settings
  if (allowedOrigins && !allowedOrigins.includes(originOf(httpUrl(url))))
    throw new Error('url not in domain list')
  if (!device.online) throw new Error('')
}

/** The task of one socket. Its listeners are set one by one, as in WeChat; each event has one. */
function createTask(host: Host) {
  const listeners: Partial<Record<SocketEvent, Listener>> = {}
  const setListener = (event: SocketEvent) => (listener: Listener) => {
    listeners[event] = listener
  }
  const lose = () => finish(LOST, '')
  let socket: WebSocket | undefined
  let isOver = false

  function finish(code: number, reason: string) {
    if (isOver) return
    isOver = true
    socketsOf(host).delete(lose)
    socket?.close()
    listeners.close?.({ code, reason })
  }

  function connect({ url, protocols }: ConnectOptions) {
    host.record.requests.push({
      ...{ api: 'connectSocket', method: 'GET', url, origin: originOf(httpUrl(url)) },
    })
    requireAllowed(host, url)
    const address = rewriteUrl(httpUrl(url), host.settings.redirectOrigins).replace(/^http/, 'ws')
    socket = new host.window.WebSocket(address, protocols)
    socketsOf(host).add(lose)
    socket.onopen = () => listeners.open?.({ header: {} })
    socket.onmessage = ({ data }) => isOver || listeners.message?.({ data })
    socket.onerror = () => isOver || listeners.error?.({ errMsg: 'connectSocket:fail' })
    socket.onclose = ({ code, reason }) => finish(code, reason)
    return {}
  }

  const task = {
    send: (options: SendOptions) =>
      settle(host, 'sendSocketMessage', options, () => {
        if (socket?.readyState !== host.window.WebSocket.OPEN) throw new Error('socket is not open')
        socket.send(options.data)
        return {}
      }),
    close: (options: CloseOptions = {}) =>
      settle(host, 'closeSocket', options, () => {
        finish(options.code ?? 1000, options.reason ?? '')
        return {}
      }),
    onOpen: setListener('open'),
    onMessage: setListener('message'),
    onClose: setListener('close'),
    onError: setListener('error'),
  }
  return { connect, task }
}

export function addSocket({ wx, host }: WxTarget) {
  wx.connectSocket = (options: ConnectOptions) => {
    const { connect, task } = createTask(host)
    void settle(host, 'connectSocket', options, () => connect(options))
    return task
  }
}
