import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A file to be zipped. Pictures are already compressed, so they are stored as they are. */
export interface ZipEntry {
  name: string
  bytes: Uint8Array
  isCompressed: boolean
}

/** The earliest date a zip can hold. A fixed date makes the zips of equal files identical. */
const NO_TIME = new Date(1980, 0, 1)

/** Streams a zip file by file. One file at a time is held in memory. */
export async function* createZip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) failure = error
    else chunks.push(chunk)
  })
  const takeChunks = () => {
    if (failure) throw failure
    return chunks.splice(0)
  }
  for await (const { name, bytes, isCompressed } of entries) {
    const file = isCompressed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    file.mtime = NO_TIME
    zip.add(file)
    file.push(bytes, true)
    yield* takeChunks()
  }
  zip.end()
  yield* takeChunks()
}
