import { uploadVoice } from '@/api/upload-voice'
import { isTransient } from '@/domain/failure'
import type { Voice } from '@/domain/voice'
import { usePendingVoices } from './pending-voices'

const running = new Set<string>()

/**
 * Uploads the pending recording of a slot, unless that is under way. `onSent` gets the stored voice and returns whether it was
 * put into its section; the local copy is dropped only then.
 */
export async function sendVoice(slot: string, onSent: (voice: Voice) => boolean): Promise<void> {
  const { waiting, setSending } = usePendingVoices.getState()
  const id = waiting[slot]?.id
  if (id === undefined || running.has(id)) return
  running.add(id)
  setSending(id, { kind: 'sending', part: 0 })
  const result = await uploadVoice(id, (part) => running.has(id) && setSending(id, { kind: 'sending', part }))
  running.delete(id)
  const { waiting: current, drop } = usePendingVoices.getState()
  // replaced or removed during the upload
  if (current[slot]?.id !== id) return
  if (result.ok) {
    const { hash, ms } = result.data
    return onSent({ id, hash, ms }) ? drop(slot) : setSending(id, { kind: 'waiting' })
  }
  const { failure } = result
  setSending(id, isTransient(failure.code) ? { kind: 'waiting' } : { kind: 'refused', failure })
}
