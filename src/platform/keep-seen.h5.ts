/** Brings the part with this id before people's eyes where letters are so large that it lies under something else. */
export const keepSeen = (id: string): void =>
  document.getElementById(id)?.scrollIntoView?.({ block: 'nearest' })
