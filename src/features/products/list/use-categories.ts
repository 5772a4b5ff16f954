import { useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'

export type Category = RouteReply<'GET /api/shops/:shopId/categories'>['categories'][number]

/** Reads and changes the categories of a shop. Each change is idempotent, so it can be sent again. */
export function useCategories(shopId: Id, onRenamed: (renamed: { from: string; to: string }) => void) {
  const read = useCall('GET /api/shops/:shopId/categories', { params: { shopId } })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  async function send(request: () => ReturnType<typeof postPlace>): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setError(undefined)
    const result = await request()
    setBusy(false)
    if (result.ok) read.set(result.data)
    else setError(describeFailure(result.failure))
    return result.ok
  }

  return {
    read,
    busy,
    error,
    /** Puts a category behind another one, or to the top. */
    place: (name: string, after: string | undefined) => send(() => postPlace(shopId, name, after)),
    rename: async (from: string, to: string) => {
      const isRenamed = await send(() => postRename(shopId, from, to))
      if (isRenamed) onRenamed({ from, to })
      return isRenamed
    },
  }
}

const postPlace = (shopId: Id, name: string, after: string | undefined) =>
  call('POST /api/shops/:shopId/categories/places', {
    params: { shopId },
    body: { name, ...(after === undefined ? {} : { after }) },
  })

const postRename = (shopId: Id, from: string, to: string) =>
  call('POST /api/shops/:shopId/categories/renames', { params: { shopId }, body: { from, to } })
