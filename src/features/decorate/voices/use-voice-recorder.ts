import { useEffect, useRef, useState } from 'react'
import { localVoices } from '@/platform/audio/voices'
import { type Recording, RecordingError, type RecordingErrorReason } from '@/platform/audio/voices-types'
import { newId } from '@/platform/device/new-id'
import { useConsent } from '@/platform/device/use-consent'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'
import { useWaitingVoices } from './waiting-voices'

/** Shorter than a word: a finger that slipped. */
const SHORTEST_MS = 500

export interface VoiceRecorder {
  /** `seconds` so far. */
  state: { kind: 'still' | 'asking' } | { kind: 'listening'; seconds: number }
  trouble?: RecordingErrorReason | 'short'
  start(): void
  stop(): void
  /** Nothing of it is kept. */
  cancel(): void
  /** WeChat wants consent first. */
  asking?: { agree(): void; refuse(): void }
}

/** Records for a place. What was said is kept on the phone when it ends, in whatever way: also when its page is left. */
export function useVoiceRecorder(place: string): VoiceRecorder {
  const [state, setState] = useState<VoiceRecorder['state']>({ kind: 'still' })
  const [trouble, setTrouble] = useState<VoiceRecorder['trouble']>()
  const recording = useRef<Recording | null>(null)
  const here = useIsMounted()
  const unwanted = useRef(false)

  useEffect(() => () => recording.current?.stop(), [])

  async function record() {
    const id = newId()
    unwanted.current = false
    setTrouble(undefined)
    setState({ kind: 'asking' })
    try {
      const begun = await localVoices.record(id, (ms) => listening(Math.floor(ms / 1000)))
      recording.current = begun
      if (!here.current) begun.stop()
      listening(0)
      const { ms } = await begun.done
      if (unwanted.current || ms < SHORTEST_MS) void localVoices.drop(id)
      else useWaitingVoices.getState().keep(place, { id, ms })
      if (!unwanted.current && ms < SHORTEST_MS) setTrouble('short')
    } catch (error) {
      setTrouble(error instanceof RecordingError ? error.trouble : 'unable')
    } finally {
      recording.current = null
      setState({ kind: 'still' })
    }
  }

  const listening = (seconds: number) =>
    setState((now) =>
      now.kind === 'listening' && now.seconds === seconds ? now : { kind: 'listening', seconds },
    )
  const stop = () => recording.current?.stop()
  const { pick, asking } = useConsent<'voice'>(() => void record())
  return {
    state,
    ...(trouble ? { trouble } : {}),
    start: () => pick('voice'),
    stop,
    cancel: () => {
      unwanted.current = true
      stop()
    },
    ...(asking ? { asking } : {}),
  }
}
