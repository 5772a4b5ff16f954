import { uploadVoice } from '@/api/upload-voice'
import { isTransient } from '@/domain/failure'
import type { Voice } from '@/domain/voice'
import { useWaitingVoices } from './waiting-voices'

const running = new Set<string>()

/**
 * Sends the recording that waits at a place, once at a time; `onSent` gets it as the server has it, and says whether it has
 * come to stand in its section. Until then this phone's copy is not let go.
 */
export async function sendVoice(place: string, onSent: (voice: Voice) => boolean): Promise<void> {
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
    return onSent({ id, hash, ms }) ? drop(place) : tell(id, { kind: 'waiting' })
  }
  const { failure } = result
  tell(id, isTransient(failure.code) ? { kind: 'waiting' } : { kind: 'refused', failure })
}
