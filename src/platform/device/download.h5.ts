/** Lets the browser save what is at an address. `null` where nothing can be saved. */
export const download: ((url: string) => void) | null = (url) => {
  const link = document.createElement('a')
  link.href = url
  link.download = ''
  document.body.appendChild(link)
  link.click()
  link.remove()
}
