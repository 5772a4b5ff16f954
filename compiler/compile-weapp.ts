import { picturesOf } from './first-pictures'
import type { Files } from './folder'
import { carriedSize } from './pictures'
import { prepare, renderShop } from './render-shop'
import type { ShopSource } from './shop-source'
import { weappFiles } from './weapp-files'

/** So many pictures are seen before anybody scrolls. */
const FIRST = 6

/** The pictures of the first screen, small, by the server's path without its width. */
async function firstPictures(source: ShopSource): Promise<Map<string, Buffer>> {
  await prepare()
  const paths = new Map<string, string>()
  for (const path of picturesOf(renderShop(source).html)) {
    const photo = path.replace(/-\d+\.webp$/, '')
    if (paths.size < FIRST && !paths.has(photo)) paths.set(photo, path)
  }
  const made = await Promise.all(
    [...paths].map(async ([photo, path]): Promise<[string, Buffer | undefined]> => {
      const bytes = await source.picture(path)
      return [photo, bytes && (await carriedSize(bytes))]
    }),
  )
  return new Map(made.filter((entry): entry is [string, Buffer] => entry[1] !== undefined))
}

/** A shop's own mini-program, from the engine. */
export async function compileWeapp(engine: Files, source: ShopSource, appid: string): Promise<Files> {
  return weappFiles(engine, { source, appid, pictures: await firstPictures(source) })
}
