import { useEffect, useRef } from 'react'
import type { Id } from '@/domain/id'
import type { Voice } from '@/domain/voice'
import { network } from '@/platform/network'
import { changed } from '../design'
import type { Designing } from '../use-design'
import { sendVoice } from './send-voice'
import { useWaitingVoices, voicePlace } from './waiting-voices'

const TRY_AGAIN = 10_000

/** Sends what was recorded for a shop, goes on trying while there is no network, and lets the shop's story speak with it. */
export function useSendVoices(shopId: Id, edit: Designing['edit']): void {
  const mine = useWaitingVoices(({ waiting }) =>
    Object.keys(waiting)
      .filter((place) => place.startsWith(voicePlace(shopId, '')))
      .map((place) => `${place} ${waiting[place]?.id}`)
      .join(),
  )
  const wishes = useWaitingVoices((state) => state.wishes)
  const latest = useRef(edit)
  latest.current = edit
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish sends at once
  useEffect(() => {
    if (!mine) return
    const places = Object.keys(useWaitingVoices.getState().waiting).filter((place) =>
      place.startsWith(voicePlace(shopId, '')),
    )
    const speak = (place: string, voice: Voice) => {
      const id = place.slice(voicePlace(shopId, '').length)
      latest.current((design) => {
        const section = design.sections.find((one) => one.id === id)
        return section ? changed(design, id, { ...section.settings, voice }) : design
      })
    }
    const sendAll = () => {
      for (const place of places) {
        const waits = useWaitingVoices.getState()
        const id = waits.waiting[place]?.id ?? ''
        if (waits.sending[id]?.kind !== 'refused') void sendVoice(place, (voice) => speak(place, voice))
      }
    }
    sendAll()
    const timer = setInterval(sendAll, TRY_AGAIN)
    const stop = network.onChange((online) => void (online && sendAll()))
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [shopId, mine, wishes])
}
