/**
 * Keeps a part of what is looked at in the page's own address, so that a reload and a shared link lead there again;
 * `null` takes it out.
 */
export function keepInAddress(name: string, value: string | null): void {
  const address = new URL(window.location.href)
  if (value === null) address.searchParams.delete(name)
  else address.searchParams.set(name, value)
  window.history.replaceState(window.history.state, '', address)
}
