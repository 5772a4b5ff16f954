import { create, type StateCreator } from 'zustand'
import { createJSONStorage, type PersistOptions, persist } from 'zustand/middleware'
import { kept } from './kept'
import { followOtherTabs } from './other-tabs'

/** The same place on both targets. */
const keptStorage = <Kept>() =>
  createJSONStorage<Kept>(() => ({
    getItem: (name) => kept.get<string>(name),
    setItem: (name, value) => {
      kept.set(name, value)
    },
    removeItem: (name) => kept.remove(name),
  }))

/** A store whose state outlives the app, and which several tabs share. */
export function keptStore<State, Kept>(
  make: StateCreator<State, [['zustand/persist', unknown]]>,
  options: Omit<PersistOptions<State, Kept>, 'storage'>,
) {
  const store = create<State>()(
    persist<State, [], [], Kept>(make, { ...options, storage: keptStorage<Kept>() }),
  )
  followOtherTabs(options.name, store)
  return store
}
