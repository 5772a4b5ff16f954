import { get } from 'idb-keyval'
import { MAX_VOICE_MS, VOICE_MS } from '@/domain/voice'
import { localVoices } from '@/platform/audio/voices'
import { readMp3 } from '../../../server/modules/voices/mp3'

type Hear = (event: { inputBuffer: { getChannelData(): Float32Array } }) => void

/** A fake browser microphone; tests push its samples. */
interface Microphone {
  /** Feeds a tone of this many ms. */
  hear(ms: number): void
  /** Simulates another app taking the microphone. */
  take(): void
  /** True while a recording is in progress. */
  isOn(): boolean
}

const RATE = 48_000

/** Installs the fake on `window`. `refusal` is the error name that `getUserMedia` rejects with. */
function installFakeMicrophone(refusal?: string): Microphone {
  const track: { onended: (() => void) | null; stop(): void } = { onended: null, stop: () => undefined }
  let on = false
  let tap: { onaudioprocess: Hear | null } = { onaudioprocess: null }
  const node = () => ({ connect: () => undefined, disconnect: () => undefined })
  class Context {
    readonly sampleRate = RATE
    readonly destination = {}
    resume = async () => undefined
    close = async () => undefined
    createMediaStreamSource = node
    createBiquadFilter = () => ({ ...node(), type: '', frequency: { value: 0 } })
    createScriptProcessor = () => {
      tap = { ...node(), onaudioprocess: null }
      return tap
    }
  }
  track.stop = () => {
    on = false
  }
  const getUserMedia = async () => {
    if (refusal) throw Object.assign(new Error('no'), { name: refusal })
    on = true
    return { getTracks: () => [track] }
  }
  Object.defineProperty(window, 'AudioContext', { value: Context, configurable: true })
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true })
  return {
    hear(ms) {
      const samples = Float32Array.from({ length: (ms * RATE) / 1000 }, (_, at) => Math.sin(at / 9))
      tap.onaudioprocess?.({ inputBuffer: { getChannelData: () => samples } })
    },
    take: () => track.onended?.(),
    isOn: () => on,
  }
}

const mockStored = new Map<string, ArrayBuffer>()
jest.mock('idb-keyval', () => ({
  get: jest.fn(async (key: string) => mockStored.get(key)),
  set: jest.fn(async (key: string, bytes: ArrayBuffer) => void mockStored.set(key, bytes)),
  del: jest.fn(async (key: string) => void mockStored.delete(key)),
}))

beforeAll(() => {
  // jsdom implements neither Blob.arrayBuffer nor object URLs
  Blob.prototype.arrayBuffer ??= function (this: Blob) {
    return new Promise((resolve) => {
      const reader = new FileReader()
      reader.onload = () => resolve(reader.result as ArrayBuffer)
      reader.readAsArrayBuffer(this)
    })
  }
  Object.assign(URL, { createObjectURL: () => 'blob:voice', revokeObjectURL: () => undefined })
})
beforeEach(() => mockStored.clear())

const soundOf = async (id: string) =>
  readMp3(Buffer.from((await get<ArrayBuffer>(`voice:${id}`)) ?? new ArrayBuffer(0)))

describe('localVoices', () => {
  it('stores a stopped recording as MP3 and releases the microphone', async () => {
    const microphone = installFakeMicrophone()
    const progress: number[] = []
    const recording = await localVoices.record('a', (ms) => progress.push(ms))
    expect(microphone.isOn()).toBe(true)
    microphone.hear(1000)
    microphone.hear(500)
    recording.stop()
    expect(await recording.done).toEqual({ ms: 1500 })
    expect(microphone.isOn()).toBe(false)
    expect(progress).toEqual([1000, 1500])
    const sound = await soundOf('a')
    expect(sound?.ms).toBeGreaterThanOrEqual(1500)
    expect(sound?.ms).toBeLessThan(1700)
    // samples after the end are ignored
    microphone.hear(500)
    recording.stop()
    expect((await soundOf('a'))?.ms).toBe(sound?.ms)
  })

  it('stops after the maximum duration with a file that the server accepts', async () => {
    const microphone = installFakeMicrophone()
    const recording = await localVoices.record('b', () => undefined)
    for (let second = 0; second < 61; second++) microphone.hear(1000)
    expect((await recording.done).ms).toBe(VOICE_MS)
    expect(microphone.isOn()).toBe(false)
    expect((await soundOf('b'))?.ms).toBeLessThanOrEqual(MAX_VOICE_MS)
    const bytes = await get<ArrayBuffer>('voice:b')
    expect(bytes?.byteLength).toBeLessThan(300 * 1024)
  })

  it('stores the recording when another app takes the microphone', async () => {
    const microphone = installFakeMicrophone()
    const recording = await localVoices.record('c', () => undefined)
    microphone.hear(2000)
    microphone.take()
    expect(await recording.done).toEqual({ ms: 2000 })
    expect(await localVoices.source('c')).toBe('blob:voice')
  })

  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'none'],
    ['NotReadableError', 'busy'],
    ['TypeError', 'unable'],
  ])('maps %s to the error reason %s', async (name, reason) => {
    installFakeMicrophone(name)
    await expect(localVoices.record('d', () => undefined)).rejects.toMatchObject({ reason })
  })

  it('reports no microphone on an insecure page', async () => {
    installFakeMicrophone()
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true })
    await expect(localVoices.record('e', () => undefined)).rejects.toMatchObject({ reason: 'unable' })
  })
})
