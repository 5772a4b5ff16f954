import { create, type StateCreator } from 'zustand'
import { createJSONStorage, type PersistOptions, persist } from 'zustand/middleware'
import { syncAcrossTabs } from './cross-tab-sync'
import { storage } from './storage'

/** zustand storage for both targets. */
const jsonStorage = <Persisted>() =>
  createJSONStorage<Persisted>(() => ({
    getItem: (name) => storage.get<string>(name),
    setItem: (name, value) => {
      storage.set(name, value)
    },
    removeItem: (name) => storage.remove(name),
  }))

/** Creates a store whose state is persisted and synchronized between tabs. */
export function createPersistedStore<State, Persisted>(
  make: StateCreator<State, [['zustand/persist', unknown]]>,
  options: Omit<PersistOptions<State, Persisted>, 'storage'>,
) {
  const store = create<State>()(
    persist<State, [], [], Persisted>(make, { ...options, storage: jsonStorage<Persisted>() }),
  )
  syncAcrossTabs(options.name, store)
  return store
}
