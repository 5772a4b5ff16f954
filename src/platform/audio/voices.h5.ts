import { VOICE_MS } from '@/domain/voice'
import { indexedDbFiles } from '../storage/indexeddb-files'
import type { VoiceEncoder } from './mp3-encoder'
import { type LocalVoices, type Recording, RecordingError, type RecordingErrorReason } from './voices-types'

const { save, ...files } = indexedDbFiles('voice', { type: 'audio/mpeg', name: 'voice.mp3' })

const reasonByErrorName: Record<string, RecordingErrorReason> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

/** Opens the microphone; browsers offer it only to https pages. */
async function openMicrophone(): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia || !contextOf()) throw new RecordingError('unable')
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true } })
  } catch (error) {
    throw new RecordingError(reasonByErrorName[(error as Error).name] ?? 'unable')
  }
}

/** Safari before 14.1 has only the prefixed name. */
const contextOf = () =>
  window.AudioContext ?? (Reflect.get(window, 'webkitAudioContext') as typeof AudioContext | undefined)

const loadEncoder = () =>
  import(/* webpackChunkName: "mp3" */ './mp3-encoder').catch(() => {
    throw new RecordingError('offline')
  })

/** Samples per audio callback, about a tenth of a second. */
const BUFFER_SIZE = 4096
/** Cut-off of the low-pass filter in Hz, below half of the encoder's sample rate. */
const CUTOFF_HZ = 7000

function release(stream: MediaStream, context: AudioContext | undefined) {
  for (const track of stream.getTracks()) track.stop()
  void context?.close()
}

/** Passes the microphone's filtered samples to `onSamples`; the returned function stops it. */
function capture(
  stream: MediaStream,
  context: AudioContext,
  onSamples: (samples: Float32Array) => void,
): () => void {
  const source = context.createMediaStreamSource(stream)
  const filter = context.createBiquadFilter()
  filter.type = 'lowpass'
  filter.frequency.value = CUTOFF_HZ
  // deprecated, but supported by every browser and without a separate worklet file
  const processor = context.createScriptProcessor(BUFFER_SIZE, 1, 1)
  processor.onaudioprocess = ({ inputBuffer }) => onSamples(inputBuffer.getChannelData(0))
  source.connect(filter)
  filter.connect(processor)
  // an unconnected processor gets no samples; its output is silent
  processor.connect(context.destination)
  return () => {
    processor.onaudioprocess = null
    for (const node of [source, filter, processor]) node.disconnect()
    release(stream, context)
  }
}

function startRecording(
  id: string,
  encoder: VoiceEncoder,
  begin: (onSamples: (samples: Float32Array) => void, onEnd: () => void) => () => void,
  onProgress: (ms: number) => void,
): Recording {
  let end: () => void = () => undefined
  const done = new Promise<{ ms: number }>((resolve, reject) => {
    let isOver = false
    let stop: () => void = () => undefined
    end = () => {
      if (isOver) return
      isOver = true
      stop()
      const ms = Math.round(encoder.ms())
      const file = new Blob([encoder.end() as BlobPart], { type: 'audio/mpeg' })
      if (ms === 0) return reject(new RecordingError('busy'))
      save(id, file).then(
        () => resolve({ ms }),
        () => reject(new RecordingError('unable')),
      )
    }
    stop = begin((samples) => {
      encoder.add(samples)
      onProgress(Math.min(VOICE_MS, encoder.ms()))
      if (encoder.ms() >= VOICE_MS) end()
    }, end)
  })
  return { stop: () => end(), done }
}

export const localVoices: LocalVoices = {
  ...files,
  async record(id, onProgress) {
    // the context must be created in the tap handler, or browsers keep it suspended
    const Context = contextOf()
    const context = Context && new Context()
    const loading = loadEncoder()
    // prevents an unhandled rejection if the microphone is refused first
    loading.catch(() => undefined)
    const stream = await openMicrophone().catch((error) => {
      void context?.close()
      throw error
    })
    const encoder = await loading.catch((error) => {
      release(stream, context)
      throw error
    })
    if (!context) throw new RecordingError('unable')
    await context.resume()
    const begin = (onSamples: (samples: Float32Array) => void, onEnd: () => void) => {
      for (const track of stream.getTracks()) track.onended = onEnd
      return capture(stream, context, onSamples)
    }
    return startRecording(id, encoder.createVoiceEncoder(context.sampleRate), begin, onProgress)
  },
}
