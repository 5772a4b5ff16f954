/** What stands after `#` in the address; taken out of the address bar, for it may be a secret. */
export function takePathHash(): string | undefined {
  const { hash, pathname, search } = window.location
  if (hash.length < 2) return undefined
  window.history.replaceState(window.history.state, '', pathname + search)
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return hash.slice(1)
  }
}
