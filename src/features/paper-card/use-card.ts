import { useState } from 'react'
import { call } from '@/api/call'
import type { Result } from '@/api/result'
import type { RouteReply } from '@/contract/routes'
import type { ReadCard } from '@/contract/shop/paper-cards'
import type { CardPicture } from '@/domain/shop/paper-card'
import { useIsMounted } from '@/platform/lifecycle/use-is-mounted'
import { useRequest } from '@/platform/network/use-request'
import { storage } from '@/platform/storage/storage'

const STORAGE_KEY = 'paper-card'

/** The code of the card that was read last on this phone, so that its owner may close the page during the wait. */
export const readCardStorage = {
  get: (): string | null => storage.get<string>(STORAGE_KEY),
  set: (code: string): boolean => storage.set(STORAGE_KEY, code),
  remove: (): void => storage.remove(STORAGE_KEY),
}

export type RedeemedShop = RouteReply<'POST /api/paper-cards/redeem'>

type Request = 'reading' | 'judging' | 'taking'

/** Reads a card, answers with its pictures and takes the shop after the wait; one request at a time. */
export function useCard() {
  const [code, setCode] = useState<string>()
  const [card, setCard] = useState<ReadCard>()
  const [redeemed, setRedeemed] = useState<RedeemedShop>()
  const { busy, failure, setFailure, send } = useRequest<Request>()
  const isMounted = useIsMounted()

  async function run<T>(kind: Request, request: () => Promise<Result<T>>) {
    const result = await send(request, kind)
    return isMounted.current && result?.ok ? result.data : undefined
  }

  async function read(next: string) {
    setCode(next)
    const found = await run('reading', () =>
      call<'POST /api/paper-cards/read'>('POST /api/paper-cards/read', { body: { code: next } }),
    )
    if (!found) return
    setCard(found)
    if (found.state === 'waiting' || found.state === 'due') readCardStorage.set(next)
  }

  async function answer(pictures: readonly CardPicture[]) {
    if (code === undefined) return
    const body = { code, pictures: [...pictures] }
    const judged = await run('judging', () =>
      call<'POST /api/paper-cards/answers'>('POST /api/paper-cards/answers', { body }),
    )
    if (!judged) return
    readCardStorage.set(code)
    setCard(judged)
  }

  async function redeem() {
    if (code === undefined) return
    const shop = await run('taking', () =>
      call<'POST /api/paper-cards/redeem'>('POST /api/paper-cards/redeem', { body: { code } }),
    )
    if (!shop) return
    readCardStorage.remove()
    setRedeemed(shop)
  }

  return {
    ...{ code, card, redeemed, busy, failure },
    read: (next: string) => void read(next),
    answer: (pictures: readonly CardPicture[]) => void answer(pictures),
    redeem: () => void redeem(),
    /** Goes back to another card. */
    reset: () => {
      readCardStorage.remove()
      setCode(undefined)
      setCard(undefined)
      setFailure(undefined)
    },
  }
}
