import type { TestEnvironment } from './test-environment'

/** Blocks the blob store until `open` is called; `waiting` counts the blocked files. */
export function blockStorage({ blobs }: Pick<TestEnvironment, 'blobs'>) {
  let open: () => void = () => undefined
  let waiting = 0
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const { put } = blobs
  blobs.put = async (name, bytes) => {
    waiting++
    await opened
    await put(name, bytes)
  }
  return { open, waiting: () => waiting }
}
