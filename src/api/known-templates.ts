import { useEffect } from 'react'
import { create } from 'zustand'
import type { RouteReply } from '@/contract/routes'
import { LOOK_FORMAT } from '@/domain/look/look'
import { storage } from '@/platform/storage/storage'
import { bundledKnownTemplates, type KnownTemplate } from '@/templates/known-template'
import { call } from './call'
import { createRetry, retryPolicies } from './retry'

/** The server's last reply, persisted for offline use; ignored if its look format differs. */
type TemplatesReply = RouteReply<'GET /api/templates'>

const KEY = 'templates'

const itemsOf = (reply: TemplatesReply | null | undefined): KnownTemplate[] =>
  reply?.format === LOOK_FORMAT && Array.isArray(reply.items) ? reply.items : []

/** The server's templates in their order, then the bundled ones it does not list. */
const withBundled = (loaded: readonly KnownTemplate[]): readonly KnownTemplate[] => [
  ...loaded,
  ...bundledKnownTemplates.filter(({ name }) => !loaded.some((other) => other.name === name)),
]

const useKnown = create<{ all: readonly KnownTemplate[] }>(() => ({
  all: withBundled(itemsOf(storage.get<TemplatesReply>(KEY))),
}))

export const knownTemplates = (): readonly KnownTemplate[] => useKnown.getState().all

let state: 'initial' | 'loading' | 'loaded' = 'initial'

/** Loads the templates once per visit; a failed request is repeated at the next call. */
async function readTemplates(): Promise<void> {
  if (state !== 'initial') return
  state = 'loading'
  const reply = await call('GET /api/templates', {})
  state = reply.ok ? 'loaded' : 'initial'
  if (!reply.ok) return
  storage.set(KEY, reply.data)
  useKnown.setState({ all: withBundled(itemsOf(reply.data)) })
}

/** The known templates; loads them on mount and when the network returns. */
export function useKnownTemplates(): readonly KnownTemplate[] {
  useEffect(() => {
    void readTemplates()
    const retry = createRetry(readTemplates, retryPolicies.read)
    retry.schedule()
    return retry.cancel
  }, [])
  return useKnown((store) => store.all)
}
