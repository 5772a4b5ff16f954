import { toPlainJson } from '../../shared/record'
import type { Fields } from '../../shared/types'
import { base64ToBuffer, bufferToBase64 } from '../bytes'
import type { Host } from '../host-types'
import { requirePrivacyConsent } from '../privacy'
import type { WxTarget } from './api'

/** MP3 frames of the simulated recording: at 16 kHz and 32 kbit/s each has 144 bytes and lasts 36 ms. */
const FRAME = { bytes: 144, ms: 36 }

interface Start {
  duration?: number
  sampleRate?: number
  numberOfChannels?: number
  encodeBitRate?: number
  format?: string
}

/** The error message for unsupported options: WeChat's limits at 16 kHz, and the formats that are not simulated. */
function findInvalidOption({
  format,
  sampleRate,
  numberOfChannels,
  encodeBitRate = 48_000,
  duration = 60_000,
}: Start) {
  if (format !== 'mp3' || sampleRate !== 16_000 || numberOfChannels !== 1)
    return 'only mp3 with 16 kHz and one channel is supported'
  if (encodeBitRate < 24_000 || encodeBitRate > 96_000) return 'encodeBitRate is out of bounds'
  return duration > 600_000 ? 'duration is out of bounds' : undefined
}

/** Repeats a recording for `ms` milliseconds. */
function repeatRecording(recording: Uint8Array, ms: number): Uint8Array {
  const frames = Math.floor(ms / FRAME.ms)
  const available = Math.floor(recording.length / FRAME.bytes)
  const repeated = new Uint8Array(frames * FRAME.bytes)
  for (let index = 0; index < frames; index++) {
    const start = (index % available) * FRAME.bytes
    repeated.set(recording.subarray(start, start + FRAME.bytes), index * FRAME.bytes)
  }
  return repeated
}

class Recorder {
  private readonly listeners: Record<string, (value?: unknown) => void> = {}
  private run: { startedAt: number; timer: number } | null = null

  constructor(private readonly host: Host) {}

  api(): Fields {
    const on = Object.fromEntries(
      [
        'Start',
        'Stop',
        'Error',
        'Pause',
        'Resume',
        'FrameRecorded',
        'InterruptionBegin',
        'InterruptionEnd',
      ].map((event) => [
        `on${event}`,
        (listener: () => void) => void Object.assign(this.listeners, { [event]: listener }),
      ]),
    )
    return { ...on, start: (options: Start) => void this.start(options), stop: () => this.stop() }
  }

  private emit(event: string, value?: unknown) {
    try {
      this.listeners[event]?.(value)
    } catch (error) {
      this.host.fail(error)
    }
  }

  private async start(options: Start) {
    const { host } = this
    host.record.calls.push({ api: 'RecorderManager.start', options: toPlainJson(options) })
    const fail = (errMsg: string) => this.emit('Error', { errMsg: `operateRecorder:fail ${errMsg}` })
    try {
      await requirePrivacyConsent(host, 'getRecorderManager')
    } catch (error) {
      return fail((error as Error).message)
    }
    if (!host.settings.microphone) return fail('auth deny')
    const reason = this.run ? 'is recording or paused' : findInvalidOption(options)
    if (reason) return fail(reason)
    const timer = host.window.setTimeout(() => this.stop(), options.duration ?? 60_000)
    this.run = { startedAt: Date.now(), timer }
    this.emit('Start')
  }

  private stop() {
    const { run, host } = this
    if (!run) return
    this.run = null
    host.window.clearTimeout(run.timer)
    const duration = Date.now() - run.startedAt
    const bytes = repeatRecording(new Uint8Array(base64ToBuffer(host.settings.microphone ?? '')), duration)
    const tempFilePath = host.device.files.writeTemp(bufferToBase64(bytes.buffer as ArrayBuffer), 'mp3')
    this.emit('Stop', { tempFilePath, duration, fileSize: bytes.length })
  }
}

/** The microphone repeats `settings.microphone`; without it the user denies the microphone. */
export function addRecording({ sync, api, host }: WxTarget) {
  const manager = new Recorder(host).api()
  sync('getRecorderManager', () => manager)
  api<{ scope?: string }>('authorize', async ({ scope }) => {
    if (scope !== 'scope.record') return
    await requirePrivacyConsent(host, 'authorize')
    if (!host.settings.microphone) throw new Error('auth deny')
  })
}
