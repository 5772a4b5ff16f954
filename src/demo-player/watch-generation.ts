/** Interval in ms in which a page checks that its world is still the same. */
const ASK_EVERY_MS = 4000

/** Starts over at the home page when the world was reset: what the page shows is gone. */
export function watchGeneration(): void {
  let known: string | undefined
  const ask = async () => {
    if (document.hidden) return
    const reply = await fetch('/demo-generation', { cache: 'no-store' }).catch(() => undefined)
    if (!reply?.ok) return
    const generation = await reply.text()
    if (known !== undefined && generation !== known) location.replace('/')
    known = generation
  }
  setInterval(() => void ask(), ASK_EVERY_MS)
  void ask()
}
