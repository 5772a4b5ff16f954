import type { PhotoSource } from './local-photo'

let pending: ((files: File[]) => void) | null = null

/**
 * Opens the browser's file picker; must be called in a tap handler. Resolves to an empty array when cancelled. Browsers
 * before Chrome 113 and iOS 16.4 report no cancellation, so a pending call is resolved by the next one.
 */
export function choosePictures(from: PhotoSource, several: boolean): Promise<File[]> {
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

/** Reads a Blob as bytes; `Blob.arrayBuffer` exists only from iOS 14 on. */
export const readBytes = (file: Blob): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as ArrayBuffer)
    reader.onerror = () => reject(reader.error)
    reader.readAsArrayBuffer(file)
  })
