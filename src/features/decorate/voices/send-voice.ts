import { uploadVoice } from '@/api/upload-voice'
import { isTransient } from '@/domain/failure'
import type { Voice } from '@/domain/voice'
import { useWaitingVoices } from './waiting-voices'

const running = new Set<string>()

/** Sends the recording that waits at a place, once at a time; `onSent` gets it as the server has it. */
export async function sendVoice(place: string, onSent: (voice: Voice) => void): Promise<void> {
  const { waiting, tell } = useWaitingVoices.getState()
  const id = waiting[place]?.id
  if (id === undefined || running.has(id)) return
  running.add(id)
  tell(id, { kind: 'sending', part: 0 })
  const result = await uploadVoice(id, (part) => running.has(id) && tell(id, { kind: 'sending', part }))
  running.delete(id)
  const { waiting: still, drop } = useWaitingVoices.getState()
  // recorded anew meanwhile, or taken away
  if (still[place]?.id !== id) return
  if (result.ok) {
    const { hash, ms } = result.data
    onSent({ id, hash, ms })
    return drop(place)
  }
  const { failure } = result
  tell(id, isTransient(failure.code) ? { kind: 'waiting' } : { kind: 'refused', failure })
}
