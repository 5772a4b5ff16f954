import { base64ToBuffer, bufferToBase64 } from '../bytes'
import type { Fields, Host } from '../host-types'
import { needPrivacyAgreement } from '../privacy'
import { plain } from '../recorder'
import type { WxTarget } from './api'

/** What the tape is recorded in: 16 kHz and 32 kbit a second are frames of 144 bytes, each of 36 ms. */
const FRAME = { bytes: 144, ms: 36 }

interface Start {
  duration?: number
  sampleRate?: number
  numberOfChannels?: number
  encodeBitRate?: number
  format?: string
}

/** WeChat's own bounds for this rate; of other forms this phone has no tape. */
function wrong({ format, sampleRate, numberOfChannels, encodeBitRate = 48_000, duration = 60_000 }: Start) {
  if (format !== 'mp3' || sampleRate !== 16_000 || numberOfChannels !== 1) return 'not a form of this phone'
  if (encodeBitRate < 24_000 || encodeBitRate > 96_000) return 'encodeBitRate is out of bounds'
  return duration > 600_000 ? 'duration is out of bounds' : undefined
}

/** As much of the tape as the time has, over and over. */
function recorded(tape: Uint8Array, ms: number): Uint8Array {
  const frames = Math.floor(ms / FRAME.ms)
  const all = Math.floor(tape.length / FRAME.bytes)
  const made = new Uint8Array(frames * FRAME.bytes)
  for (let at = 0; at < frames; at++) {
    const from = (at % all) * FRAME.bytes
    made.set(tape.subarray(from, from + FRAME.bytes), at * FRAME.bytes)
  }
  return made
}

class Recorder {
  private readonly listeners: Record<string, (value?: unknown) => void> = {}
  private run: { since: number; over: number } | null = null

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

  private tell(event: string, value?: unknown) {
    try {
      this.listeners[event]?.(value)
    } catch (error) {
      this.host.fail(error)
    }
  }

  private async start(options: Start) {
    const { host } = this
    host.record.calls.push({ api: 'RecorderManager.start', options: plain(options) })
    const refused = (errMsg: string) => this.tell('Error', { errMsg: `operateRecorder:fail ${errMsg}` })
    try {
      await needPrivacyAgreement(host, 'getRecorderManager')
    } catch (error) {
      return refused((error as Error).message)
    }
    if (!host.settings.microphone) return refused('auth deny')
    const fault = this.run ? 'is recording or paused' : wrong(options)
    if (fault) return refused(fault)
    const over = host.window.setTimeout(() => this.stop(), options.duration ?? 60_000)
    this.run = { since: Date.now(), over }
    this.tell('Start')
  }

  private stop() {
    const { run, host } = this
    if (!run) return
    this.run = null
    host.window.clearTimeout(run.over)
    const duration = Date.now() - run.since
    const bytes = recorded(new Uint8Array(base64ToBuffer(host.settings.microphone ?? '')), duration)
    const tempFilePath = host.device.files.writeTemp(bufferToBase64(bytes.buffer as ArrayBuffer), 'mp3')
    this.tell('Stop', { tempFilePath, duration, fileSize: bytes.length })
  }
}

/** The microphone hears `settings.microphone`; without that the person refuses it. */
export function addRecording({ sync, api, host }: WxTarget) {
  const manager = new Recorder(host).api()
  sync('getRecorderManager', () => manager)
  api<{ scope?: string }>('authorize', async ({ scope }) => {
    if (scope !== 'scope.record') return
    await needPrivacyAgreement(host, 'authorize')
    if (!host.settings.microphone) throw new Error('auth deny')
  })
}
