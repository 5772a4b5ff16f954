import { del, get, set } from 'idb-keyval'
import { readBytes } from '../media/browser-files'
import { FileMissingError, type LocalFiles, type UploadReply } from './local-files'

function send(url: string, form: FormData, progress?: (fraction: number) => void) {
  return new Promise<UploadReply>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.timeout = 60_000
    request.upload.onprogress = (event) => event.lengthComputable && progress?.(event.loaded / event.total)
    request.onload = () => resolve({ status: request.status, body: request.responseText })
    request.onerror = () => reject(new Error('offline'))
    request.ontimeout = () => reject(new Error('timeout'))
    request.send(form)
  })
}

/** Files of one kind in IndexedDB, stored as bytes because some phones cannot store Blobs. */
export function indexedDbFiles(
  kind: string,
  { type, name }: { type: string; name: string },
): LocalFiles & { save(id: string, file: Blob): Promise<void> } {
  const urls = new Map<string, string>()
  const key = (id: string) => `${kind}:${id}`
  const blobOf = async (id: string) => {
    const bytes = await get<ArrayBuffer>(key(id))
    return bytes && new Blob([bytes], { type })
  }
  return {
    async save(id, file) {
      await set(key(id), await readBytes(file))
      urls.set(id, URL.createObjectURL(file))
    },
    async source(id) {
      const cached = urls.get(id)
      if (cached) return cached
      const file = await blobOf(id).catch(() => undefined)
      if (!file) return null
      const url = URL.createObjectURL(file)
      urls.set(id, url)
      return url
    },
    async upload(id, url, _token, progress) {
      const file = await blobOf(id)
      if (!file) throw new FileMissingError('the file is gone')
      const form = new FormData()
      form.append('file', file, name)
      return send(url, form, progress)
    },
    async drop(id) {
      const url = urls.get(id)
      if (url) URL.revokeObjectURL(url)
      urls.delete(id)
      await del(key(id)).catch(() => undefined)
    },
  }
}
