import sharp from 'sharp'
import type { ShopSource } from './shop-source'

async function isIntact(bytes: Buffer): Promise<boolean> {
  try {
    await sharp(bytes, { failOn: 'error' }).resize({ width: 1 }).raw().toBuffer()
    return true
  } catch {
    return false
  }
}

/** Wraps a shop source so that broken photos count as missing; each is reported once. */
export function skipBrokenPictures(source: ShopSource, say: (words: string) => void): ShopSource {
  const looked = new Map<string, Promise<Buffer | undefined>>()
  async function look(path: string) {
    const bytes = await source.picture(path)
    if (!bytes || !path.startsWith('/photos/') || (await isIntact(bytes))) return bytes
    say(`${path} is broken and was left out: the app asks the server for it.`)
    return undefined
  }
  return {
    ...source,
    picture(path) {
      const known = looked.get(path) ?? look(path)
      looked.set(path, known)
      return known
    },
  }
}
