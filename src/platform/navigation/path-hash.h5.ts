import { useEffect, useState } from 'react'

/** Returns the fragment of the URL and removes it from the address bar, since it may be a secret. */
function takePathHash(): string | undefined {
  const { hash, pathname, search } = window.location
  if (hash.length < 2) return undefined
  window.history.replaceState(window.history.state, '', pathname + search)
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return hash.slice(1)
  }
}

/** The fragment of the link that opened the page, or of one that was opened later in the same tab. */
export function usePathHash(): string | undefined {
  const [path] = useState(() => window.location.pathname)
  const [hash, setHash] = useState(takePathHash)
  useEffect(() => {
    const read = () => {
      // the pages below this one have other paths
      const next = window.location.pathname === path ? takePathHash() : undefined
      if (next !== undefined) setHash(next)
    }
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [path])
  return hash
}
