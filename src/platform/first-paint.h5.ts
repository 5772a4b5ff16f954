import { useEffect } from 'react'

let read: { key: string; data: unknown } | null | undefined

function sentAlong() {
  const text = document.getElementById('first-read')?.textContent
  return text ? (JSON.parse(text) as { key: string; data: unknown }) : null
}

/** What the server sent along with the page as the answer to a read, so that it need not be asked first. */
export function firstRead(key: string): unknown {
  if (read === undefined) read = sentAlong()
  return read?.key === key ? read.data : undefined
}

/** Makes the server's first screen give way once this page shows the same. */
export function useTakesOver(ready: boolean) {
  useEffect(() => {
    const takeOver: unknown = Reflect.get(window, 'takeOverFirstPaint')
    if (ready && typeof takeOver === 'function') takeOver()
  }, [ready])
}
