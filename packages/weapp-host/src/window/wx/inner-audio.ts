import type { Fields } from '../../shared/types'
import { assetUrl, isLocalFile } from '../asset-url'
import type { Host } from '../host-types'
import type { WxTarget } from './api'
import { send } from './network'
import { DEFAULT_TIMEOUT_MS } from './request'

/** WeChat's names of the events of a browser's audio element. */
const EVENTS: Record<string, string> = {
  playing: 'Play',
  pause: 'Pause',
  ended: 'Ended',
  timeupdate: 'TimeUpdate',
  waiting: 'Waiting',
  canplay: 'Canplay',
  error: 'Error',
}

/** Loads a file of the device or of the network as a data URI. */
async function load(host: Host, src: string): Promise<string> {
  if (isLocalFile(src)) return assetUrl(host, src)
  const call = { url: src, method: 'GET', header: {}, timeout: DEFAULT_TIMEOUT_MS }
  const { base64, statusCode } = await send(host, 'downloadFile', call).reply
  if (statusCode !== 200) throw new Error(`status ${statusCode}`)
  return `data:audio/mpeg;base64,${base64}`
}

/** Listeners of a player by WeChat's event names. An error thrown by a listener is recorded. */
function createEmitter(host: Host) {
  const listeners: Record<string, ((value: unknown) => void)[]> = {}
  return {
    on(event: string, listener: (value: unknown) => void) {
      listeners[event] = [...(listeners[event] ?? []), listener]
    },
    emit(event: string, value: unknown = {}) {
      for (const listener of listeners[event] ?? [])
        try {
          listener(value)
        } catch (error) {
          host.fail(error)
        }
    },
  }
}

function forwardEvents(audio: HTMLAudioElement, emit: (event: string) => void) {
  for (const [type, event] of Object.entries(EVENTS))
    audio.addEventListener(type, () => {
      // a browser also reports `pause` before `ended`; WeChat does not
      if (type !== 'pause' || !audio.ended) emit(event)
    })
}

/** Creates a player on a browser audio element. The source is loaded when `play` is called. */
function createContext(host: Host): Fields {
  const audio = new host.window.Audio()
  const { on, emit } = createEmitter(host)
  forwardEvents(audio, emit)
  const prepare = async () => {
    if (!audio.src) audio.src = await load(host, context.src)
  }
  const context = {
    src: '',
    startTime: 0,
    play() {
      host.record.calls.push({ api: 'InnerAudioContext.play', options: { src: context.src } })
      prepare()
        .then(() => audio.play())
        .catch((error) => {
          if ((error as Error).name !== 'AbortError') emit('Error', { errMsg: String(error), errCode: 10002 })
        })
    },
    pause: () => audio.pause(),
    stop() {
      audio.pause()
      audio.currentTime = 0
      emit('Stop')
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
    Object.assign(context, { [`on${event}`]: (listener: () => void) => on(event, listener) })
  return context
}

/** Adds `wx.createInnerAudioContext`. */
export function addInnerAudio({ sync, api, host }: WxTarget) {
  sync('createInnerAudioContext', () => createContext(host))
  api('setInnerAudioOption', () => ({}))
}
