import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import { CHECKSUMS_FILE, SHOP_FILE } from '../../../../server/modules/exports/file-names'
import { importArchive } from '../../../../server/modules/exports/import-archive'
import { createRecording } from '../../../support/voice-recording'
import { downloadExport, openFurnishedShop } from '../../support/stories/shop-exports'
import { createTestEnvironment, environmentPerFile } from '../../support/test-environment'

interface Data {
  shop: object
  look: { sections: object[] }
  products: { skus: object[] }[]
}

let files: Record<string, Uint8Array>
const other = environmentPerFile({ secret: 'another secret of another installation' })
beforeAll(async () => {
  const env = await createTestEnvironment()
  files = unzipSync(await downloadExport(env, await openFurnishedShop(env)))
  await env.app.close()
})

const importZip = (zip: Uint8Array) => importArchive(other.deps, zip)

describe('importArchive', () => {
  const changed = (change: (data: Data) => void) => {
    const data: Data = JSON.parse(strFromU8(files[SHOP_FILE] ?? new Uint8Array()))
    change(data)
    return { ...files, [SHOP_FILE]: strToU8(JSON.stringify(data)) }
  }
  const voice = () => Object.keys(files).find((name) => name.endsWith('.mp3')) ?? ''
  const photo = () => Object.keys(files).find((name) => name.endsWith('1200.webp')) ?? ''

  const invalidExports: [
    string,
    () => Record<string, Uint8Array> | Promise<Record<string, Uint8Array>>,
    RegExp,
  ][] = [
    ['a shop file that is not JSON', () => ({ ...files, [SHOP_FILE]: strToU8('{') }), /not JSON/],
    [
      'JSON that is not an exported shop',
      () => ({ ...files, [SHOP_FILE]: strToU8('[]') }),
      /no exported shop/,
    ],
    [
      'a later format',
      () => changed((data) => Object.assign(data, { format: 2 })),
      /format is 2.*Update Kaizhang/,
    ],
    [
      'an unknown field',
      () => changed((data) => Object.assign(data, { orders: [] })),
      /additional properties/,
    ],
    [
      'a wrong price',
      () => changed(({ products }) => Object.assign(products[0]?.skus[0] ?? {}, { price: -1 })),
      /\/products\/0\/skus\/0\/price/,
    ],
    [
      'an unknown section',
      () => changed(({ look }) => Object.assign(look.sections[0] ?? {}, { kind: 'carousel' })),
      /\/look\/sections\/0\/kind is "carousel".*Update Kaizhang/,
    ],
    [
      'a look of a later format',
      () => changed(({ look }) => Object.assign(look, { format: 99 })),
      /99.*Update Kaizhang/,
    ],
    [
      'an incomplete look',
      () => changed((data) => Object.assign(data, { look: { sections: [] } })),
      /\/look/,
    ],
    [
      'a duplicate product id',
      () =>
        changed(({ products }) =>
          Object.assign(products[1] ?? {}, { id: Reflect.get(products[0] ?? {}, 'id') }),
        ),
      /\/products\/1\/id is used twice/,
    ],
    [
      'a product without skus',
      () => changed(({ products }) => products[0]?.skus.splice(0)),
      /\/products\/0\/skus is empty/,
    ],
    [
      'a sku id used in two products',
      () => changed(({ products }) => products[1]?.skus.push({ ...products[0]?.skus[0] })),
      /\/products\/1\/skus\/1\/id is used twice/,
    ],
    [
      'a photo file that is not a picture',
      () => ({ ...files, [photo()]: strToU8('<svg onload="x">') }),
      /is not a picture/,
    ],
    [
      'a different photo under the name of a photo',
      async () => ({
        ...files,
        [photo()]: await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
          .webp()
          .toBuffer(),
      }),
      /is not the picture that was exported/,
    ],
    [
      'a photo missing from the hash list',
      () => ({ ...files, [CHECKSUMS_FILE]: strToU8('\n') }),
      /is not the picture that was exported/,
    ],
    [
      'a shop version at its maximum',
      () => changed(({ shop }) => Object.assign(shop, { version: 2 ** 31 - 2 })),
      /\/shop\/version is 2147483646, which leaves no versions/,
    ],
    [
      'a look version at its maximum',
      () => changed(({ look }) => Object.assign(look, { version: 2 ** 31 - 2 })),
      /\/look\/version is 2147483646/,
    ],
    [
      'a product version above its maximum',
      () => changed(({ products }) => Object.assign(products[1] ?? {}, { version: 2 ** 30 + 1 })),
      /\/products\/1\/version is 1073741825/,
    ],
    [
      'a voice file that is not a recording',
      () => ({ ...files, [voice()]: strToU8('spoken') }),
      /is not the voice/,
    ],
    ['a different voice', () => ({ ...files, [voice()]: createRecording(800) }), /is not the voice/],
    [
      'a voice with a tag',
      () => ({
        ...files,
        [voice()]: Buffer.concat([createRecording(500), Buffer.from('TAG'), Buffer.alloc(125)]),
      }),
      /is not the voice/,
    ],
    [
      'a voice whose length differs from the look',
      () =>
        changed(({ look }) =>
          Object.assign(Reflect.get(look.sections.at(-1) ?? {}, 'settings').voice, { ms: 5 }),
        ),
      /is not the voice/,
    ],
    [
      'a photo that carries EXIF data',
      async () => ({
        ...files,
        [photo()]: await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
          .withExif({ IFD0: { Copyright: 'x' } })
          .webp()
          .toBuffer(),
      }),
      /is not a picture/,
    ],
  ]

  test.each(invalidExports)('rejects %s and stores nothing', async (_, corrupt, why) => {
    const corrupted = Object.entries(await corrupt()).filter(([, bytes]) => bytes !== undefined)
    await expect(importZip(zipSync(Object.fromEntries(corrupted)))).rejects.toThrow(why)
    expect(await other.deps.db.query.selectFrom('shop').select('shop_id').execute()).toEqual([])
    expect(other.blobs.names()).toEqual([])
  })

  test('rejects a file that is not a zip, and a zip without shop.json', async () => {
    await expect(importZip(strToU8('no zip at all'))).rejects.toThrow('no zip')
    await expect(importZip(zipSync({ 'letter.txt': strToU8('dear') }))).rejects.toThrow('no shop.json')
  })
})
