type Hear = (event: { inputBuffer: { getChannelData(): Float32Array } }) => void

/** A fake browser microphone; tests push its samples. */
export interface Microphone {
  /** Feeds a tone of this many ms. */
  hear(ms: number): void
  /** Simulates another app taking the microphone. */
  take(): void
  /** True while a recording is in progress. */
  isOn(): boolean
}

const RATE = 48_000

/** Installs the fake on `window`. `refusal` is the error name that `getUserMedia` rejects with. */
export function installFakeMicrophone(refusal?: string): Microphone {
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
