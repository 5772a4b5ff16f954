import { useEffect, useRef, useState } from 'react'
import { localVoices } from '@/platform/audio/voices'
import { type Recording, RecordingError, type RecordingErrorReason } from '@/platform/audio/voices-types'
import { newId } from '@/platform/device/new-id'
import { useConsent } from '@/platform/device/use-consent'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'
import { usePendingVoices } from './pending-voices'

/** Shorter recordings are discarded as accidental presses. */
const MIN_RECORDING_MS = 500

/** `starting` while the microphone is requested; `seconds` recorded until now. */
type RecorderState = { kind: 'idle' | 'starting' } | { kind: 'recording'; seconds: number }

export type VoiceRecorder = ReturnType<typeof useVoiceRecorder>

/** Records for a slot. The recording is stored on the phone when it ends, also when its page is left. */
export function useVoiceRecorder(slot: string) {
  const [state, setState] = useState<RecorderState>({ kind: 'idle' })
  const [error, setError] = useState<RecordingErrorReason | 'short'>()
  const recording = useRef<Recording | null>(null)
  const isMounted = useIsMounted()
  const isCancelled = useRef(false)

  useEffect(() => () => recording.current?.stop(), [])

  async function record() {
    const id = newId()
    isCancelled.current = false
    setError(undefined)
    setState({ kind: 'starting' })
    try {
      const started = await localVoices.record(id, (ms) => setSeconds(Math.floor(ms / 1000)))
      recording.current = started
      if (!isMounted.current) started.stop()
      setSeconds(0)
      const { ms } = await started.done
      if (isCancelled.current || ms < MIN_RECORDING_MS) void localVoices.drop(id)
      else usePendingVoices.getState().add(slot, { id, ms })
      if (!isCancelled.current && ms < MIN_RECORDING_MS) setError('short')
    } catch (thrown) {
      setError(thrown instanceof RecordingError ? thrown.reason : 'unable')
    } finally {
      recording.current = null
      setState({ kind: 'idle' })
    }
  }

  const setSeconds = (seconds: number) =>
    setState((now) =>
      now.kind === 'recording' && now.seconds === seconds ? now : { kind: 'recording', seconds },
    )
  const stop = () => recording.current?.stop()
  /** Starts after WeChat's consent; `WithConsent` shows the sheet that asks for it. */
  const request = useConsent<'voice'>(() => void record())
  return {
    ...{ state, error, request, stop },
    /** Stops and discards the recording. */
    cancel: () => {
      isCancelled.current = true
      stop()
    },
  }
}
