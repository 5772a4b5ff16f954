import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A file of a zip; pictures are packed already, so that packing them again only takes time. */
export interface ZipEntry {
  name: string
  bytes: Uint8Array
  packed: boolean
}

/** The first moment a zip can name: the same files are the same zip, whenever it is made. */
const NO_TIME = new Date(1980, 0, 1)

/** A zip, file by file, so that no more than one of them is in memory. */
export async function* zipOf(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const parts: Uint8Array[] = []
  let fault: Error | null = null
  const zip = new Zip((error, part) => {
    if (error) fault = error
    else parts.push(part)
  })
  const ready = () => {
    if (fault) throw fault
    return parts.splice(0)
  }
  for await (const { name, bytes, packed } of entries) {
    const file = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    file.mtime = NO_TIME
    zip.add(file)
    file.push(bytes, true)
    yield* ready()
  }
  zip.end()
  yield* ready()
}
