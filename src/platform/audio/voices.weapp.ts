import Taro from '@tarojs/taro'
import { VOICE_MS } from '@/domain/voice'
import { isPermissionError } from '../device/wechat'
import { savedFiles } from '../storage/saved-files'
import { type LocalVoices, RecordingError, type RecordingErrorReason } from './voices-types'

const { keep, ...files } = savedFiles('voice')

/** As the server wants them; of these rates every phone's WeChat has both. */
const FORM = {
  format: 'mp3',
  duration: VOICE_MS,
  sampleRate: 16_000,
  numberOfChannels: 1,
  encodeBitRate: 32_000,
} as const

const TICK_MS = 200

type Stopped = Taro.RecorderManager.OnStopCallbackResult
interface Now {
  started(): void
  stopped(result: Stopped): void
  failed(trouble: RecordingErrorReason): void
}

let now: Now | null = null

const troubleOf = (errMsg = ''): RecordingErrorReason => (isPermissionError(errMsg) ? 'refused' : 'busy')

let made: Taro.RecorderManager | undefined

/** There is one in an app, and its listeners stay: they are set once. */
function recorder(): Taro.RecorderManager {
  if (made) return made
  const manager = Taro.getRecorderManager()
  manager.onStart(() => now?.started())
  manager.onStop((result) => now?.stopped(result))
  manager.onError(({ errMsg }) => now?.failed(troubleOf(errMsg)))
  // a call that comes in: what was said so far is kept
  manager.onInterruptionBegin(() => manager.stop())
  made = manager
  return manager
}

const allowed = () =>
  Taro.authorize({ scope: 'scope.record' }).catch(() => {
    throw new RecordingError('refused')
  })

export const localVoices: LocalVoices = {
  ...files,
  async record(id, heard) {
    await allowed()
    return new Promise((begun, refused) => {
      const done = new Promise<{ ms: number }>((resolve, reject) => {
        let timer: ReturnType<typeof setInterval> | undefined
        const end = () => {
          now = null
          clearInterval(timer)
        }
        now = {
          started() {
            const since = Date.now()
            timer = setInterval(() => heard(Math.min(VOICE_MS, Date.now() - since)), TICK_MS)
            begun({ stop: () => recorder().stop(), done })
          },
          stopped({ tempFilePath, duration }) {
            end()
            keep(id, tempFilePath).then(
              () => resolve({ ms: Math.round(duration) }),
              () => reject(new RecordingError('unable')),
            )
          },
          failed(trouble) {
            end()
            refused(new RecordingError(trouble))
            reject(new RecordingError(trouble))
          },
        }
      })
      // who is told by the other promise does not wait for this one
      done.catch(() => undefined)
      recorder().start(FORM)
    })
  },
  openSettings: () => void Taro.openSetting({}).catch(() => undefined),
}
