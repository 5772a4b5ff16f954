/** Downloads a URL; `null` on platforms without downloads. */
export const download: ((url: string) => void) | null = (url) => {
  const link = document.createElement('a')
  link.href = url
  link.download = ''
  document.body.appendChild(link)
  link.click()
  link.remove()
}
