import { assetUrl, isLocalFile } from '../asset-url'
import type { Fields, Host } from '../host-types'
import type { WxTarget } from './api'
import { send } from './network'
import { DEFAULT_TIMEOUT_MS } from './request'

/** What a browser's player tells, and what WeChat calls it. */
const EVENTS: Record<string, string> = {
  playing: 'Play',
  pause: 'Pause',
  ended: 'Ended',
  timeupdate: 'TimeUpdate',
  waiting: 'Waiting',
  canplay: 'Canplay',
  error: 'Error',
}

/** A file of the phone's, or of the network, loaded as phones do: outside of the page. */
async function load(host: Host, src: string): Promise<string> {
  if (isLocalFile(src)) return assetUrl(host, src)
  const call = { url: src, method: 'GET', header: {}, timeout: DEFAULT_TIMEOUT_MS }
  const { base64, statusCode } = await send(host, 'downloadFile', call).reply
  if (statusCode !== 200) throw new Error(`status ${statusCode}`)
  return `data:audio/mpeg;base64,${base64}`
}

/** One player: nothing is loaded before it plays, and it tells what the browser's own player does. */
function createContext(host: Host): Fields {
  const audio = new host.window.Audio()
  const listeners: Record<string, ((value: unknown) => void)[]> = {}
  const tell = (event: string, value: unknown = {}) => {
    for (const listener of listeners[event] ?? [])
      try {
        listener(value)
      } catch (error) {
        host.fail(error)
      }
  }
  for (const [from, event] of Object.entries(EVENTS))
    audio.addEventListener(from, () => {
      // a player that ends is paused before; WeChat does not say so
      if (from !== 'pause' || !audio.ended) tell(event)
    })
  const ready = async () => {
    if (!audio.src) audio.src = await load(host, context.src)
  }
  const context = {
    src: '',
    startTime: 0,
    play() {
      host.record.calls.push({ api: 'InnerAudioContext.play', options: { src: context.src } })
      ready()
        .then(() => audio.play())
        .catch((error) => {
          if ((error as Error).name !== 'AbortError') tell('Error', { errMsg: String(error), errCode: 10002 })
        })
    },
    pause: () => audio.pause(),
    stop() {
      audio.pause()
      audio.currentTime = 0
      tell('Stop')
    },
    destroy: () => audio.pause(),
    get currentTime() {
      return audio.currentTime
    },
    get paused() {
      return audio.paused
    },
    get duration() {
      return audio.duration || 0
    },
  }
  for (const event of [...Object.values(EVENTS), 'Stop'])
    Object.assign(context, {
      [`on${event}`]: (listener: () => void) => {
        listeners[event] = [...(listeners[event] ?? []), listener]
      },
    })
  return context
}

export function addInnerAudio({ sync, api, host }: WxTarget) {
  sync('createInnerAudioContext', () => createContext(host))
  api('setInnerAudioOption', () => ({}))
}
