import { useEffect } from 'react'
import { create } from 'zustand'
import { LOOK_FORMAT } from '@/domain/look'
import { network } from '@/platform/network/network'
import { storage } from '@/platform/storage/storage'
import { carriedTemplates, type KnownTemplate } from '@/templates/known'
import { call } from './call'

/** What the server told last, for when there is no network; of another form of looks it is of no use. */
interface Told {
  format: number
  items: KnownTemplate[]
}

const KEY = 'templates'

const itemsOf = (told: Told | null | undefined): KnownTemplate[] =>
  told?.format === LOOK_FORMAT && Array.isArray(told.items) ? told.items : []

/** Those told by the server, in its order; carried ones that it does not name come after. */
const joined = (told: readonly KnownTemplate[]): readonly KnownTemplate[] => [
  ...told,
  ...carriedTemplates.filter(({ name }) => !told.some((other) => other.name === name)),
]

const useKnown = create<{ all: readonly KnownTemplate[] }>(() => ({
  all: joined(itemsOf(storage.get<Told>(KEY))),
}))

/** Every template that this phone knows at the moment. */
export const knownTemplates = (): readonly KnownTemplate[] => useKnown.getState().all

let state: 'new' | 'asking' | 'told' = 'new'

/** Asks the server, once in a visit; where it could not be reached, again when it is called again. */
async function readTemplates(): Promise<void> {
  if (state !== 'new') return
  state = 'asking'
  const answer = await call('GET /api/templates', {})
  state = answer.ok ? 'told' : 'new'
  if (!answer.ok) return
  storage.set(KEY, answer.data satisfies Told)
  useKnown.setState({ all: joined(itemsOf(answer.data)) })
}

/** The templates this phone knows; they are asked for as this is first shown, and when the network returns. */
export function useKnownTemplates(): readonly KnownTemplate[] {
  useEffect(() => {
    void readTemplates()
    return network.onChange((online) => void (online && readTemplates()))
  }, [])
  return useKnown((store) => store.all)
}
