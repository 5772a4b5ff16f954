interface PersistedStore {
  subscribe(onChange: () => void): unknown
  persist: { rehydrate(): unknown }
}

/** The field that has the focus of this window. */
function focusedField(): Element | undefined {
  const field = document.activeElement
  return document.hasFocus() && field?.matches('input, textarea') ? field : undefined
}

/**
 * Reloads a store when another tab writes it, since each write replaces the whole stored state. While the user types in
 * this tab, its state is not replaced and overwrites the other tab's with the next write.
 */
export function syncAcrossTabs(name: string, { subscribe, persist }: PersistedStore): void {
  let editedField: Element | undefined
  subscribe(() => {
    editedField = focusedField()
  })
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== name || newValue === null || (editedField && editedField === focusedField())) return
    persist.rehydrate()
    // the reload above also called the subscriber
    editedField = undefined
  })
}
