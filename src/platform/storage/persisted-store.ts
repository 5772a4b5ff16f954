import { create, type StateCreator } from 'zustand'
import { createJSONStorage, type PersistOptions, persist } from 'zustand/middleware'
import { syncAcrossTabs } from './cross-tab-sync'
import { storage } from './storage'

/** The same place on both targets. */
const jsonStorage = <Kept>() =>
  createJSONStorage<Kept>(() => ({
    getItem: (name) => storage.get<string>(name),
    setItem: (name, value) => {
      storage.set(name, value)
    },
    removeItem: (name) => storage.remove(name),
  }))

/** A store whose state outlives the app, and which several tabs share. */
export function createPersistedStore<State, Kept>(
  make: StateCreator<State, [['zustand/persist', unknown]]>,
  options: Omit<PersistOptions<State, Kept>, 'storage'>,
) {
  const store = create<State>()(
    persist<State, [], [], Kept>(make, { ...options, storage: jsonStorage<Kept>() }),
  )
  syncAcrossTabs(options.name, store)
  return store
}
