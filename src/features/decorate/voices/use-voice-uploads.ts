import { useEffect, useRef } from 'react'
import { createRetry, retryPolicies } from '@/api/retry'
import { uploadVoice } from '@/api/upload-voice'
import { isTransient } from '@/domain/failure'
import { type Id, idTimestamp } from '@/domain/id'
import type { Voice } from '@/domain/voice'
import type { DesignEditor } from '../editor/use-design'
import { changeSettings } from '../model/design'
import { sectionSlot } from '../model/section-slot'
import { MAX_UNDO_AGE_MS } from '../storage/undo-storage'
import { usePendingVoices } from './pending-voices'

const running = new Set<string>()

/**
 * Uploads the pending recording of a slot, unless that is under way. `onSent` gets the stored voice and returns whether it was
 * put into its section; the local copy is dropped only then.
 */
async function sendVoice(slot: string, onSent: (voice: Voice) => boolean): Promise<void> {
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

/**
 * Uploads a shop's pending recordings, retries while there is no network, and puts each into its section. The recording of a
 * removed section waits as long as the removal can be undone.
 */
export function useVoiceUploads(shopId: Id, { design, edit }: DesignEditor): void {
  const pending = usePendingVoices(({ waiting }) =>
    Object.keys(waiting)
      .filter((slot) => slot.startsWith(sectionSlot(shopId, '')))
      .map((slot) => `${slot} ${waiting[slot]?.id}`)
      .join(),
  )
  const retryRequests = usePendingVoices((state) => state.retryRequests)
  const latest = useRef({ design, edit })
  latest.current = { design, edit }
  const sectionIds = design.sections.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a retry request or a restored section starts the uploads at once
  useEffect(() => {
    if (!pending) return
    const slots = Object.keys(usePendingVoices.getState().waiting).filter((slot) =>
      slot.startsWith(sectionSlot(shopId, '')),
    )
    const sectionIdOf = (slot: string) => slot.slice(sectionSlot(shopId, '').length)
    const putIntoSection = (slot: string, voice: Voice) => {
      const id = sectionIdOf(slot)
      let isPut = false
      latest.current.edit((now) => {
        const section = now.sections.find((one) => one.id === id)
        isPut = section !== undefined
        return section ? changeSettings(now, id, { ...section.settings, voice }) : now
      })
      return isPut
    }
    const hasSection = (slot: string) =>
      latest.current.design.sections.some(({ id }) => id === sectionIdOf(slot))
    const sendAll = () => {
      for (const slot of slots) {
        const { waiting, sending, drop } = usePendingVoices.getState()
        const id = waiting[slot]?.id
        if (id === undefined) continue
        if (!hasSection(slot)) Date.now() - idTimestamp(id) > MAX_UNDO_AGE_MS && drop(slot)
        else if (sending[id]?.kind !== 'refused') void sendVoice(slot, (voice) => putIntoSection(slot, voice))
      }
    }
    const sendRepeatedly = () => {
      sendAll()
      retry.schedule()
    }
    const retry = createRetry(sendRepeatedly, retryPolicies.editor)
    sendRepeatedly()
    return retry.cancel
  }, [shopId, pending, retryRequests, sectionIds])
}
