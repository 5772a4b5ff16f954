import { VOICE_MS } from '@/domain/voice'
import { indexedDbFiles } from '../storage/indexeddb-files'
import type { VoiceEncoder } from './mp3-encoder'
import { type LocalVoices, type Recording, RecordingError, type RecordingErrorReason } from './voices-types'

const { keep, ...files } = indexedDbFiles('voice', { type: 'audio/mpeg', name: 'voice.mp3' })

const TROUBLES: Record<string, RecordingErrorReason> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

/** Browsers hide the microphone from pages that do not come by https. */
async function listen(): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia || !contextOf()) throw new RecordingError('unable')
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true } })
  } catch (error) {
    throw new RecordingError(TROUBLES[(error as Error).name] ?? 'unable')
  }
}

/** Safari before 14.1 has it by another name. */
const contextOf = () =>
  window.AudioContext ?? (Reflect.get(window, 'webkitAudioContext') as typeof AudioContext | undefined)

const loadEncoder = () =>
  import(/* webpackChunkName: "mp3" */ './mp3-encoder').catch(() => {
    throw new RecordingError('offline')
  })

/** About a tenth of a second at a time. */
const PIECE = 4096
/** What speech has not and the lower rate could not hold. */
const HIGHEST_HERTZ = 7000

function letGo(stream: MediaStream, context: AudioContext | undefined) {
  for (const track of stream.getTracks()) track.stop()
  void context?.close()
}

/** Runs what the microphone hears through the encoder until it is stopped; answers how to stop it. */
function run(stream: MediaStream, context: AudioContext, hear: (samples: Float32Array) => void): () => void {
  const source = context.createMediaStreamSource(stream)
  const filter = context.createBiquadFilter()
  filter.type = 'lowpass'
  filter.frequency.value = HIGHEST_HERTZ
  // the one that every browser has, and that needs no file of its own
  const tap = context.createScriptProcessor(PIECE, 1, 1)
  tap.onaudioprocess = ({ inputBuffer }) => hear(inputBuffer.getChannelData(0))
  source.connect(filter)
  filter.connect(tap)
  // what is connected to nothing is not asked for its sound; it puts none out
  tap.connect(context.destination)
  return () => {
    tap.onaudioprocess = null
    for (const node of [source, filter, tap]) node.disconnect()
    letGo(stream, context)
  }
}

function recording(
  id: string,
  encoder: VoiceEncoder,
  begin: (hear: (samples: Float32Array) => void, over: () => void) => () => void,
  heard: (ms: number) => void,
): Recording {
  let end: () => void = () => undefined
  const done = new Promise<{ ms: number }>((resolve, reject) => {
    let over = false
    let halt: () => void = () => undefined
    end = () => {
      if (over) return
      over = true
      halt()
      const ms = Math.round(encoder.ms())
      const file = new Blob([encoder.end() as BlobPart], { type: 'audio/mpeg' })
      if (ms === 0) return reject(new RecordingError('busy'))
      keep(id, file).then(
        () => resolve({ ms }),
        () => reject(new RecordingError('unable')),
      )
    }
    halt = begin((samples) => {
      encoder.add(samples)
      heard(Math.min(VOICE_MS, encoder.ms()))
      if (encoder.ms() >= VOICE_MS) end()
    }, end)
  })
  return { stop: () => end(), done }
}

export const localVoices: LocalVoices = {
  ...files,
  async record(id, heard) {
    // both in the tap: a browser lets a page hear only then
    const Context = contextOf()
    const context = Context && new Context()
    const loading = loadEncoder()
    // whoever refuses does not learn of this one, too
    loading.catch(() => undefined)
    const stream = await listen().catch((error) => {
      void context?.close()
      throw error
    })
    const encoder = await loading.catch((error) => {
      letGo(stream, context)
      throw error
    })
    if (!context) throw new RecordingError('unable')
    await context.resume()
    const begin = (hear: (samples: Float32Array) => void, over: () => void) => {
      for (const track of stream.getTracks()) track.onended = over
      return run(stream, context, hear)
    }
    return recording(id, encoder.createVoiceEncoder(context.sampleRate), begin, heard)
  },
}
