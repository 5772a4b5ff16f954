import sharp from 'sharp'
import { shopDrawing } from '@/domain/look/goods-drawing'
import { lookVoices } from '@/domain/look/look-voices'
import { sharePhotoPath } from '@/domain/photo'
import { voicePath } from '@/domain/voice'
import { artSvg } from '@/ui/art/art'
import type { Files } from '../folder'
import { photosInHtml } from '../photos-in-html'
import { prepare, renderShop } from '../render-shop'
import type { ShopSource } from '../shop-source'
import { h5Files } from './h5-files'

/** Creates the picture that chats show: the first product photo, otherwise a drawing. */
async function createSharePicture({ storefront, picture }: ShopSource): Promise<Buffer> {
  const [photo] = storefront.products.flatMap(({ photos }) => photos)
  const found = photo && (await picture(sharePhotoPath(photo.hash)))
  if (found) return found
  const drawing = shopDrawing(storefront.products.map(({ name }) => name))
  return sharp(Buffer.from(artSvg(drawing)), { density: 600 })
    .resize({ width: 800, height: 640, fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer()
}

const voicesOf = ({ storefront }: ShopSource) =>
  lookVoices(storefront.look).map(({ hash }) => voicePath(hash))

/** Compiles a shop's site from the engine. */
export async function compileH5(engine: Files, source: ShopSource, base: string): Promise<Files> {
  await prepare()
  const paths = [...photosInHtml(renderShop(source).html), ...voicesOf(source)]
  const found = await Promise.all(
    paths.map(async (path): Promise<[string, Buffer | undefined]> => [path, await source.picture(path)]),
  )
  const photos = new Map(found.filter((entry): entry is [string, Buffer] => entry[1] !== undefined))
  return h5Files(engine, { source, base, photos, sharePicture: await createSharePicture(source) })
}
