import Taro from '@tarojs/taro'
import { VOICE_MS } from '@/domain/voice'
import { isPermissionError } from '../device/wechat'
import { savedFiles } from '../storage/saved-files'
import { type LocalVoices, RecordingError, type RecordingErrorReason } from './voices-types'

const { save, ...files } = savedFiles('voice')

/** Recorder options; the server requires this format, and every WeChat supports these rates. */
const OPTIONS = {
  format: 'mp3',
  duration: VOICE_MS,
  sampleRate: 16_000,
  numberOfChannels: 1,
  encodeBitRate: 32_000,
} as const

const TICK_MS = 200

type Stopped = Taro.RecorderManager.OnStopCallbackResult
/** Event handlers of the current recording. */
interface CurrentRecording {
  onStart(): void
  onStop(result: Stopped): void
  onError(reason: RecordingErrorReason): void
}

let current: CurrentRecording | null = null

const reasonOf = (errMsg = ''): RecordingErrorReason => (isPermissionError(errMsg) ? 'refused' : 'busy')

let shared: Taro.RecorderManager | undefined

/** The app's only recorder manager. Its listeners cannot be removed, so they are registered once. */
function recorder(): Taro.RecorderManager {
  if (shared) return shared
  const manager = Taro.getRecorderManager()
  manager.onStart(() => current?.onStart())
  manager.onStop((result) => current?.onStop(result))
  manager.onError(({ errMsg }) => current?.onError(reasonOf(errMsg)))
  // an incoming call ends the recording, which is stored
  manager.onInterruptionBegin(() => manager.stop())
  shared = manager
  return manager
}

const requestPermission = () =>
  Taro.authorize({ scope: 'scope.record' }).catch(() => {
    throw new RecordingError('refused')
  })

export const localVoices: LocalVoices = {
  ...files,
  async record(id, onProgress) {
    await requestPermission()
    return new Promise((resolveStart, rejectStart) => {
      const done = new Promise<{ ms: number }>((resolve, reject) => {
        let timer: ReturnType<typeof setInterval> | undefined
        const end = () => {
          current = null
          clearInterval(timer)
        }
        current = {
          onStart() {
            const since = Date.now()
            timer = setInterval(() => onProgress(Math.min(VOICE_MS, Date.now() - since)), TICK_MS)
            resolveStart({ stop: () => recorder().stop(), done })
          },
          onStop({ tempFilePath, duration }) {
            end()
            save(id, tempFilePath).then(
              () => resolve({ ms: Math.round(duration) }),
              () => reject(new RecordingError('unable')),
            )
          },
          onError(reason) {
            end()
            rejectStart(new RecordingError(reason))
            reject(new RecordingError(reason))
          },
        }
      })
      // prevents an unhandled rejection: a failed start rejects the outer promise as well
      done.catch(() => undefined)
      recorder().start(OPTIONS)
    })
  },
}
