import { useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { CardPicture } from '@/domain/shop/paper-card'
import { newId } from '@/platform/device/new-id'

interface MakeCard {
  make(pictures: readonly CardPicture[]): void
  code?: string
  busy: boolean
  failure?: Failure
}

/** Makes the card of a shop. A retry with the same pictures sends the same id, so that a lost answer makes no second card. */
export function useMakeCard(shopId: Id): MakeCard {
  const [code, setCode] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const request = useRef<{ id: Id; pictures: string }>()
  const running = useRef(false)

  async function make(pictures: readonly CardPicture[]) {
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailure(undefined)
    const chosen = pictures.join()
    if (request.current?.pictures !== chosen) request.current = { id: newId(), pictures: chosen }
    const reply = await call('PUT /api/shops/:shopId/paper-cards/:cardId', {
      params: { shopId, cardId: request.current.id },
      body: { pictures: [...pictures] },
    })
    running.current = false
    setBusy(false)
    if (reply.ok) setCode(reply.data.code)
    else setFailure(reply.failure)
  }

  return {
    make: (pictures) => void make(pictures),
    busy,
    ...(code === undefined ? {} : { code }),
    ...(failure ? { failure } : {}),
  }
}
