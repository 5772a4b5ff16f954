type Hear = (event: { inputBuffer: { getChannelData(): Float32Array } }) => void

/** A browser's microphone in a test: what it hears is pushed. */
export interface Microphone {
  /** So many ms of a tone. */
  hear(ms: number): void
  /** Another app takes it. */
  take(): void
  /** Whether somebody listens. */
  isOn(): boolean
}

const RATE = 48_000

/** Gives the window a microphone, or a reason why there is none. */
export function giveMicrophone(refusal?: string): Microphone {
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
