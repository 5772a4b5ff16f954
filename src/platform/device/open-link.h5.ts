/** Leaves the app for a page of another service; `null` on platforms that cannot open one. */
export const openLink: ((url: string) => void) | null = (url) => {
  if (/^https?:/.test(url)) window.location.assign(url)
}
