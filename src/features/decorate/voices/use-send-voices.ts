import { useEffect, useRef } from 'react'
import { type Id, madeAt } from '@/domain/id'
import type { Voice } from '@/domain/voice'
import { network } from '@/platform/network/network'
import type { Designing } from '../editor/use-design'
import { changed } from '../model/design'
import { sectionPlace } from '../model/section-place'
import { KEPT_FOR } from '../storage/undo-storage'
import { sendVoice } from './send-voice'
import { useWaitingVoices } from './waiting-voices'

const TRY_AGAIN = 10_000

/**
 * Sends what was recorded for a shop, goes on trying while there is no network, and lets the shop's story speak with it. What
 * was recorded for a section that is not there now waits as long as she may take its removal back.
 */
export function useSendVoices(shopId: Id, { design, edit }: Designing): void {
  const mine = useWaitingVoices(({ waiting }) =>
    Object.keys(waiting)
      .filter((place) => place.startsWith(sectionPlace(shopId, '')))
      .map((place) => `${place} ${waiting[place]?.id}`)
      .join(),
  )
  const wishes = useWaitingVoices((state) => state.wishes)
  const latest = useRef({ design, edit })
  latest.current = { design, edit }
  const standing = design.sections.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish sends at once, and so does a section that is back
  useEffect(() => {
    if (!mine) return
    const places = Object.keys(useWaitingVoices.getState().waiting).filter((place) =>
      place.startsWith(sectionPlace(shopId, '')),
    )
    const sectionOf = (place: string) => place.slice(sectionPlace(shopId, '').length)
    const speak = (place: string, voice: Voice) => {
      const id = sectionOf(place)
      let spoken = false
      latest.current.edit((now) => {
        const section = now.sections.find((one) => one.id === id)
        spoken = section !== undefined
        return section ? changed(now, id, { ...section.settings, voice }) : now
      })
      return spoken
    }
    const stands = (place: string) => latest.current.design.sections.some(({ id }) => id === sectionOf(place))
    const sendAll = () => {
      for (const place of places) {
        const { waiting, sending, drop } = useWaitingVoices.getState()
        const id = waiting[place]?.id
        if (id === undefined) continue
        if (!stands(place)) Date.now() - madeAt(id) > KEPT_FOR && drop(place)
        else if (sending[id]?.kind !== 'refused') void sendVoice(place, (voice) => speak(place, voice))
      }
    }
    sendAll()
    const timer = setInterval(sendAll, TRY_AGAIN)
    const stop = network.onChange((online) => void (online && sendAll()))
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [shopId, mine, wishes, standing])
}
