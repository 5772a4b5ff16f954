let pending: ((file: File | null) => void) | null = null

/**
 * A browser's own way to a picture, opened by the tap it is called in; `null` when people change their mind. Browsers before
 * Chrome 113 and iOS 16.4 do not tell that, so what was asked for before ends when something is asked for again.
 */
export function choosePicture(from: 'camera' | 'album'): Promise<File | null> {
  pending?.(null)
  return new Promise((resolve) => {
    const input = document.createElement('input')
    const end = (file: File | null) => {
      pending = null
      resolve(file)
    }
    pending = end
    input.type = 'file'
    input.accept = 'image/*'
    if (from === 'camera') input.setAttribute('capture', 'environment')
    input.onchange = () => end(input.files?.[0] ?? null)
    input.oncancel = () => end(null)
    input.click()
  })
}
