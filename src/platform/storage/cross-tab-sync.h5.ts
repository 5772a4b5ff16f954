interface PersistedStore {
  subscribe(tell: () => void): unknown
  persist: { rehydrate(): unknown }
}

/** The field that people are typing into just now. */
function typedInto(): Element | undefined {
  const field = document.activeElement
  return document.hasFocus() && field?.matches('input, textarea') ? field : undefined
}

/**
 * Keeps a store in step with other tabs: what one of them writes under its name is read before this tab writes again, as
 * a store is written whole. Only what is being typed here stands, and wins as it is written next.
 */
export function syncAcrossTabs(name: string, { subscribe, persist }: PersistedStore): void {
  let typedIn: Element | undefined
  subscribe(() => {
    typedIn = typedInto()
  })
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== name || newValue === null || (typedIn && typedIn === typedInto())) return
    persist.rehydrate()
    // what was read was not typed
    typedIn = undefined
  })
}
