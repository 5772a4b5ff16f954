import { createJSONStorage } from 'zustand/middleware'
import { kept } from './kept'

/** Where zustand's `persist` keeps its state: the same place on both targets. */
export const keptStorage = <State>() =>
  createJSONStorage<State>(() => ({
    getItem: (name) => kept.get<string>(name),
    setItem: (name, value) => {
      kept.set(name, value)
    },
    removeItem: (name) => kept.remove(name),
  }))
