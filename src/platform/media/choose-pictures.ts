let pending: ((files: File[]) => void) | null = null

/**
 * A browser's own way to pictures, opened by the tap it is called in; none when people change their mind. Browsers before
 * Chrome 113 and iOS 16.4 do not tell that, so what was asked for before ends when something is asked for again.
 */
export function choosePictures(from: 'camera' | 'album', several: boolean): Promise<File[]> {
  pending?.([])
  return new Promise((resolve) => {
    const input = document.createElement('input')
    const end = (files: File[]) => {
      pending = null
      resolve(files)
    }
    pending = end
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = several && from === 'album'
    if (from === 'camera') input.setAttribute('capture', 'environment')
    input.onchange = () => end([...(input.files ?? [])])
    input.oncancel = () => end([])
    input.click()
  })
}
